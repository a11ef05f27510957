using System.Linq.Expressions;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Jobs;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Domain.Reports;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HtiAcademy.Domain;

/// <summary>
/// The academy's records, opened for a <see cref="Scope"/> that filters every query. Course text is not filtered: what
/// is sensitive is who is trained, not what is taught.
/// </summary>
public abstract class AcademyDb(DbContextOptions options, Scope scope) : DbContext(options)
{
    /// <summary>The name of the query filter that keeps people to what they may see.</summary>
    public const string ScopeFilter = "Scope";

    public DbSet<Person> People => Set<Person>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Guess> Guesses => Set<Guess>();

    public DbSet<Authenticator> Authenticators => Set<Authenticator>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<IdentityUserPasskey<Guid>> Passkeys => Set<IdentityUserPasskey<Guid>>();

    public DbSet<Agency> Agencies => Set<Agency>();

    public DbSet<CourseVersion> CourseVersions => Set<CourseVersion>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<DraftComment> DraftComments => Set<DraftComment>();

    public DbSet<AgencyReading> AgencyReadings => Set<AgencyReading>();

    public DbSet<SectionFlag> SectionFlags => Set<SectionFlag>();

    public DbSet<SelfApproval> SelfApprovals => Set<SelfApproval>();

    public DbSet<Cohort> Cohorts => Set<Cohort>();

    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    public DbSet<Attempt> Attempts => Set<Attempt>();

    public DbSet<EssayMarking> EssayMarkings => Set<EssayMarking>();

    public DbSet<Observation> Observations => Set<Observation>();

    public DbSet<Certificate> Certificates => Set<Certificate>();

    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    public DbSet<CertificateChange> CertificateChanges => Set<CertificateChange>();

    public DbSet<Emblem> Emblems => Set<Emblem>();

    public DbSet<Printing> Printings => Set<Printing>();

    public DbSet<PrintRun> PrintRuns => Set<PrintRun>();

    public DbSet<PrintedFile> PrintedFiles => Set<PrintedFile>();

    public DbSet<Evaluation> Evaluations => Set<Evaluation>();

    public DbSet<EvaluationTally> EvaluationTallies => Set<EvaluationTally>();

    public DbSet<CaseCounts> CaseCounts => Set<CaseCounts>();

    public DbSet<CohortReport> CohortReports => Set<CohortReport>();

    public DbSet<ReportRun> ReportRuns => Set<ReportRun>();

    public DbSet<Mail> Outbox => Set<Mail>();

    public DbSet<SentReminder> SentReminders => Set<SentReminder>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        KeepAuditLog();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        KeepAuditLog();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    // The filters read these from the context that runs the query; EF makes parameters of them.
    private bool SeesEverything => scope.SeesEverything;

    private Guid Me => scope.PersonId;

    private Guid PartnerOf => scope.PartnerOf;

    private bool Trains => scope.TrainsIn.Count > 0;

    private string[] TrainsIn => [.. scope.TrainsIn];

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        // SQLite can neither order nor compare DateTimeOffset; a UTC DateTime works the same on both databases.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AcademyDb).Assembly);

