using System.Net;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Tests.Assessments;
using HtiAcademy.Web.Jobs;
using HtiAcademy.Web.Reminders;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Reminders;

public sealed class ReminderPagesTests : IDisposable
{
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task An_officer_chooses_which_reminders_to_get()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        var page = await officer.GetAsync("/account/reminders");
        page.Document.QuerySelectorAll("input[name=kind][checked]").Should().HaveCount(4);
        page.Text.Should().Contain("A course of mine is overdue").And.NotContain("Essays");

        page = await officer.SubmitAsync(page.Form("/account/reminders"), ("kind", nameof(ReminderKind.Inactive)), ("kind", nameof(ReminderKind.CertificateExpires)));

        page.Text.Should().Contain("Your choice is saved.");
        page.Document.QuerySelectorAll("input[name=kind][checked]").Select(box => box.GetAttribute("value")).Should().Equal("Inactive", "CertificateExpires");
        (await StoppedAsync(Cast.OfficerInUganda)).Should().BeEquivalentTo([ReminderKind.StartsSoon, ReminderKind.Invitation]);
    }

    [Fact]
    public async Task What_is_not_offered_or_cannot_be_stopped_stays_as_it_was()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        await officer.SubmitAsync((await officer.GetAsync("/account/reminders")).Form("/account/reminders"), ("kind", "Nonsense"), ("kind", "Overdue"));
        (await StoppedAsync(Cast.OfficerInUganda)).Should().BeEquivalentTo(ReminderKinds.OfferedTo(Domain.Access.Roles.Officer));
    }

    [Fact]
    public async Task Trainers_are_offered_theirs_and_partners_are_told_that_there_is_none()
    {
        (await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync("/account/reminders")).Text.Should().Contain("Essays have waited").And.NotContain("overdue");
        (await (await _app.SignInAsync(Cast.PartnerInUganda)).GetAsync("/account/reminders")).Text.Should().Contain("There is nothing that you would be reminded of.");
    }

    [Fact]
    public async Task The_footer_leads_there_once_signed_in()
    {
        (await (await _app.SignInAsync(Cast.OfficerInUganda)).GetAsync("/")).Document.QuerySelector("footer a[href='/account/reminders']").Should().NotBeNull();
        (await _app.Visit().GetAsync("/account/sign-in")).Document.QuerySelector("footer a[href='/account/reminders']").Should().BeNull();
    }

    [Fact]
    public async Task A_link_of_a_mail_shows_what_it_stops_and_stops_it_without_signing_in()
    {
        var link = await LinkAsync(ReminderKind.Inactive);
        var visitor = _app.Visit();

        var page = await visitor.GetAsync(link);
        page.Text.Should().Contain("You will no longer be reminded when:").And.Contain("I have not gone on with a course for 14 days").And.NotContain("Ssemanda");
        (await StoppedAsync(Cast.OfficerInUganda)).Should().BeEmpty("looking stops nothing");

        var response = await visitor.Http.PostAsync(link, null);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await Page.ReadAsync(response)).Text.Should().Contain("You are no longer reminded when:");
        (await StoppedAsync(Cast.OfficerInUganda)).Should().Equal(ReminderKind.Inactive);
    }

    [Fact]
    public async Task One_click_in_a_mail_program_stops_it_and_a_second_does_no_harm()
    {
        var link = await LinkAsync(ReminderKind.Inactive, ReminderKind.StartsSoon);
        for (var click = 0; click < 2; click++)
        {
            using var client = _app.CreateClient(new() { HandleCookies = false, AllowAutoRedirect = false });
            var body = new StringContent("List-Unsubscribe=One-Click", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
            (await client.PostAsync(link, body)).StatusCode.Should().Be(HttpStatusCode.OK);
        }

        (await StoppedAsync(Cast.OfficerInUganda)).Should().Equal(ReminderKind.Inactive, ReminderKind.StartsSoon);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(-1)]
    public async Task A_link_that_was_tampered_with_is_no_page(int position)
    {
        var link = (await LinkAsync(ReminderKind.Inactive)).ToCharArray();
        var at = position < 0 ? link.Length + position : "/reminders/stop/".Length + position;
        link[at] = link[at] == 'A' ? 'z' : 'A';
        await RefusedAsync(new string(link));
        await RefusedAsync("/reminders/stop/none");
        (await StoppedAsync(Cast.OfficerInUganda)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("Renamed")]
    [InlineData("Inactive Renamed")]
    [InlineData("Overdue")]
    public async Task An_old_link_of_a_kind_that_has_another_name_now_or_cannot_be_stopped_any_more_is_no_page(string kinds)
    {
        await using var db = _app.Open();
        var person = await db.People.SingleAsync(p => p.Email == Cast.OfficerInUganda);
        var token = _app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("stop-reminders").Protect($"{person.Id:N} {kinds}");
        await RefusedAsync($"/reminders/stop/{token}");
        (await StoppedAsync(Cast.OfficerInUganda)).Should().BeEmpty();
    }

    [Fact]
    public async Task Opened_again_after_it_did_its_work_a_link_says_that_they_are_stopped_already()
    {
        var link = await LinkAsync(ReminderKind.Inactive, ReminderKind.StartsSoon);
        await _app.Visit().Http.PostAsync(await LinkAsync(ReminderKind.Inactive), null);
        (await _app.Visit().GetAsync(link)).Text.Should().Contain("You will no longer be reminded when:", "one of the two still comes");
        await _app.Visit().Http.PostAsync(link, null);

        var page = await _app.Visit().GetAsync(link);

        page.Text.Should().Contain("You are no longer reminded when:");
        page.Document.QuerySelector("main form").Should().BeNull();
    }

    [Fact]
    public async Task The_page_speaks_the_language_of_whoever_the_mail_was_written_to()
    {
        await using var db = _app.Open();
        var reader = await db.People.FirstAsync(p => p.Language == "es");
        var link = _app.Services.GetRequiredService<StopLinks>().Path(reader.Id, ReminderKind.Inactive);
        using var http = _app.CreateClient(new() { AllowAutoRedirect = false });
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");

        var page = await new Visitor(http).GetAsync(link);
        (page.Document.DocumentElement.GetAttribute("lang"), page.Text.Contains("Llevo 14 días sin avanzar en un curso", StringComparison.Ordinal)).Should().Be(("es", true));
        (await Page.ReadAsync(await http.PostAsync(link, null))).Text.Should().Contain("Ya no se le recordará cuando:");
        (await new Visitor(http).GetAsync("/account/sign-in")).Document.DocumentElement.GetAttribute("lang").Should().Be("fr");
    }

    [Fact]
    public async Task A_link_of_nobody_stops_nothing()
    {
        var link = _app.Services.GetRequiredService<StopLinks>().Path(Guid.NewGuid(), ReminderKind.Inactive);
        (await _app.Visit().GetAsync(link)).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await _app.Visit().Http.PostAsync(link, null)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Trainers_are_asked_for_essays_that_wait()
    {
        await EssayClass.HandInAsync(_app);
        _app.Clock.Advance(TimeSpan.FromDays(3));

        var run = await _app.Services.GetRequiredService<JobRecorder>().RunAsync(Timetable.Find("due-reminders")!, 1, CancellationToken.None);

        run.Detail.Should().Contain("written");
        await using var db = _app.Open();
        var mails = await db.Outbox.Where(m => m.Text.Contains("/marking")).ToListAsync();
        mails.Should().OnlyContain(m => m.ToAddress.StartsWith("trainer"));
        mails.Single(m => m.ToAddress == Cast.TrainerInUganda).Text.Should().Contain(
            "Essays at the HTI Academy that wait for you to mark them: 1. The longest has waited since 23 November 2026 (Africa/Kampala).");
        mails.Should().ContainSingle(m => m.ToAddress == EssayClass.SecondTrainer, "all who may mark it are asked");
    }

    public void Dispose() => _app.Dispose();

    private async Task RefusedAsync(string link)
    {
        var page = await _app.Visit().GetAsync(link);
        page.Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        page.Text.Should().Contain("There is no page at this address");
        (await _app.Visit().Http.PostAsync(link, null)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private async Task<string> LinkAsync(params ReminderKind[] kinds)
    {
        await using var db = _app.Open();
        return _app.Services.GetRequiredService<StopLinks>().Path((await db.People.SingleAsync(p => p.Email == Cast.OfficerInUganda)).Id, kinds);
    }

    private async Task<IReadOnlyList<ReminderKind>> StoppedAsync(string person)
    {
        await using var db = _app.Open();
        return (await db.People.SingleAsync(p => p.Email == person)).StoppedReminders;
    }
}
