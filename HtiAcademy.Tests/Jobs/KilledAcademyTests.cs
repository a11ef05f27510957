using System.Diagnostics;
using System.Globalization;
using System.Text;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Jobs;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Tests.Reminders;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Audit;
using HtiAcademy.Web.Jobs;
using HtiAcademy.Web.Reminders;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Jobs;

/// <summary>
/// The real program is killed in the middle of each job of the timetable, and started again: the job runs to its end, and
/// nothing is done twice.
/// </summary>
public sealed class KilledAcademyTests : IAsyncLifetime
{
    private const string Password = "correct-horse-battery";
    private const int Attempts = 120;
    private const int Reminded = 300;
    private const int Cohorts = 40;
    private const int PrintRuns = 6;
    private const int ReportRuns = 12;
    private const int PrintedInARun = 40;
    private const int LongAuditLog = 40_000;
    private const int OldSessions = 6000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;
    private readonly MailServer _mailServer = new(pause: TimeSpan.FromMilliseconds(5));
    private readonly List<string> _jobsKilled = [];
    private SampleAcademy _sample = null!;
    private AcademyProcess _process = null!;
    private Person _administrator = null!;

    private DateOnly Today => DateOnly.FromDateTime(_now.UtcDateTime);

    public async Task InitializeAsync()
    {
        // The officers' work lies two hours back, so that the time of their finals is over.
        var content = Content();
        _sample = await SampleAcademy.OpenAsync(_now.AddHours(-2), content, migrated: true);
        ContentExport.Write(content, Path.Combine(_sample.Folder, "content"), overwrite: false).Should().BeEmpty();
        _administrator = await _sample.AddAsync(WithPassword(new Person("Ada", "ada@example.org", Roles.Administrator, "en", "")));
        _process = await StartAsync();
    }

    public async Task DisposeAsync()
    {
        _process.Dispose();
        _mailServer.Dispose();
        await _sample.DisposeAsync();
    }

    [Fact]
    public async Task Each_job_that_is_killed_runs_to_its_end_and_doubles_nothing()
    {
        // Only what the test asks for runs, and a pause outlives each kill.
        var administrator = await SignInAsync();
        foreach (var job in Timetable.All)
        {
            await administrator.SubmitAsync((await administrator.GetAsync("/admin/jobs")).Form($"/{job.Name}/pause"));
        }

        await KillInTheMiddleAsync("overdue-attempts", AddOverdueAttemptsAsync, db => db.Attempts.CountAsync(a => a.SubmittedAt != null && a.Assessment == Step.Final), Attempts);
        await KillInTheMiddleAsync("print-runs", AddPrintRunsAsync, db => db.PrintRuns.CountAsync(r => r.State == PrintState.Done), PrintRuns);
        await KillInTheMiddleAsync("due-reminders", AddOfficersNearlyDueAsync, db => db.Outbox.CountAsync(m => m.Key.StartsWith(ReminderLetter.KeyStart)), Reminded);
        await KillInTheMiddleAsync("report-runs", AddReportRunsAsync, db => db.ReportRuns.CountAsync(r => r.State == ReportRunState.Done), ReportRuns);
        // The two cohorts of the jobs before are reported too.
        await KillInTheMiddleAsync("cohort-reports", AddCohortsAsync, db => db.CohortReports.CountAsync(r => r.RunId == Guid.Empty), Cohorts + 2);
        await KillInTheMiddleAsync("retention", AddOldSessionsAsync, async db => OldSessions - await db.Sessions.CountAsync(s => s.BeganAt < _now.AddDays(-100)), OldSessions);
        await KillInTheMiddleAsync("outbox", () => Task.CompletedTask, db => db.Outbox.CountAsync(m => m.SentAt != null), Reminded + Cohorts);
        await KillWhileItRunsAsync("audit-check", AddLongAuditLogAsync);
        (await File.ReadAllLinesAsync(Path.Combine(_sample.Folder, AuditCheckpoints.FileName))).Should().ContainSingle("the killed run noted nothing");

        _jobsKilled.Should().BeEquivalentTo(Timetable.All.Select(job => job.Name), "each job of the timetable is killed");
        await using var db = _sample.Open();
        (await db.Certificates.ToListAsync()).Select(c => c.Number).Should().BeEquivalentTo(Enumerable.Range(1, Attempts).Select(n => $"HTI-UG-{Today.Year}-{n:D6}"), "each officer who passed has one certificate");
        (await db.Certificates.Select(c => c.OfficerId).Distinct().CountAsync()).Should().Be(Attempts);
        (await db.Outbox.Where(m => m.Key.StartsWith(ReminderLetter.KeyStart)).Select(m => m.ToAddress).ToListAsync()).Should().OnlyHaveUniqueItems("nobody is reminded twice");
        (await db.CohortReports.Where(r => r.RunId == Guid.Empty).Select(r => r.CohortId).ToListAsync()).Should().OnlyHaveUniqueItems("each cohort has one report");
        (await db.CohortReports.Where(r => r.RunId != Guid.Empty).Select(r => r.RunId).ToListAsync()).Should().HaveCount(ReportRuns).And.OnlyHaveUniqueItems("each that was asked for is made once");
        (await db.Printings.CountAsync()).Should().Be(PrintRuns * PrintedInARun);
        (await db.PrintedFiles.CountAsync()).Should().Be(PrintRuns);
        (await db.AuditEntries.CountAsync(e => e.What == "certificates.printed")).Should().Be(PrintRuns);
        (await db.CheckAuditAsync([], CancellationToken.None)).Fault.Should().BeNull();
        // What was handed over when the process died is sent once more, under the same id: mail programs show it once.
        var taken = _mailServer.Messages.Select(m => m.Header("Message-ID")).ToList();
        taken.Distinct().Should().BeEquivalentTo((await db.Outbox.Select(m => m.Id).ToListAsync()).Select(id => $"<{id:N}@example.org>"));
        taken.Count.Should().BeInRange(Reminded + Cohorts, Reminded + Cohorts + 1);
    }