        KeepToScope<Enrolment>(modelBuilder);
        KeepToScope<Attempt>(modelBuilder);
        KeepToScope<Certificate>(modelBuilder);
        KeepToScope<Printing>(modelBuilder);
        KeepToScope<Observation>(modelBuilder);
        // Drafts and single marks are the markers' own: an officer sees what counts in the end.
        modelBuilder.Entity<EssayMarking>().HasQueryFilter(ScopeFilter, m => SeesEverything || TrainsIn.Contains(m.Country) || (m.OfficerId == Me && m.MarkedAt != null));
        modelBuilder.Entity<Person>().HasQueryFilter(ScopeFilter, p => SeesEverything || p.Id == Me
            || (p.Roles.HasFlag(Roles.Officer) && (TrainsIn.Contains(p.Country) || p.AgencyId == PartnerOf)));
        // Whoever sees an officer sees who has joined; only administrators see the invitations of staff.
        modelBuilder.Entity<Invitation>().HasQueryFilter(ScopeFilter, i => SeesEverything || People.Any(p => p.Id == i.PersonId && p.Id != Me));
        // How people sign in is their own affair.
        modelBuilder.Entity<Session>().HasQueryFilter(ScopeFilter, s => SeesEverything || s.PersonId == Me);
        modelBuilder.Entity<Guess>().HasQueryFilter(ScopeFilter, g => SeesEverything);
        modelBuilder.Entity<Authenticator>().HasQueryFilter(ScopeFilter, a => SeesEverything || a.PersonId == Me);
        modelBuilder.Entity<RecoveryCode>().HasQueryFilter(ScopeFilter, c => SeesEverything || c.PersonId == Me);
        modelBuilder.Entity<IdentityUserPasskey<Guid>>().HasQueryFilter(ScopeFilter, p => SeesEverything || p.UserId == Me);
        modelBuilder.Entity<Agency>().HasQueryFilter(ScopeFilter, a => SeesEverything || TrainsIn.Contains(a.Country) || a.Id == PartnerOf);
        modelBuilder.Entity<Cohort>().HasQueryFilter(ScopeFilter, c => SeesEverything || TrainsIn.Contains(c.Country) || c.AgencyId == PartnerOf
            || Enrolments.Any(e => e.CohortId == c.Id && e.OfficerId == Me));
        modelBuilder.Entity<CohortReport>().HasQueryFilter(ScopeFilter, r => SeesEverything || TrainsIn.Contains(r.Country) || r.AgencyId == PartnerOf);
        // That a certificate may be revoked is its trainers' affair until it is done.
        modelBuilder.Entity<CertificateChange>().HasQueryFilter(ScopeFilter, c => SeesEverything || TrainsIn.Contains(c.Country)
            || ((c.OfficerId == Me || c.AgencyId == PartnerOf) && (c.Kind == CertificateChangeKind.NameCorrection || c.Approved == true)));
        modelBuilder.Entity<ReportRun>().HasQueryFilter(ScopeFilter, r => SeesEverything || TrainsIn.Contains(r.Country) || r.AgencyId == PartnerOf);
        modelBuilder.Entity<PrintRun>().HasQueryFilter(ScopeFilter, r => SeesEverything || r.AskedById == Me);
        modelBuilder.Entity<PrintedFile>().HasQueryFilter(ScopeFilter, f => SeesEverything || PrintRuns.Any(r => r.Id == f.RunId && r.AskedById == Me));
        // Nobody sees a single evaluation, and an officer not even their own: it does not say whose it is.
        modelBuilder.Entity<Evaluation>().HasQueryFilter(ScopeFilter, e => SeesEverything);
        modelBuilder.Entity<EvaluationTally>().HasQueryFilter(ScopeFilter, t => SeesEverything || TrainsIn.Contains(t.Country) || t.AgencyId == PartnerOf);
        // Whoever trains reads what others write; an agency what it was asked to read.
        modelBuilder.Entity<Draft>().HasQueryFilter(ScopeFilter, d => SeesEverything || Trains || d.AuthorId == Me || AgencyReadings.Any(r => r.DraftId == d.Id));
        modelBuilder.Entity<DraftComment>().HasQueryFilter(ScopeFilter, c => SeesEverything || Trains || Drafts.Any(d => d.Id == c.DraftId));
        modelBuilder.Entity<AgencyReading>().HasQueryFilter(ScopeFilter, r => SeesEverything || Trains || r.AgencyId == PartnerOf);
        modelBuilder.Entity<SectionFlag>().HasQueryFilter(ScopeFilter, f => SeesEverything || TrainsIn.Contains(f.Country) || f.ById == Me);
        modelBuilder.Entity<CaseCounts>().HasQueryFilter(ScopeFilter, c => SeesEverything || TrainsIn.Contains(c.Country));
        modelBuilder.Entity<Mail>().HasQueryFilter(ScopeFilter, m => SeesEverything);
        modelBuilder.Entity<SentReminder>().HasQueryFilter(ScopeFilter, s => SeesEverything || s.PersonId == Me);
        modelBuilder.Entity<JobRun>().HasQueryFilter(ScopeFilter, r => SeesEverything);
        modelBuilder.Entity<AuditEntry>().HasQueryFilter(ScopeFilter, e => SeesEverything);
    }

    private void KeepAuditLog()
    {
        if (ChangeTracker.Entries<AuditEntry>().Any(entry => entry.State is EntityState.Modified or EntityState.Deleted))
        {
            throw new InvalidOperationException("The audit log is only ever added to.");
        }
    }

    private void KeepToScope<T>(ModelBuilder modelBuilder)
        where T : class, IOfOfficer
    {
        Expression<Func<T, bool>> visible = r => SeesEverything || r.OfficerId == Me || TrainsIn.Contains(r.Country) || r.AgencyId == PartnerOf;
        modelBuilder.Entity<T>().HasQueryFilter(ScopeFilter, visible);
    }

    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        value => value.UtcDateTime,
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
}
