using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Access;

public sealed class ScopeTests : IDisposable
{
    // What is taught is not sensitive; and keys are read before anybody is known.
    private static readonly string[] WithoutFilter = [nameof(CourseVersion), nameof(Document), nameof(ProtectionKey), nameof(SigningKey), nameof(Emblem), nameof(SelfApproval)];

    private readonly AcademyApp _app = new();

    [Fact]
    public void Every_table_is_kept_to_the_scope_or_is_named_here()
    {
        using var db = _app.Open();
        var open = db.Model.GetEntityTypes().Where(e => !e.IsOwned() && e.GetDeclaredQueryFilters().Count == 0).Select(e => e.ClrType.Name);

        open.Should().BeEquivalentTo(WithoutFilter);
    }

    [Fact]
    public async Task Nobody_sees_nobody()
    {
        await using var db = _app.Open(Scope.Nobody);

        (await CountsAsync(db)).Should().OnlyContain(n => n == 0);
    }

    [Fact]
    public async Task Jobs_see_everything()
    {
        await using var db = _app.Open(Scope.Everything);

        (await CountsAsync(db)).Should().OnlyContain(n => n > 0);
    }

    [Fact]
    public async Task An_officer_sees_only_their_own_records()
    {
        var (db, me) = await AsAsync(Cast.OfficerInUganda);
        await using var _ = db;

        (await db.People.Select(p => p.Id).ToListAsync()).Should().Equal(me.Id);
        (await db.Enrolments.Select(e => e.OfficerId).Distinct().ToListAsync()).Should().Equal(me.Id);
        (await db.Attempts.Select(a => a.OfficerId).Distinct().ToListAsync()).Should().Equal(me.Id);
        (await db.Certificates.CountAsync()).Should().Be(0);
        (await db.Agencies.CountAsync()).Should().Be(0);
        (await db.Cohorts.Select(c => c.Country).ToListAsync()).Should().Equal("UG");
    }

