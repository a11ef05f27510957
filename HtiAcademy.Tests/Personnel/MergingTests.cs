using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Personnel;

public sealed class MergingTests : IDisposable
{
    /// <summary>What points at a person, and what a merge does with it.</summary>
    private static readonly string[] Handled =
    [
        // Moved.
        "AgencyReading.ApprovedById", "AgencyReading.AskedById", "Attempt.OfficerId", "CaseCounts.RecordedById", "Certificate.OfficerId", "Certificate.RevokedById", "CertificateChange.AskedById", "CertificateChange.DecidedById",
        "CertificateChange.OfficerId", "Draft.DecidedById", "DraftComment.ById", "Enrolment.OfficerId", "EssayMarking.OfficerId", "Invitation.ById", "Invitation.PersonId", "Observation.OfficerId", "PrintRun.AskedById",
        "Printing.ById", "Printing.OfficerId", "ReportRun.AskedById", "SectionFlag.ById", "SelfApproval.AllowedById", "SentReminder.PersonId",
        // Dropped.
        "Authenticator.PersonId", "IdentityUserPasskey`1.UserId", "RecoveryCode.PersonId", "Session.PersonId",
        // Refused, when there is any of the account that would go.
        "CohortTrainer.PersonId", "Draft.AuthorId", "EssayMark.MarkerId", "Observation.TrainerId",
    ];

    private readonly AcademyApp _app = new();

    [Fact]
    public void Whatever_points_at_a_person_is_handled()
    {
        using var db = _app.Open();
        var keys = db.Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys()).Where(k => k.PrincipalEntityType.ClrType == typeof(Person))
            .Select(k => $"{k.DeclaringEntityType.ClrType.Name}.{k.Properties[0].Name}");
        var named = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.Name is "OfficerId" or "PersonId" or "ById" or "AskedById" or "DecidedById" or "TrainerId" or "MarkerId")
            .Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}");

        keys.Union(named).Should().BeEquivalentTo(Handled);
    }

    [Fact]
    public async Task All_that_is_on_record_goes_to_the_account_that_stays()
    {
        var (kept, _) = await _app.AddInvitedAsync("Nakato Florence", "nakato.florence");
        var other = await _app.PersonAsync(Cast.CertifiedInUganda);
        await using (var before = _app.Open())
        {
            before.Add(new SentReminder(other.Id, new Reminder(ReminderKind.Overdue, Guid.NewGuid(), new DateOnly(2026, 11, 1)), Guid.NewGuid(), _app.Clock.Now));
            await before.SaveChangesAsync();
        }

        var administrator = await _app.SignInAsync(Cast.Administrator);
        var compare = await administrator.GetAsync($"/admin/people/{kept.Id}/merge?with={Cast.CertifiedInUganda.ToUpperInvariant()}");
        compare.Text.Should().Contain("Florence Nabirye Nakato");
        (await administrator.SubmitAsync(compare.Form("/merge/do"))).Text.Should().Contain("The two accounts are one");

        await using var db = _app.Open();
        (await db.Enrolments.CountAsync(e => e.OfficerId == kept.Id && e.State == EnrolmentState.Completed)).Should().Be(1);
        (await db.Attempts.CountAsync(a => a.OfficerId == kept.Id)).Should().BePositive();
        (await db.Certificates.CountAsync(c => c.OfficerId == kept.Id)).Should().Be(1);
        (await db.SentReminders.CountAsync(s => s.PersonId == kept.Id)).Should().Be(1);
        (await LeftAsync(db, other.Id)).Should().Be(0);
        (await _app.PersonAsync("nakato.florence")).Email.Should().Be(Cast.CertifiedInUganda, "it had none");
        var gone = await db.People.SingleAsync(p => p.Id == other.Id);
        (gone.Email, gone.PasswordHash, gone.UserName).Should().Be((null, null, $"merged-{other.Id:N}"));
        gone.DeactivatedAt.Should().NotBeNull();
        (await db.AuditEntries.SingleAsync(e => e.What == "person.merged")).Record.Should().Be($"{other.AuditName} → {kept.AuditName}");
    }

    [Fact]
    public async Task Open_courses_follow_to_the_agency_of_the_account_that_stays()
    {
        var desk = await _app.AddAgencyAsync("Border Police (test)", "UG");
        var (kept, _) = await _app.AddInvitedAsync("Ssemanda Joseph", "ssemanda.joseph");
        await _app.Academy.WriteAsync(Scope.Everything, async db => (await db.People.SingleAsync(p => p.Id == kept.Id)).BelongTo(await db.Agencies.SingleAsync(a => a.Id == desk.Id), null, "investigator"));

        (await MergeAsync(kept.Id, (await _app.PersonAsync(Cast.OfficerInUganda)).Id)).Should().BeNull();

        await using var after = _app.Open();
        (await after.Enrolments.SingleAsync(e => e.OfficerId == kept.Id)).AgencyId.Should().Be(desk.Id);
        (await after.Attempts.Where(a => a.OfficerId == kept.Id).Select(a => a.AgencyId).Distinct().ToListAsync()).Should().Equal(desk.Id);
    }

    [Fact]
    public async Task What_would_fall_together_is_refused_and_nothing_moves()
    {
        var (officer, colleague) = (await _app.PersonAsync(Cast.OfficerInUganda), await _app.PersonAsync(Cast.CertifiedInUganda));
        var (trainer, administrator) = (await _app.PersonAsync(Cast.TrainerInUganda), await _app.PersonAsync(Cast.Administrator));
        (await MergeAsync(officer.Id, colleague.Id)).Should().Be(MergeProblem.SameCohort);
        (await MergeAsync(officer.Id, officer.Id)).Should().Be(MergeProblem.SameAccount);
        (await MergeAsync(officer.Id, Guid.NewGuid())).Should().Be(MergeProblem.Unknown);
        (await MergeAsync(officer.Id, trainer.Id)).Should().Be(MergeProblem.Staff);
        (await MergeAsync(officer.Id, administrator.Id)).Should().Be(MergeProblem.Yourself);
        var abroad = await _app.Academy.WriteAsync(Scope.Everything, db => db.Certificates.Where(c => c.Country == "KE").Select(c => c.OfficerId).FirstAsync());
        (await MergeAsync(abroad, colleague.Id)).Should().Be(MergeProblem.BothCertified);

        await using var after = _app.Open();
        (await after.Enrolments.CountAsync(e => e.OfficerId == colleague.Id)).Should().Be(1);
        (await after.AuditEntries.CountAsync(e => e.What == "person.merged")).Should().Be(0);
        var visitor = await _app.SignInAsync(Cast.Administrator);
        (await visitor.GetAsync($"/admin/people/{officer.Id}/merge?with={Cast.CertifiedInUganda}")).Text.Should().Contain("Both accounts are in the same cohort");
    }

    public void Dispose() => _app.Dispose();

    private static async Task<int> LeftAsync(AcademyDb db, Guid id) =>
        await db.Enrolments.CountAsync(e => e.OfficerId == id) + await db.Attempts.CountAsync(a => a.OfficerId == id) + await db.Certificates.CountAsync(c => c.OfficerId == id)
        + await db.SentReminders.CountAsync(s => s.PersonId == id) + await db.Printings.CountAsync(p => p.OfficerId == id || p.ById == id);

    private async Task<MergeProblem?> MergeAsync(Guid kept, Guid other)
    {
        var by = await _app.PersonAsync(Cast.Administrator);
        return await _app.Academy.WriteAsync(Scope.Of(by), db => db.MergeAsync(kept, other, by, "a test", _app.Clock.Now, CancellationToken.None));
    }
}
