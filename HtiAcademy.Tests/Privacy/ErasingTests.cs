using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Privacy;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Tests.Assessments;
using HtiAcademy.Tests.Certificates;
using HtiAcademy.Tests.Personnel;
using HtiAcademy.Web.Certificates;
using HtiAcademy.Web.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Privacy;

public sealed partial class ErasingTests : IDisposable
{
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task An_administrator_erases_a_person_who_asked_for_it()
    {
        var officer = await _app.SignInAsync(Cast.CertifiedInUganda);
        var person = await _app.PersonAsync(Cast.CertifiedInUganda);
        var administrator = await _app.SignInAsync(Cast.Administrator);
        var page = await administrator.GetAsync($"/admin/people/{person.Id}");

        page = await administrator.GetAsync(page.Document.QuerySelector("a[href$='/erase']")!.GetAttribute("href")!);
        var done = await administrator.SubmitAsync(page.Form("/erase/do"), ("userName", Cast.CertifiedInUganda), ("reason", "AskedFor"));

        done.Text.Should().Contain("The person is erased").And.NotContain("Nakato");
        await using var db = _app.Open();
        var erased = await db.People.SingleAsync(p => p.Id == person.Id);
        (erased.FullName, erased.Email, erased.Rank, erased.PasswordHash).Should().Be((erased.Pseudonym, null, null, null));
        (await db.AuditEntries.SingleAsync(e => e.What == "person.erased")).Record.Should().Be($"{person.AuditName}: AskedFor");
        (await db.CheckAuditAsync([], CancellationToken.None)).Fault.Should().BeNull();
        (await officer.Http.GetAsync("/")).StatusCode.Should().Be(HttpStatusCode.Found, "no session is left");
        (await administrator.GetAsync("/admin/audit")).Text.Should().NotContain("Nakato");
    }