    [Fact]
    public async Task A_trainer_sees_the_officers_of_their_countries_and_no_other()
    {
        var (db, _) = await AsAsync(Cast.TrainerInKenya);
        await using var __ = db;

        (await db.Enrolments.Select(e => e.Country).Distinct().ToListAsync()).Should().Equal("KE");
        (await db.Certificates.Select(c => c.Country).Distinct().ToListAsync()).Should().Equal("KE");
        (await db.Cohorts.Select(c => c.Country).Distinct().ToListAsync()).Should().Equal("KE");
        (await db.People.Where(p => p.Country != "KE").CountAsync()).Should().Be(0);
        (await db.People.Where(p => p.Roles == Roles.Partner).CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_partner_sees_the_officers_of_their_agency_and_no_other()
    {
        var (db, me) = await AsAsync(Cast.PartnerInUganda);
        await using var _ = db;

        (await db.Enrolments.Select(e => e.AgencyId).Distinct().ToListAsync()).Should().Equal(me.AgencyId);
        (await db.People.Where(p => p.Id != me.Id).Select(p => p.AgencyId).Distinct().ToListAsync()).Should().Equal(me.AgencyId);
        (await db.Agencies.Select(a => (Guid?)a.Id).ToListAsync()).Should().Equal(me.AgencyId);
    }

    [Fact]
    public async Task Of_what_others_were_reminded_nobody_sees()
    {
        var reminder = new Reminder(ReminderKind.Overdue, Guid.NewGuid(), new DateOnly(2026, 11, 30));
        await using (var everything = _app.Open())
        {
            var officer = await everything.People.SingleAsync(p => p.Email == Cast.OfficerInUganda);
            everything.Add(new SentReminder(officer.Id, reminder, Guid.NewGuid(), _app.Clock.Now));
            await everything.SaveChangesAsync();
        }

        foreach (var (person, sees) in new[] { (Cast.OfficerInUganda, 1), (Cast.OfficerInKenya, 0), (Cast.TrainerInUganda, 0), (Cast.PartnerInUganda, 0) })
        {
            var (db, _) = await AsAsync(person);
            await using var __ = db;
            (await db.SentReminders.CountAsync()).Should().Be(sees, person);
        }
    }

    [Fact]
    public async Task How_others_sign_in_nobody_sees()
    {
        await using (var everything = _app.Open())
        {
            var officer = await everything.People.SingleAsync(p => p.Email == Cast.OfficerInUganda);
            everything.AddRange(
                new Session(officer, "Firefox, Windows", "192.0.2.…", isShared: false, _app.Clock.Now),
                new Authenticator(officer.Id, "secret", 1, _app.Clock.Now),
                new RecoveryCode(officer.Id, EntryCode.New()),
                new Microsoft.AspNetCore.Identity.IdentityUserPasskey<Guid> { UserId = officer.Id, CredentialId = [1], Data = new() { PublicKey = [1], AttestationObject = [1], ClientDataJson = [1] } },
                new Guess(GuessKind.Password, officer.Id.ToString(), "network", _app.Clock.Now));
            await everything.SaveChangesAsync();
        }

        foreach (var (person, sees, guesses) in new[] { (Cast.OfficerInUganda, 1, 0), (Cast.OfficerInKenya, 0, 0), (Cast.TrainerInUganda, 0, 0), (Cast.PartnerInUganda, 0, 0) })
        {
            var (db, _) = await AsAsync(person);
            await using var __ = db;
            int[] counts = [await db.Sessions.CountAsync(), await db.Authenticators.CountAsync(), await db.RecoveryCodes.CountAsync(), await db.Passkeys.CountAsync(), await db.Guesses.CountAsync()];
            counts.Should().Equal([sees, sees, sees, sees, guesses], person);
        }
    }

    [Fact]
    public async Task Reports_asked_for_are_seen_by_trainers_there_and_by_the_agency_they_are_about()
    {
        await using (var everything = _app.Open())
        {
            var (cohort, asker) = (await everything.Cohorts.FirstAsync(c => c.Country == "UG"), await everything.People.FirstAsync(p => p.Email == Cast.Administrator));
            everything.AddRange(
                new HtiAcademy.Domain.Reports.ReportRun(cohort, null, asker.Id, _app.Clock.Now), new HtiAcademy.Domain.Reports.ReportRun(cohort, cohort.AgencyId, asker.Id, _app.Clock.Now));
            await everything.SaveChangesAsync();
        }

        foreach (var (person, sees) in new[] { (Cast.TrainerInUganda, 2), (Cast.PartnerInUganda, 1), (Cast.TrainerInKenya, 0), (Cast.PartnerInKenya, 0), (Cast.OfficerInUganda, 0) })
        {
            var (db, _) = await AsAsync(person);
            await using var __ = db;
            (await db.ReportRuns.CountAsync()).Should().Be(sees, person);
        }
    }

    [Fact]
    public async Task A_partner_without_an_agency_does_not_see_the_officers_without_one()
    {
        await using (var everything = _app.Open())
        {
            everything.Add(new Person("No Agency", "loose@example.org", Roles.Officer, "en", "UG"));
            await everything.SaveChangesAsync();
        }

        await using var db = _app.Open(Scope.Of(Guid.NewGuid(), Roles.Partner, agencyId: null, []));

        (await db.People.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_trainer_who_also_officiates_nowhere_sees_nothing()
    {
        await using var db = _app.Open(Scope.Of(Guid.NewGuid(), Roles.Officer, agencyId: null, ["UG"]));

        (await db.Enrolments.CountAsync()).Should().Be(0, "countries count only for trainers");
    }

    public void Dispose() => _app.Dispose();

    private static async Task<int[]> CountsAsync(AcademyDb db) =>
    [
        await db.People.CountAsync(), await db.Agencies.CountAsync(), await db.Cohorts.CountAsync(), await db.Enrolments.CountAsync(),
        await db.Attempts.CountAsync(), await db.Certificates.CountAsync(),
    ];

    private async Task<(AcademyDb Db, Person Me)> AsAsync(string address)
    {
        await using var everything = _app.Open();
        var person = await everything.People.SingleAsync(p => p.Email == address);
        return (_app.Open(Scope.Of(person)), person);
    }
}
