using System.Net;
using System.Text.RegularExpressions;
using HtiAcademy.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Access;

public sealed partial class NewPasswordTests : IDisposable
{
    private const string Password = "entirely new words";
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task The_link_in_the_letter_sets_a_password_once_and_ends_every_session()
    {
        var before = await _app.SignInAsync(Cast.OfficerInUganda);
        await AskAsync(Cast.OfficerInUganda);
        var link = await LinkAsync();

        (await SetAsync(link)).Headers.Location!.ToString().Should().Contain("/account/sign-in");

        _app.Clock.Advance(TimeSpan.FromSeconds(61));
        (await before.GetAsync("/")).Response.StatusCode.Should().Be(HttpStatusCode.Found);
        (await _app.Visit().EnterAsync(Cast.OfficerInUganda)).StatusCode.Should().Be(HttpStatusCode.OK, "the old password is gone");
        (await _app.Visit().EnterAsync(Cast.OfficerInUganda, Password)).StatusCode.Should().Be(HttpStatusCode.Found);
        await IsRefusedAsync(link);
        await using var db = _app.Open();
        (await db.AuditEntries.OrderBy(e => e.Sequence).Select(e => e.What).ToListAsync()).Should().EndWith(["person.password-forgotten", "person.password-set"]);
    }

    [Fact]
    public async Task A_code_from_a_slip_is_typed_as_people_type()
    {
        var code = EntryCode.New();
        await _app.Academy.WriteAsync(Scope.Everything, async db => db.Add(new Invitation(await db.People.SingleAsync(p => p.Email == Cast.OfficerInUganda), InvitationKind.NewPassword, code, byMail: false, byId: null, _app.Clock.Now)));

        (await SetAsync("/account/new-password", code.ToString().Replace('-', ' ').ToLowerInvariant())).StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Whatever_name_is_given_the_answer_is_the_same()
    {
        var known = await AskAsync(Cast.OfficerInUganda);
        var unknown = await AskAsync("nobody@example.org");

        known.Document.QuerySelector("main")!.TextContent.Should().Be(unknown.Document.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task A_field_left_empty_is_told() => (await AskAsync(" ")).Document.QuerySelector("#refused").Should().NotBeNull();

    [Fact]
    public async Task Three_letters_in_an_hour_are_the_most_and_only_the_last_link_works()
    {
        for (var i = 0; i < 4; i++)
        {
            await AskAsync(Cast.OfficerInUganda);
            _app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var links = await LinksAsync();
        links.Should().HaveCount(3);
        await IsRefusedAsync(links[0]);
        await IsRefusedAsync(links[1]);
        (await SetAsync(links[2])).StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_link_older_than_an_hour_is_refused()
    {
        await AskAsync(Cast.OfficerInUganda);
        _app.Clock.Advance(TimeSpan.FromMinutes(61));

        await IsRefusedAsync(await LinkAsync());
    }

    [Fact]
    public async Task Who_is_kept_out_or_was_never_in_gets_no_letter()
    {
        await _app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            (await db.People.SingleAsync(p => p.Email == Cast.OfficerInKenya)).Deactivate(_app.Clock.Now);
            (await db.People.SingleAsync(p => p.Email == Cast.NewcomerInUganda)).PasswordHash = null;
        });

        await AskAsync(Cast.OfficerInKenya);
        await AskAsync(Cast.NewcomerInUganda);

        (await LinksAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_password_that_cannot_be_used_leaves_the_code_as_it_is()
    {
        await AskAsync(Cast.OfficerInUganda);
        var link = await LinkAsync();

        (await Page.ReadAsync(await SetAsync(link, password: "Password2026!"))).Document.QuerySelector("#refused")!.TextContent.Should().Contain("guessed first");
        (await SetAsync(link)).StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task An_invitation_to_join_is_no_code_for_a_new_password()
    {
        var code = EntryCode.New();
        await _app.Academy.WriteAsync(Scope.Everything, async db => db.Add(new Invitation(await db.People.SingleAsync(p => p.Email == Cast.OfficerInUganda), InvitationKind.Join, code, byMail: false, byId: null, _app.Clock.Now)));

        await IsRefusedAsync($"/account/new-password/{code}");
    }

    [Fact]
    public async Task A_new_password_does_not_take_the_place_of_the_second_step()
    {
        await (await _app.SignInAsync(Cast.OfficerInUganda)).AddAuthenticatorAsync(_app);
        await AskAsync(Cast.OfficerInUganda);
        await SetAsync(await LinkAsync());

        (await _app.Visit().EnterAsync(Cast.OfficerInUganda, Password)).Headers.Location!.ToString().Should().Contain("/account/second-step");
    }

    [Fact]
    public async Task Changing_the_password_closes_the_codes_that_were_asked_for_too()
    {
        await AskAsync(Cast.OfficerInUganda);
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        await officer.SubmitAsync((await officer.GetAsync("/account/security/password")).Form("change-password"), ("Input.Current", HtiAcademy.Web.Demo.DemoAcademy.Password), ("Input.Password", "quite other words"));

        await IsRefusedAsync(await LinkAsync());
    }

    [Fact]
    public async Task So_does_signing_out_everywhere()
    {
        await AskAsync(Cast.OfficerInUganda);
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        await officer.PostAsync((await officer.GetAsync("/account/security")).Form("/sessions/end-others"));

        await IsRefusedAsync(await LinkAsync());
    }

    [Fact]
    public async Task What_is_no_character_is_a_wrong_name_and_no_error()
    {
        (await AskAsync("\uFFFE")).Response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await _app.Visit().EnterAsync("a\uFFFE\uFFFFb")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    public void Dispose() => _app.Dispose();

    private async Task<Page> AskAsync(string name)
    {
        var visitor = _app.Visit();
        return await visitor.SubmitAsync((await visitor.GetAsync("/account/forgotten")).Form("forgotten"), ("Input.Name", name));
    }

    private async Task<HttpResponseMessage> SetAsync(string address, string? code = null, string password = Password)
    {
        var visitor = _app.Visit();
        var form = (await visitor.GetAsync(address)).Form("new-password");
        return await visitor.PostAsync(form, ("Input.Code", code ?? form.Value("Input.Code")), ("Input.Password", password));
    }

    private async Task IsRefusedAsync(string link) =>
        (await Page.ReadAsync(await SetAsync(link))).Document.QuerySelector("#refused")!.TextContent.Should().Contain("lets nobody in");

    private async Task<string> LinkAsync() => (await LinksAsync()).Should().ContainSingle().Subject;

    private async Task<List<string>> LinksAsync()
    {
        await using var db = _app.Open();
        return [.. (await db.Outbox.OrderBy(m => m.WrittenAt).Select(m => m.Text).ToListAsync()).Select(text => Link().Match(text)).Where(m => m.Success).Select(m => m.Value)];
    }

    [GeneratedRegex("/account/new-password/[0-9A-Z-]+")]
    private static partial Regex Link();
}