    [Fact]
    public async Task No_table_holds_the_name_the_address_or_a_word_any_more()
    {
        var certificate = (await IssuedCertificates.AddAsync(_app, "UG", "Zawadi Quintessa"))[0];
        var person = await BusyLifeAsync(certificate);
        (await TablesHoldingAsync("Quintessa")).Should().Contain(["People.FullName", "Certificates.Printed_HolderName", "Outbox.ToName", "CertificateChanges.HolderName", "Enrolments.Withdrawal", "Observations.Note"]);

        await _app.EraseAsync(person.Id);

        (await TablesHoldingAsync("Quintessa")).Should().BeEmpty();
        (await TablesHoldingAsync(person.Email!)).Should().BeEmpty();
        await using var db = _app.Open();
        (await db.Sessions.AnyAsync(s => s.PersonId == person.Id) || await db.Invitations.AnyAsync(i => i.PersonId == person.Id) || await db.RecoveryCodes.AnyAsync(c => c.PersonId == person.Id)
            || await db.Authenticators.AnyAsync(a => a.PersonId == person.Id) || await db.SentReminders.AnyAsync(s => s.PersonId == person.Id) || await db.PrintRuns.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task No_figure_changes()
    {
        var person = await _app.PersonAsync(Cast.CertifiedInUganda);
        await using var db = _app.Open();
        var cohort = (await db.Enrolments.SingleAsync(e => e.OfficerId == person.Id)).CohortId;
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        string[] pages = [$"/cohorts/{cohort}/report", "/author/foundations/statistics", "/reports"];
        var before = await WordsOnAsync(trainer, pages);
        before.Should().Contain(person.FullName, "the report names the officers");

        await _app.EraseAsync(person.Id);

        var after = await WordsOnAsync(trainer, pages);
        after.Should().Contain(person.Pseudonym).And.NotContain("Nakato");
        var (lost, come) = (Counted(before.Replace(person.FullName, person.Pseudonym, StringComparison.Ordinal).Replace($"{person.Pseudonym}{person.Rank}", person.Pseudonym, StringComparison.Ordinal)), Counted(after));
        come.Except(lost).Should().BeEmpty();
        lost.Except(come).Should().BeEmpty();
    }

    [Fact]
    public async Task What_was_written_goes_and_what_was_scored_stays()
    {
        var writers = await EssayClass.BeginAsync(_app);
        await writers.WriteAsync("It began at night.");
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        await EssayClass.MarkAsync(trainer, await EssayClass.OpenAsync(trainer), "4", "3");
        var before = await writers.AttemptAsync();
        before.Percent.Should().NotBeNull();

        await _app.EraseAsync(before.OfficerId);

        var after = await writers.AttemptAsync();
        after.Percent.Should().Be(before.Percent);
        after.Questions.Select(q => q.Fraction).Should().Equal(before.Questions.Select(q => q.Fraction));
        after.Questions.Select(q => q.Response).Should().BeEquivalentTo("", "false");
        await using var db = _app.Open();
        var marking = await db.EssayMarkings.SingleAsync();
        marking.Points.Should().Equal(4, 3);
        marking.Comment.Should().BeEmpty();
        marking.Marks.Should().OnlyContain(mark => mark.Comment.Length == 0);
    }

    [Fact]
    public async Task Open_courses_end_and_nobody_has_to_mark_what_is_gone()
    {
        var writers = await EssayClass.BeginAsync(_app);
        await writers.WriteAsync("It began at night.");
        var officer = await _app.PersonAsync(Cast.OfficerInUganda);

        await _app.EraseAsync(officer.Id);

        await using var db = _app.Open();
        var enrolments = await db.Enrolments.Where(e => e.OfficerId == officer.Id).ToListAsync();
        enrolments.Should().HaveCount(2).And.OnlyContain(e => e.State == EnrolmentState.Withdrawn && !e.MayReturn);
        (await db.Attempts.CountAsync(a => a.OfficerId == officer.Id && a.Percent == null)).Should().Be(0);
        (await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync("/marking")).Document.QuerySelector("main table").Should().BeNull();
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        (await trainer.GetAsync($"/cohorts/{enrolments[0].CohortId}/members/{enrolments[0].Id}")).Response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_is_erased_stays_erased()
    {
        var (person, code) = await _app.AddInvitedAsync("Apio Mary", "apio.mary");
        await _app.EraseAsync(person.Id);
        var administrator = await _app.SignInAsync(Cast.Administrator);

        (await administrator.GetAsync($"/admin/people/{person.Id}")).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await administrator.GetAsync("/admin/people?q=erased")).Text.Should().NotContain(person.Pseudonym);
        var form = (await administrator.GetAsync("/admin/people/invite")).Form("/invite/send");
        foreach (var act in new[] { "reactivate", "letter", "change", "erase/do" })
        {
            (await administrator.PostAsync(form.To($"/admin/people/{person.Id}/{act}"), ("reason", "They want to come back"), ("userName", $"erased-{person.Id:N}")))
                .StatusCode.Should().Be(HttpStatusCode.NotFound, act);
        }

        (await _app.Visit().GetAsync($"/account/invitation/{code}")).Text.Should().NotContain("Apio");
        await using var db = _app.Open();
        var (erased, kept) = (await db.People.SingleAsync(p => p.Id == person.Id), await db.People.SingleAsync(p => p.Email == Cast.NewcomerInUganda));
        erased.Invoking(p => p.Reactivate()).Should().Throw<InvalidOperationException>();
        (await db.FindMergeProblemAsync(kept.Id, erased.Id, await db.People.SingleAsync(p => p.Email == Cast.Administrator), CancellationToken.None)).Should().Be(MergeProblem.Unknown);
        (await _app.AddInvitedAsync("Apio Mary", "apio.mary")).Person.UserName.Should().Be("apio.mary", "the user name is free");
    }

    [Fact]
    public async Task A_trainer_leaves_their_cohorts_and_their_name_goes_too()
    {
        var trainer = await _app.PersonAsync(Cast.TrainerInUganda);

        await _app.EraseAsync(trainer.Id);

        await using var db = _app.Open();
        (await db.Cohorts.AnyAsync(c => c.Trainers.Any(t => t.PersonId == trainer.Id))).Should().BeFalse();
        (await db.People.SingleAsync(p => p.Id == trainer.Id)).Roles.Should().Be(Roles.None);
        // Others' certificates are as they were signed.
        (await TablesHoldingAsync(trainer.FullName)).Should().Equal("Certificates.Printed_Trainers");
    }

    [Theory]
    [InlineData("somebody.else", "AskedFor", ErasureProblem.UserName, "not the user name of this account")]
    [InlineData("", "Ordered", ErasureProblem.UserName, "not the user name of this account")]
    [InlineData(Cast.CertifiedInUganda, "", ErasureProblem.Reason, "Choose a reason")]
    [InlineData(Cast.CertifiedInUganda, "CameBack", ErasureProblem.Reason, "Choose a reason")]
    [InlineData(Cast.CertifiedInUganda, "Asked for by Nakato", ErasureProblem.Reason, "Choose a reason")]
    public async Task What_is_wrong_is_told_and_nothing_is_erased(string userName, string reason, ErasureProblem problem, string told)
    {
        var person = await _app.PersonAsync(Cast.CertifiedInUganda);
        (await _app.TryToEraseAsync(person.Id, userName, Enum.TryParse<AccountReason>(reason, out var chosen) ? chosen : null)).Should().Be(problem);
        var administrator = await _app.SignInAsync(Cast.Administrator);

        var page = await administrator.SubmitAsync((await administrator.GetAsync($"/admin/people/{person.Id}/erase")).Form("/erase/do"), ("userName", userName), ("reason", reason));

        page.Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        page.Text.Should().Contain(told).And.Contain("Nothing was changed");
        page.Form("/erase/do").Value("userName").Should().Be(userName);
        page.Document.QuerySelectorAll("#reason option[selected]").Select(o => o.GetAttribute("value")).Should().BeSubsetOf([reason]);
        (await _app.PersonAsync(Cast.CertifiedInUganda)).ErasedAt.Should().BeNull();
    }

    [Fact]
    public async Task Nobody_erases_themselves_nor_the_last_administrator()
    {
        var administrator = await _app.PersonAsync(Cast.Administrator);

        (await _app.TryToEraseAsync(administrator.Id)).Should().Be(ErasureProblem.Yourself);
        (await _app.TryToEraseAsync(administrator.Id, by: Cast.TrainerInUganda)).Should().Be(ErasureProblem.LastAdministrator);
    }

    [Fact]
    public async Task An_account_that_went_into_another_keeps_no_name_and_no_letter()
    {
        var certificate = (await IssuedCertificates.AddAsync(_app, "UG", "Okello Quintus"))[0];
        var (kept, _) = await _app.AddInvitedAsync("Okello Quintus", "okello.quintus");
        var (first, _) = await _app.AddInvitedAsync("Okello Quintus", "okello");
        await _app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            var (other, administrator, now) = (await db.People.SingleAsync(p => p.Id == certificate.OfficerId), await db.People.SingleAsync(p => p.Email == Cast.Administrator), _app.Clock.Now);
            (await db.People.SingleAsync(p => p.Id == kept.Id)).TakeMailboxOf("quintus@example.org", confirmed: true);
            var attempt = await db.Attempts.FirstAsync(a => a.OfficerId == other.Id);
            db.AddRange(new[] { $"reminders/{other.Id:N}/Overdue/1", $"marked/{attempt.Id:N}", $"remark/{certificate.EnrolmentId:N}/cause" }.Select(key => new Mail(key, other, "A letter", "Dear reader,", now)));
            db.Add(new Mail($"reminders/{administrator.Id:N}/Overdue/1", administrator, "A letter", "Dear reader,", now));
            await db.SaveChangesAsync();
            (await db.MergeAsync(other.Id, first.Id, administrator, "", now, CancellationToken.None)).Should().BeNull();
            await db.SaveChangesAsync();
            (await db.MergeAsync(kept.Id, other.Id, administrator, "", now, CancellationToken.None)).Should().BeNull();
        });
        await using var db = _app.Open();
        (await db.AccountsOfAsync(kept.Id, CancellationToken.None)).Should().Equal(kept.Id, certificate.OfficerId, first.Id);
        (await db.Outbox.CountAsync(m => m.ToName == "Okello Quintus")).Should().Be(3);

        await _app.EraseAsync(kept.Id);

        (await TablesHoldingAsync("Quintus")).Should().BeEmpty();
        (await db.Outbox.CountAsync()).Should().Be(1, "others keep theirs");
    }

