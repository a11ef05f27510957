using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Tests.Audit;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Reminders;

public sealed class MailPageTests : IAsyncLifetime
{
    private readonly AcademyApp _app = new();
    private Visitor _administrator = null!;

    public async Task InitializeAsync()
    {
        await _app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            await db.Outbox.ExecuteDeleteAsync();
            var person = new Person("Nakato", "nakato@example.org", Roles.Officer, "en", "UG");
            var (dead, late, sent) = (Write("dead", person), Write("late", new Person("Opio", "opio@example.net", Roles.Officer, "en", "UG")), Write("sent", person));
            dead.GiveUp("No such mailbox");
            late.Failed("Mailbox busy", _app.Clock.Now);
            sent.Sent(_app.Clock.Now);
            db.AddRange(dead, late, sent);
        });
        _administrator = await _app.SignInAsync(Cast.Administrator);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task What_was_given_up_is_shown_first_with_its_error_but_without_its_text()
    {
        var page = await _administrator.GetAsync("/admin/mail");

        page.Document.QuerySelectorAll("tbody tr").Should().ContainSingle().Which.TextContent.Should()
            .Contain("nakato@example.org").And.Contain("About dead").And.Contain("No such mailbox").And.NotContain("Between us");
    }

    [Theory]
    [InlineData("waiting", "late", "Mailbox busy")]
    [InlineData("sent", "sent", "nakato@example.org")]
    [InlineData("nonsense", "dead", "No such mailbox")]
    public async Task Each_state_shows_its_own(string state, string key, string told)
    {
        var page = await _administrator.GetAsync($"/admin/mail?state={state}");

        page.Document.QuerySelectorAll("tbody tr").Should().ContainSingle().Which.TextContent.Should().Contain($"About {key}").And.Contain(told).And.NotContain("Between us");
    }

    [Theory]
    [InlineData("@example.net", 1)]
    [InlineData("OPIO@Example", 1)]
    [InlineData("example.org", 0)]
    public async Task It_is_found_by_a_part_of_the_address(string part, int found) =>
        (await _administrator.GetAsync($"/admin/mail?state=waiting&to={part}")).Document.QuerySelectorAll("tbody tr").Should().HaveCount(found);

    [Fact]
    public async Task What_was_given_up_is_sent_again_once_and_the_audit_log_says_who_asked()
    {
        var page = await _administrator.GetAsync("/admin/mail");
        var answer = await _administrator.SubmitAsync(page.Form("/send-again"));
        await _administrator.SubmitAsync(page.Form("/send-again"));

        answer.Text.Should().Contain("It is sent again within minutes");
        await using var db = _app.Open();
        (await db.Outbox.SingleAsync(m => m.Key == "dead")).Should().BeEquivalentTo(new { Tries = 0, TryAt = (DateTimeOffset?)_app.Clock.Now, LastError = "No such mailbox" });
        (await db.AuditEntries.Where(e => e.What == "mail.sent-again").ToListAsync()).Should().ContainSingle().Which.Should().BeEquivalentTo(new { By = await db.AuditNameAsync(Cast.Administrator), Record = "dead" });
        (await db.CheckAuditAsync([], CancellationToken.None)).Fault.Should().BeNull();
    }

    [Theory]
    [InlineData("late")]
    [InlineData("sent")]
    public async Task What_waits_or_was_sent_is_left_as_it_is(string key)
    {
        await using var db = _app.Open();
        var before = await db.Outbox.AsNoTracking().SingleAsync(m => m.Key == key);
        var form = (await _administrator.GetAsync("/admin/mail")).Form("/send-again").To($"/admin/mail/{before.Id}/send-again");

        await _administrator.PostAsync(form);

        (await db.Outbox.AsNoTracking().SingleAsync(m => m.Key == key)).Should().BeEquivalentTo(before);
        (await db.AuditEntries.CountAsync(e => e.What == "mail.sent-again")).Should().Be(0);
    }

    [Fact]
    public async Task All_that_was_given_up_is_sent_again_at_once_and_the_audit_log_says_who_asked()
    {
        (await _administrator.GetAsync("/admin/mail")).Html.Should().NotContain("send-all-again", "there is one only");
        await _app.Academy.WriteAsync(Scope.Everything, db =>
        {
            var other = Write("other", new Person("Achan", "achan@example.org", Roles.Officer, "en", "UG"));
            other.GiveUp("Relay access denied");
            db.Add(other);
            return Task.CompletedTask;
        });

        var page = await _administrator.GetAsync("/admin/mail");
        var form = page.Form("/send-all-again");
        form.TextContent.Should().Contain("Send all 2 again");
        (await _administrator.SubmitAsync(form)).Document.QuerySelectorAll("tbody tr").Should().BeEmpty();
        await _administrator.SubmitAsync(form);

        await using var db = _app.Open();
        (await db.Outbox.Where(m => m.Key == "dead" || m.Key == "other").ToListAsync()).Should().OnlyContain(m => m.TryAt == _app.Clock.Now && m.Tries == 0);
        (await db.Outbox.SingleAsync(m => m.Key == "late")).Tries.Should().Be(1);
        (await db.Outbox.SingleAsync(m => m.Key == "sent")).TryAt.Should().BeNull();
        (await db.AuditEntries.Where(e => e.What == "mail.all-sent-again").ToListAsync()).Should().ContainSingle().Which.Should().BeEquivalentTo(new { By = await db.AuditNameAsync(Cast.Administrator), Record = "2" });
    }

    private Mail Write(string key, Person to) => new(key, to, $"About {key}", "Between us", _app.Clock.Now);
}
