using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Jobs;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Privacy;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Tests.Personnel;
using HtiAcademy.Web.Jobs;
using HtiAcademy.Web.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Privacy;

public sealed class RetentionTests : IDisposable
{
    private readonly AcademyApp _app = new();

    [Fact]
    public void Every_kind_of_record_has_its_time()
    {
        using var db = _app.Open();

        Retention.Table.SelectMany(kept => kept.Types).Should().BeEquivalentTo(db.Model.GetEntityTypes().Where(e => !e.IsOwned()).Select(e => e.ClrType));
        Retention.Table.Should().OnlyContain(kept => kept.For == null == (kept.Job == null));
        Retention.Table.Select(kept => kept.Job).OfType<string>().Should().OnlyContain(job => Timetable.Find(job) != null);
    }

    [Fact]
    public void The_document_tells_the_same()
    {
        var document = File.ReadAllText(Path.Combine(Repository.Root, "docs/privacy.md"));

        Retention.Table.Select(Row).Where(row => !document.Contains(row, StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_kept_long_enough_is_deleted_and_the_rest_stays()
    {
        var (person, _) = await _app.AddInvitedAsync("Apio Mary", "apio.mary");
        var now = _app.Clock.Now;
        var open = await AddAsync(person.Id, now - TimeSpan.FromDays(800), now);

        (await RunAsync()).Should().Be("deleted 1 sessions, 1 invitations, 1 tries at signing in, 1 runs of jobs, 1 reminders");
        (await RunAsync()).Should().Be("deleted 0 sessions, 0 invitations, 0 tries at signing in, 0 runs of jobs, 0 reminders");

        await using var db = _app.Open();
        (await db.Sessions.SingleAsync(s => s.PersonId == person.Id)).BeganAt.Should().Be(now);
        (await db.Invitations.SingleAsync(i => i.PersonId == person.Id)).MadeAt.Should().Be(now);
        (await db.Guesses.SingleAsync()).At.Should().Be(now);
        (await db.JobRuns.SingleAsync(r => r.Job == "gone")).StartedAt.Should().Be(now);
        (await db.SentReminders.Where(s => s.PersonId == person.Id).OrderBy(s => s.SentAt).Select(s => s.SentAt).ToListAsync()).Should().HaveCount(2);
        (await db.SentReminders.AnyAsync(s => s.About == open)).Should().BeTrue("it would be sent again");
    }

    [Fact]
    public async Task The_database_is_written_anew_once_for_who_was_erased()
    {
        var (person, _) = await _app.AddInvitedAsync("Apio Mary", "apio.mary");
        await _app.EraseAsync(person.Id);
        var scheduling = _app.Services.GetRequiredService<IJobScheduling>();

        for (var i = 0; i < 2; i++)
        {
            _app.Clock.Advance(TimeSpan.FromDays(1));
            await scheduling.RunNowAsync(Timetable.Retention, CancellationToken.None);
        }

        await using var db = _app.Open();
        (await db.JobRuns.Of("retention").OrderBy(r => r.StartedAt).Select(r => r.Detail.EndsWith("somebody was erased: wrote the database anew")).ToListAsync()).Should().Equal(true, false);
    }

    public void Dispose() => _app.Dispose();

    internal static string Row(KeptRecords kept) => kept.For is { } time
        ? $"| {kept.Name} | {(time < TimeSpan.FromDays(1) ? $"{time.TotalHours} hour" : $"{time.TotalDays} days")} after {kept.Since} |"
        : $"| {kept.Name} | {kept.Since} |";

    private async Task<Guid> AddAsync(Guid personId, DateTimeOffset old, DateTimeOffset now) => await _app.Academy.WriteAsync(Scope.Everything, async db =>
    {
        var person = await db.People.SingleAsync(p => p.Id == personId);
        var open = await db.Enrolments.Open().Select(e => e.Id).FirstAsync();
        foreach (var at in new[] { old, now })
        {
            db.AddRange(
                new Session(person, "Firefox, Windows", "192.0.2.…", isShared: false, at), new Guess(GuessKind.Password, "somebody", "network", at), new JobRun("gone", at),
                new SentReminder(personId, new Reminder(ReminderKind.Overdue, Guid.NewGuid(), new DateOnly(2026, 11, 1)), Guid.NewGuid(), at));
        }

        db.AddRange(
            new Invitation(person, InvitationKind.NewPassword, EntryCode.New(), byMail: false, byId: null, old),
            new SentReminder(personId, new Reminder(ReminderKind.Overdue, open, new DateOnly(2026, 11, 1)), Guid.NewGuid(), old));
        return open;
    });

    private async Task<string> RunAsync()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RetentionJob>().RunAsync(CancellationToken.None);
    }
}