    [Fact]
    public async Task Reasons_that_were_typed_go_with_the_person()
    {
        var certificate = (await IssuedCertificates.AddAsync(_app, "UG", "Zawadi Quintessa"))[0];
        var (trainer, administrator) = (await _app.PersonAsync(Cast.TrainerInUganda), await _app.PersonAsync(Cast.Administrator));
        await ChangeAsync(certificate, CertificateChangeKind.NameCorrection, "Zawadi Q.", "So Quintessa says.", trainer.Id, administrator.Id, "Quintessa has the same papers as before.");
        await ChangeAsync(certificate, CertificateChangeKind.Revocation, null, "Somebody else sat for Quintessa.", trainer.Id, administrator.Id);
        (await TablesHoldingAsync("Quintessa")).Should().Contain(["Certificates.RevokedReason", "Enrolments.Revocation", "CertificateChanges.Reason", "CertificateChanges.Answer", "Outbox.Text"])
            .And.NotContain("AuditEntries.Record", "the log forgets nothing");

        await _app.EraseAsync(certificate.OfficerId);

        (await TablesHoldingAsync("Quintessa")).Should().BeEmpty();
        await using var db = _app.Open();
        (await db.CheckAuditAsync([], CancellationToken.None)).Fault.Should().BeNull();
        (await db.Enrolments.SingleAsync(e => e.Id == certificate.EnrolmentId)).Revocation.Should().NotBeNull("that there was one is still known");
        var page = $"/verify/{certificate.Code}";
        (await _app.Visit().GetAsync(page)).Text.Should().Contain("Revoked").And.Contain("Reason deleted with the person's data");
        (await _app.Visit().Http.GetStringAsync($"{page}.json")).Should().NotContain("Quintessa");
        var spaniard = _app.Visit();
        spaniard.Http.DefaultRequestHeaders.Add("Accept-Language", "es");
        (await spaniard.GetAsync(page)).Text.Should().Contain("Motivo borrado con los datos de la persona");
    }

