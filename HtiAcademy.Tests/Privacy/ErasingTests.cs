using System.Net;
using System.Text.RegularExpressions;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Privacy;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Tests.Assessments;
using HtiAcademy.Tests.Certificates;
using HtiAcademy.Tests.Personnel;
using Microsoft.EntityFrameworkCore;

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
        var done = await administrator.SubmitAsync(page.Form("/erase/do"), ("userName", Cast.CertifiedInUganda), ("reason", ErasedPeople.Reason));

        done.Text.Should().Contain("The person is erased").And.NotContain("Nakato");
        await using var db = _app.Open();
        var erased = await db.People.SingleAsync(p => p.Id == person.Id);
        (erased.FullName, erased.Email, erased.Rank, erased.PasswordHash).Should().Be((erased.Pseudonym, null, null, null));
        (await db.AuditEntries.SingleAsync(e => e.What == "person.erased")).Record.Should().Be($"{person.AuditName}: {ErasedPeople.Reason}");
        (await db.CheckAuditAsync([], CancellationToken.None)).Fault.Should().BeNull();
        _app.Clock.Advance(TimeSpan.FromSeconds(61));
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
    [InlineData("somebody.else", ErasedPeople.Reason, ErasureProblem.UserName, "not the user name of this account")]
    [InlineData("", ErasedPeople.Reason, ErasureProblem.UserName, "not the user name of this account")]
    [InlineData(Cast.CertifiedInUganda, "short", ErasureProblem.Reason, "Give a reason")]
    [InlineData(Cast.CertifiedInUganda, "Asked for by NAKATO@demo.example in writing", ErasureProblem.NameInReason, "Write it without the name")]
    public async Task What_is_wrong_is_told_and_nothing_is_erased(string userName, string reason, ErasureProblem problem, string told)
    {
        var person = await _app.PersonAsync(Cast.CertifiedInUganda);
        (await _app.TryToEraseAsync(person.Id, userName, reason)).Should().Be(problem);
        var administrator = await _app.SignInAsync(Cast.Administrator);

        var page = await administrator.SubmitAsync((await administrator.GetAsync($"/admin/people/{person.Id}/erase")).Form("/erase/do"), ("userName", userName), ("reason", reason));

        page.Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        page.Text.Should().Contain(told).And.Contain("Nothing was changed");
        page.Form("/erase/do").Value("userName").Should().Be(userName);
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
    public async Task An_account_that_went_into_another_keeps_no_name()
    {
        var (kept, _) = await _app.AddInvitedAsync("Okello Quintus", "okello.quintus");
        var (other, _) = await _app.AddInvitedAsync("Okello Quintus", "okello");
        await _app.Academy.WriteAsync(Scope.Everything, async db =>
            (await db.MergeAsync(kept.Id, other.Id, await db.People.SingleAsync(p => p.Email == Cast.Administrator), "", _app.Clock.Now, CancellationToken.None)).Should().BeNull());

        await _app.EraseAsync(kept.Id);

        (await TablesHoldingAsync("Quintus")).Should().BeEmpty();
    }

    public void Dispose() => _app.Dispose();

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
        var text = new System.Text.StringBuilder();
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