    private async Task KillInTheMiddleAsync(string job, Func<Task> addWork, Func<AcademyDb, Task<int>> count, int all)
    {
        await addWork();
        await RunNowAsync(job);
        await UntilAsync(job, async db => await count(db) > 0);
        _process.Kill();
        await using (var db = _sample.Open())
        {
            (await count(db)).Should().BeInRange(1, all - 1, $"{job} is killed in its middle");
            (await db.JobRuns.Of(job).Unfinished().CountAsync()).Should().Be(1);
        }

        _process = await StartAsync();
        // A mail job sends a part of what waits in each run; the others do all.
        await UntilAsync(job, async db =>
        {
            if (job == "outbox" && !await db.JobRuns.Of(job).Unfinished().AnyAsync() && await count(db) < all)
            {
                await RunNowAsync(job);
            }

            return await count(db) == all && !await db.JobRuns.Of(job).Unfinished().AnyAsync();
        });
        await using var after = _sample.Open();
        var runs = await after.JobRuns.Of(job).NewestFirst(DateTimeOffset.UtcNow).ToListAsync();
        runs[0].Outcome.Should().Be(JobOutcome.Succeeded, runs[0].Detail);
        runs.Should().ContainSingle(r => r.Outcome == JobOutcome.Failed).Which.Detail.Should().StartWith("Interrupted");
        _jobsKilled.Add(job);
    }

    /// <summary>For a job whose effect comes at its end.</summary>
    private async Task KillWhileItRunsAsync(string job, Func<Task> addWork)
    {
        await addWork();
        await RunNowAsync(job);
        await UntilAsync(job, db => db.JobRuns.Of(job).Unfinished().AnyAsync());
        _process.Kill();
        await using (var db = _sample.Open())
        {
            (await db.JobRuns.Of(job).Unfinished().CountAsync()).Should().Be(1, $"{job} is killed while it runs");
        }

        _process = await StartAsync();
        await UntilAsync(job, db => db.JobRuns.Of(job).AnyAsync(r => r.Outcome == JobOutcome.Succeeded));
        _jobsKilled.Add(job);
    }

    private async Task AddLongAuditLogAsync()
    {
        await using var db = _sample.Open();
        var last = await db.AuditEntries.OrderBy(e => e.Sequence).LastAsync();
        for (var number = 0; number < LongAuditLog; number++)
        {
            db.Add(last = new AuditEntry(last, "command line", "essay.marked", $"essay {number}", "", _now));
        }

        await db.SaveChangesAsync();
    }

    private async Task UntilAsync(string job, Func<AcademyDb, Task<bool>> enough)
    {
        for (var waiting = Stopwatch.StartNew(); ; await Task.Delay(TimeSpan.FromMilliseconds(5)))
        {
            await using var db = _sample.Open();
            if (await enough(db))
            {
                return;
            }

            waiting.Elapsed.Should().BeLessThan(Patience, $"{job} goes on");
        }
    }

    private Task<AcademyProcess> StartAsync() => AcademyProcess.StartAsync(
        ("Academy__DataDirectory", _sample.Folder),
        ("Academy__ContentDirectory", Path.Combine(_sample.Folder, "content")),
        // It has people, so nobody is invented; but its administrator needs no second factor.
        ("Academy__Demo", "true"),
        ("Mail__Smtp__Host", "127.0.0.1"),
        ("Mail__Smtp__Port", _mailServer.Port.ToString(CultureInfo.InvariantCulture)),
        ("Mail__Smtp__From", "academy@example.org"));

    private async Task<Visitor> SignInAsync()
    {
        var visitor = _process.Visit();
        await visitor.SubmitAsync((await visitor.GetAsync("/account/sign-in")).Form("sign-in"), ("Input.Email", _administrator.Email!), ("Input.Password", Password));
        return visitor;
    }

