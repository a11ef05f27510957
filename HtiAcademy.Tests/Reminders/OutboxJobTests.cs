using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Tests.Jobs;
using HtiAcademy.Web.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace HtiAcademy.Tests.Reminders;

public sealed class OutboxJobTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

    private readonly Postman _postman = new();
    private SampleAcademy _sample = null!;

    public async Task InitializeAsync() => _sample = await SampleAcademy.OpenAsync(Now);

    public async Task DisposeAsync() => await _sample.DisposeAsync();

    [Fact]
    public async Task What_waits_is_sent_once_with_all_it_carries()
    {
        await WriteAsync("first", Now, new MailAttachment("report.csv", "text/csv", [1, 2, 3]));
        await WriteAsync("second", Now.AddMinutes(-5));

        (await RunAsync()).Should().Be("2 sent, 0 to be tried again, 0 given up");
        (await RunAsync()).Should().Be("0 sent, 0 to be tried again, 0 given up");

        _postman.Taken.Select(m => m.Key).Should().Equal("second", "first");
        _postman.Taken[1].Attachments.Should().ContainSingle().Which.Bytes.Should().Equal(1, 2, 3);
        (await MailAsync("first")).Should().BeEquivalentTo(new { SentAt = (DateTimeOffset?)Now, Attachments = Array.Empty<MailAttachment>() }, "whoever it was sent to has them now");
        await using var db = _sample.Open();
        (await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM OutboxAttachments").SingleAsync()).Should().Be(0);
    }

    [Fact]
    public async Task What_another_run_sends_meanwhile_is_not_sent_again()
    {
        await WriteAsync("first", Now.AddMinutes(-5));
        await WriteAsync("second", Now);
        var others = new List<string>();
        _postman.AfterTaking = async () =>
        {
            _postman.AfterTaking = () => Task.CompletedTask;
            await _sample.Academy.WriteAsync(Scope.Everything, async db => (await db.Outbox.SingleAsync(m => m.Key == "first")).Sent(Now));
            others.Add(await RunAsync());
        };

        (await RunAsync()).Should().Be("1 sent, 0 to be tried again, 0 given up");

        others.Should().Equal("1 sent, 0 to be tried again, 0 given up");
        _postman.Taken.Select(m => m.Key).Should().Equal("first", "second");
    }

    [Fact]
    public async Task A_clock_that_is_a_little_behind_cuts_no_wait_short()
    {
        await WriteAsync("bad", Now);
        await _sample.Academy.WriteAsync(Scope.Everything, async db =>
        {
            var mail = await db.Outbox.SingleAsync(m => m.Key == "bad");
            for (var failure = 0; failure < 4; failure++)
            {
                mail.Failed("Mailbox busy", Now);
            }
        });

        foreach (var seconds in new[] { 1, 299 })
        {
            _sample.MoveTo(Now.AddSeconds(-seconds));
            (await RunAsync()).Should().StartWith("0 sent");
        }

        _sample.MoveTo(Now.AddMinutes(-6));
        (await RunAsync()).Should().StartWith("1 sent", "that clock was set back");
    }

    [Fact]
    public async Task What_was_sent_goes_after_90_days_and_what_could_not_be_delivered_after_a_year()
    {
        await WriteAsync("sent", Now, new MailAttachment("report.csv", "text/csv", [1]));
        await WriteAsync("dead", Now, new MailAttachment("report.csv", "text/csv", [2]));
        _postman.NowhereToGo = "dead";
        await RunAsync();

        (await RunAtAsync(Now.AddDays(90))).Should().Be("0 sent, 0 to be tried again, 0 given up");
        (await MailAsync("dead")).Attachments.Should().ContainSingle("it may be sent again");
        (await RunAtAsync(Now.AddDays(90).AddHours(1))).Should().Be("0 sent, 0 to be tried again, 0 given up; 1 old ones deleted");
        (await RunAtAsync(Now.AddDays(365))).Should().Be("0 sent, 0 to be tried again, 0 given up");
        (await RunAtAsync(Now.AddDays(365).AddHours(1))).Should().Be("0 sent, 0 to be tried again, 0 given up; 1 old ones deleted");

        await using var db = _sample.Open();
        (await db.Outbox.CountAsync()).Should().Be(0);
        (await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM OutboxAttachments").SingleAsync()).Should().Be(0);
    }

    [Fact]
    public async Task What_waits_is_never_too_old()
    {
        await WriteAsync("waits", Now);
        _postman.Refuses = "waits";
        await RunAsync();
        (await RunAtAsync(Now.AddYears(2))).Should().Be("0 sent, 1 to be tried again, 0 given up");
    }

    [Fact]
    public async Task What_cannot_be_sent_is_tried_again_later_and_holds_up_nothing()
    {
        await WriteAsync("bad", Now.AddMinutes(-5));
        await WriteAsync("good", Now);
        _postman.Refuses = "bad";

        (await RunAsync()).Should().Be("1 sent, 1 to be tried again, 0 given up");
        (await MailAsync("bad")).LastError.Should().Be("Mailbox unavailable");
        (await RunAsync()).Should().Be("0 sent, 0 to be tried again, 0 given up");

        _sample.MoveTo(Now.AddMinutes(1));
        _postman.Refuses = null;
        (await RunAsync()).Should().Be("1 sent, 0 to be tried again, 0 given up");
        (await MailAsync("bad")).Should().BeEquivalentTo(new { Tries = 2, LastError = (string?)null });
    }

    [Fact]
    public async Task After_five_failures_it_is_given_up_and_shown_to_administrators()
    {
        await WriteAsync("bad", Now);
        _postman.Refuses = "bad";
        var outcomes = new List<string>();
        for (var day = 0; day < 7; day++)
        {
            outcomes.Add(await RunAsync());
            _sample.MoveTo(Now.AddDays(day + 1));
        }

        _postman.Asked.Should().Be(5);
        outcomes.Should().HaveElementAt(4, "0 sent, 0 to be tried again, 1 given up").And.HaveElementAt(5, "0 sent, 0 to be tried again, 0 given up");
        await using var db = _sample.Open();
        (await db.Outbox.Undeliverable().SingleAsync()).Key.Should().Be("bad");
    }

    [Fact]
    public async Task Who_is_refused_for_good_is_given_up_at_once()
    {
        await WriteAsync("bad", Now.AddMinutes(-5));
        await WriteAsync("good", Now);
        _postman.NowhereToGo = "bad";

        (await RunAsync()).Should().Be("1 sent, 0 to be tried again, 1 given up");
        (await MailAsync("bad")).Should().BeEquivalentTo(new { Tries = 1, TryAt = (DateTimeOffset?)null, LastError = "No such mailbox" });
    }

    [Fact]
    public async Task One_silence_holds_up_nothing_but_a_server_that_is_silent_to_all_is_left_until_the_next_run()
    {
        for (var number = 1; number <= 6; number++)
        {
            await WriteAsync($"mail{number}", Now.AddMinutes(number - 10));
        }

        _postman.SilentTo = ["mail1", "mail3", "mail4", "mail5"];

        (await RunAsync()).Should().Be("1 sent, 4 to be tried again, 0 given up; then the mail server was silent");
        (await MailAsync("mail3")).LastError.Should().Contain("did not answer within 30 seconds");
        (await MailAsync("mail6")).Should().BeEquivalentTo(new { Tries = 0, TryAt = (DateTimeOffset?)Now.AddMinutes(-4) });
        (await RunAsync()).Should().Be("1 sent, 0 to be tried again, 0 given up");
    }

    [Fact]
    public async Task What_was_written_before_the_clock_was_set_back_does_not_wait_for_that_time()
    {
        await WriteAsync("ahead", Now.AddDays(3));
        await WriteAsync("later", Now.AddHours(1));

        (await RunAsync()).Should().Be("1 sent, 0 to be tried again, 0 given up");
        (await MailAsync("ahead")).SentAt.Should().Be(Now);
    }

    [Fact]
    public async Task A_run_that_is_told_to_stop_leaves_the_rest_for_the_next_one()
    {
        await WriteAsync("first", Now.AddMinutes(-5));
        await WriteAsync("second", Now);
        using var stop = new CancellationTokenSource();
        _postman.AfterTaking = stop.CancelAsync;

        await FluentActions.Awaiting(() => RunAsync(stop.Token)).Should().ThrowAsync<OperationCanceledException>();

        (await MailAsync("first")).SentAt.Should().NotBeNull();
        (await MailAsync("second")).Should().BeEquivalentTo(new { SentAt = (DateTimeOffset?)null, Tries = 0 });
        (await RunAsync()).Should().Be("1 sent, 0 to be tried again, 0 given up");
    }

    private Task<string> RunAsync(CancellationToken cancellationToken = default) =>
        new OutboxJob(_sample.Academy, _postman, _sample.Clock, NullLogger<OutboxJob>.Instance).RunAsync(cancellationToken);

    private Task<string> RunAtAsync(DateTimeOffset time)
    {
        _sample.MoveTo(time);
        return RunAsync();
    }

    private Task<Mail> WriteAsync(string key, DateTimeOffset at, params MailAttachment[] attachments) =>
        _sample.AddAsync(new Mail(key, new Person("Nakato", "nakato@example.org", Roles.Officer, "en", "UG"), "Subject", "Text", at, attachments));

    private async Task<Mail> MailAsync(string key)
    {
        await using var db = _sample.Open();
        return await db.Outbox.SingleAsync(m => m.Key == key);
    }

    private sealed class Postman : IMailTransport
    {
        public List<Mail> Taken { get; } = [];

        public int Asked { get; private set; }

        public string? Refuses { get; set; }

        public string? NowhereToGo { get; set; }

        public IReadOnlyList<string> SilentTo { get; set; } = [];

        public Func<Task> AfterTaking { get; set; } = () => Task.CompletedTask;

        public async Task SendAsync(Mail mail, CancellationToken cancellationToken)
        {
            Asked++;
            if (mail.Key == Refuses)
            {
                throw new InvalidOperationException("Mailbox unavailable");
            }

            if (mail.Key == NowhereToGo)
            {
                throw new RefusedForGoodException("No such mailbox", new InvalidOperationException());
            }

            if (SilentTo.Contains(mail.Key))
            {
                throw new OperationCanceledException();
            }

            Taken.Add(mail);
            await AfterTaking();
        }
    }
}