    [Fact]
    public async Task Reports_that_name_the_person_go_and_the_weekly_job_makes_new_ones()
    {
        var certificate = (await IssuedCertificates.AddAsync(_app, "UG", "Zawadi Quintessa"))[0];
        await _app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            var cohort = await db.Cohorts.SingleAsync(c => db.Enrolments.Any(e => e.Id == certificate.EnrolmentId && e.CohortId == c.Id));
            var (trainer, stranger) = (await db.People.SingleAsync(p => p.Email == Cast.TrainerInUganda), new Agency("Coast Guard", "UG"));
            var left = new Cohort("Left before", await db.CourseVersions.FirstAsync(), "UG", agency: null, new DateOnly(2026, 9, 7), new DateOnly(2026, 9, 30));
            var run = new ReportRun(cohort, agencyId: null, trainer.Id, _app.Clock.Now);
            var mine = Report(cohort, agencyId: null, "As she was called before,3");
            db.AddRange(
                stranger, left, run, mine, Report(cohort, certificate.AgencyId, "Others,3"), Report(cohort, agencyId: null, "Others,3", runId: run.Id), Report(cohort, stranger.Id, "Others,3", "another agency"),
                Report(left, agencyId: null, "Zawadi Quintessa,3"), Report(left, stranger.Id, "Zawadi Quintessance,3", "nearly a namesake"),
                new Mail($"report/{mine.Id:N}/{trainer.Id:N}", trainer, "A report", "Dear reader,", _app.Clock.Now, new MailAttachment("report.csv", "text/csv", mine.Csv)));
        });

        await _app.EraseAsync(certificate.OfficerId);

        await using var db = _app.Open();
        (await db.CohortReports.Select(r => r.AgencyName).ToListAsync()).Should().BeEquivalentTo("another agency", "nearly a namesake");
        (await db.ReportRuns.AnyAsync() || await db.Outbox.AnyAsync()).Should().BeFalse();
        await using (var scope = _app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<CohortReportJob>().RunAsync(CancellationToken.None);
        }

        var made = await db.CohortReports.Weekly().SingleAsync(r => r.Country == "UG" && r.AgencyId == null);
        Encoding.UTF8.GetString(made.Csv).Should().Contain((await db.People.SingleAsync(p => p.Id == certificate.OfficerId)).Pseudonym).And.NotContain("Quintessa");
    }

    [Fact]
    public async Task Who_published_is_known_by_the_log_and_a_namesake_keeps_what_is_theirs()
    {
        var (administrator, trainer) = (await _app.PersonAsync(Cast.Administrator), await _app.PersonAsync(Cast.TrainerInUganda));
        await _app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            (await db.People.SingleAsync(p => p.Id == trainer.Id)).CorrectName(administrator.FullName);
            foreach (var (by, record) in new[] { (trainer, "foundations@2"), (administrator, "foundations@3, which is foundations@1 again") })
            {
                db.Add(new CourseVersion("foundations", record[12] - '0', administrator.FullName, _app.Clock.Now, []));
                await db.AuditAsync(by.AuditName, "course.published", record, "", _app.Clock.Now, CancellationToken.None);
                await db.SaveChangesAsync();
            }
        });

        await _app.EraseAsync(trainer.Id);

        await using var after = _app.Open();
        (await after.CourseVersions.Where(v => v.CourseId == "foundations" && v.Number > 1).OrderBy(v => v.Number).Select(v => v.PublishedBy).ToListAsync()).Should().Equal(trainer.Pseudonym, administrator.FullName);
    }

    [Fact]
    public async Task No_byte_of_it_is_left_in_the_database_file_or_in_the_log_beside_it()
    {
        const string words = "Quintessential-4711";
        var writers = await EssayClass.BeginAsync(_app);
        await writers.WriteAsync($"{words} {new string('x', 9000)} {words}");
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        await EssayClass.MarkAsync(trainer, await EssayClass.OpenAsync(trainer), "4", "3", comment: words);
        var officer = await _app.PersonAsync(Cast.OfficerInUganda);
        FilesHolding(words).Should().NotBeEmpty();
        // Whoever reads for long delays it, and whoever has read does not.
        await using var reader = _app.Open();
        (await reader.People.CountAsync()).Should().BePositive();
        var administrator = await _app.SignInAsync(Cast.Administrator);
        var page = await administrator.GetAsync($"/admin/people/{officer.Id}/erase");

        (await administrator.SubmitAsync(page.Form("/erase/do"), ("userName", officer.UserName!), ("reason", "AskedFor"))).Text.Should().Contain("The person is erased");

        FilesHolding(words).Should().BeEmpty();
        FilesHolding(officer.Email!).Should().BeEmpty();
    }

    public void Dispose() => _app.Dispose();

    private CohortReport Report(Cohort cohort, Guid? agencyId, string row, string? agencyName = null, Guid? runId = null) =>
        new(cohort, agencyId, CohortReport.MondayOf(new DateOnly(2026, 11, 23)), [1], Encoding.UTF8.GetBytes($"Officer,Score\r\n{row}\r\n"), _app.Clock.Now, agencyName, runId);

    private IEnumerable<string> FilesHolding(string text) => Directory.EnumerateFiles(_app.DataDirectory, "academy.db*").Where(path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    });

    // As the pages do it, with the letter to who asked.
    private Task ChangeAsync(Certificate certificate, CertificateChangeKind kind, string? name, string reason, Guid askedBy, Guid decidedBy, string? refusal = null) => _app.Academy.WriteAsync(Scope.Everything, async db =>
    {
        (await db.AskForChangeAsync(certificate.Id, kind, name, reason, askedBy, "", _app.Clock.Now, CancellationToken.None)).Should().Be(ChangeOutcome.Done);
        await db.SaveChangesAsync();
        var change = await db.CertificateChanges.SingleAsync(c => c.DecidedAt == null);
        (await db.DecideChangeAsync(certificate.Id, change.Id, refusal, decidedBy, _app.Services.GetRequiredService<IProveCertificates>(), "", _app.Clock.Now, CancellationToken.None)).Should().Be(ChangeOutcome.Done);
        db.Add(_app.Services.GetRequiredService<ChangeLetter>().Write(change, certificate.Number, await db.People.SingleAsync(p => p.Id == askedBy), _app.Clock.Now));
    });

    // A bit of everything that is kept about a person, their name in each.
    private async Task<Person> BusyLifeAsync(Certificate certificate)
    {
        var administrator = await _app.PersonAsync(Cast.Administrator);
        return await _app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            var (now, person) = (_app.Clock.Now, await db.People.SingleAsync(p => p.Id == certificate.OfficerId));
            var trainer = await db.People.SingleAsync(p => p.Email == Cast.TrainerInUganda);
            var version = await db.CourseVersions.FirstAsync();
            var cohort = new Cohort("Another class", version, "UG", agency: null, new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 30));
            var enrolment = new Enrolment(cohort, person, now);
            enrolment.Withdraw("Quintessa was posted elsewhere");
            await db.IssueCodeAsync(person, InvitationKind.NewPassword, byMail: true, byId: null, now, CancellationToken.None);
            await db.AskForChangeAsync(certificate.Id, CertificateChangeKind.NameCorrection, "Quintessa Zawadi", "Her names are exchanged", administrator.Id, "", now, CancellationToken.None);
            var run = new PrintRun([certificate.Id], PrintForm.OneFile, "a4", "certificates", "/agency", administrator.Id, now);
            db.AddRange(
                cohort, enrolment, run, new PrintedFile(run.Id, "Quintessa"u8.ToArray()),
                new Observation(enrolment, "interview", Guid.NewGuid(), trainer, [ObservedLevel.OnTheirOwn], "Quintessa asked well", new DateOnly(2026, 11, 20), now),
                new Mail("letter", person, "For Quintessa", "Dear Quintessa,", now),
                new SentReminder(person.Id, new Reminder(ReminderKind.Overdue, enrolment.Id, new DateOnly(2026, 11, 30)), Guid.NewGuid(), now),
                new Session(person, "Firefox, Windows", "192.0.2.…", isShared: false, now), new Authenticator(person.Id, "secret", 1, now), new RecoveryCode(person.Id, EntryCode.New()));
            return person;
        });
    }

    private static async Task<string> WordsOnAsync(Visitor visitor, params string[] addresses)
    {
        var text = new StringBuilder();
        foreach (var address in addresses)
        {
            var page = await visitor.GetAsync(address);
            page.Response.StatusCode.Should().Be(HttpStatusCode.OK);
            text.AppendLine(page.Document.QuerySelector("main")!.TextContent);
        }

        return text.ToString();
    }

    // By name one stands elsewhere in a list, so what counts is how often each word and each number stands there.
    private static IEnumerable<(string Word, int Times)> Counted(string text) => Words().Matches(text).CountBy(word => word.Value).Select(word => (word.Key, word.Value));

    [GeneratedRegex(@"[\p{L}\d%-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    private async Task<IReadOnlyList<string>> TablesHoldingAsync(string text)
    {
        await using var db = _app.Open();
        await db.Database.OpenConnectionAsync();
        var columns = await RowsAsync(db, "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'");
        var holding = new List<string>();
        foreach (var column in columns.Where(c => !c.StartsWith("sqlite_", StringComparison.Ordinal)))
        {
            var (table, name) = (column.Split('.')[0], column[(column.IndexOf('.', StringComparison.Ordinal) + 1)..]);
            var found = await RowsAsync(db, $"SELECT '{column}' FROM \"{table}\" WHERE instr(lower(CAST(\"{name}\" AS TEXT)), lower('{text}')) > 0 LIMIT 1");
            holding.AddRange(found);
        }

        return holding;
    }

    private static async Task<List<string>> RowsAsync(AcademyDb db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