    private async Task RunNowAsync(string job)
    {
        var administrator = await SignInAsync();
        await administrator.PostAsync((await administrator.GetAsync("/admin/jobs")).Form($"/{job}/run"));
    }

    // Each has done all but hand in the final, and passes it.
    private async Task AddOverdueAttemptsAsync()
    {
        var cohort = await _sample.CohortAsync("Finals", Today.AddDays(-10), Today.AddDays(50));
        await AddAsync(Attempts, number =>
        {
            var officer = Officer($"final{number}");
            var enrolment = new Enrolment(cohort, officer, _sample.Clock.Now);
            _sample.Pass(enrolment, SampleContent.Listening);
            _sample.Pass(enrolment, SampleContent.Writing);
            var locale = new Locale("en", "UG");
            var attempt = new Attempt(enrolment, Blueprint.ForFinal(_sample.Course, locale, "investigator"), locale, number: 1, seed: number, _sample.Clock.Now);
            var bank = _sample.Course.Modules.SelectMany(m => m.Questions(locale)).ToDictionary(q => q.Hash, StringComparer.Ordinal);
            foreach (var drawn in attempt.Questions)
            {
                attempt.Answer(drawn.Position, bank[drawn.Hash], ["true"], _sample.Clock.Now).Should().Be(AnswerOutcome.Saved);
            }

            return [officer, enrolment, attempt];
        });
    }

    private async Task AddPrintRunsAsync()
    {
        await using var db = _sample.Open();
        var certificates = await db.Certificates.OrderBy(c => c.Id).Select(c => c.Id).Take(PrintedInARun).ToListAsync();
        await AddAsync(PrintRuns, number => [new PrintRun(certificates, PrintForm.OneFile, "a4", $"run{number}", "/agency", _administrator.Id, _now)]);
    }

    private async Task AddReportRunsAsync()
    {
        await using var db = _sample.Open();
        var cohort = await db.Cohorts.OrderByDescending(c => c.DueOn).FirstAsync();
        await AddAsync(ReportRuns, _ => [new ReportRun(cohort, null, _administrator.Id, _now)]);
    }

    // Somebody else's: signing in deletes the old ones of who signs in.
    private async Task AddOldSessionsAsync()
    {
        var officer = await _sample.OfficerAsync("Often signed in");
        await AddAsync(OldSessions, _ => [new Session(officer, "Firefox, Windows", "192.0.2.…", isShared: false, _now.AddDays(-200))]);
    }

    private async Task AddOfficersNearlyDueAsync()
    {
        var cohort = await _sample.CohortAsync("Nearly due", Today.AddDays(-10), Today.AddDays(1));
        await AddAsync(Reminded, number => Enrolled(cohort, Officer($"due{number}")));
    }

    private async Task AddCohortsAsync()
    {
        var trainer = await _sample.TrainerAsync("Tina");
        for (var number = 0; number < Cohorts; number++)
        {
            var cohort = await _sample.CohortAsync($"Cohort {number}", Today.AddDays(-10), Today.AddDays(50), trainer: trainer);
            await AddAsync(1, _ => Enrolled(cohort, Officer($"member{cohort.Name[7..]}")));
        }
    }

    private Task AddAsync(int number, Func<int, object[]> make) => _sample.Academy.WriteAsync(Scope.Everything, db =>
    {
        db.AddRange(Enumerable.Range(1, number).SelectMany(make));
        return Task.CompletedTask;
    });

    private object[] Enrolled(Cohort cohort, Person officer) => [officer, new Enrolment(cohort, officer, _sample.Clock.Now)];

    private static Person Officer(string name) => new(name, $"{name}@example.org", Roles.Officer, "en", "UG");

    private static Person WithPassword(Person person)
    {
        person.NormalizedUserName = person.UserName!.ToUpperInvariant();
        person.NormalizedEmail = person.Email!.ToUpperInvariant();
        person.PasswordHash = new PasswordHasher<Person>().HashPassword(person, Password);
        person.SecurityStamp = "stamp";
        return person;
    }

    // Reminders are written by day: in this course's Uganda it is noon now, and no weekend.
    private List<SourceDocument> Content()
    {
        var zone = $"Etc/GMT{_now.Hour - 12:+0;-0;+0}";
        var restDay = _now.AddDays(3).DayOfWeek.ToString().ToLowerInvariant();
        return [.. SampleContent.Documents().Select(document => document.Path != "countries/UG.yml" ? document : new SourceDocument(
            document.Path,
            Encoding.UTF8.GetBytes($"{Encoding.UTF8.GetString(document.Bytes.Span).Replace("Africa/Kampala", zone, StringComparison.Ordinal)}weekend: [{restDay}]\n")))];
    }
}
