using System.Globalization;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Jobs;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace HtiAcademy.Tests.Access;

/// <summary>One record of every kind of an officer in Uganda and of one in Kenya, and who in Uganda sees which.</summary>
public sealed class ScopeFilterTests(ScopeFilterTests.TwoCountries countries) : IClassFixture<ScopeFilterTests.TwoCountries>
{
    private const string Officer = Cast.CertifiedInUganda;
    private const string Trainer = Cast.TrainerInUganda;
    private const string Partner = Cast.PartnerInUganda;

    // Who sees the one from Uganda; the one from Kenya none of them does.
    private static readonly Dictionary<Type, string[]> SeenBy = new()
    {
        [typeof(Person)] = [Officer, Trainer, Partner],
        [typeof(Invitation)] = [Trainer, Partner],
        [typeof(Session)] = [Officer],
        [typeof(Guess)] = [],
        [typeof(Authenticator)] = [Officer],
        [typeof(RecoveryCode)] = [Officer],
        [typeof(IdentityUserPasskey<Guid>)] = [Officer],
        [typeof(Agency)] = [Trainer, Partner],
        [typeof(Cohort)] = [Officer, Trainer, Partner],
        [typeof(Enrolment)] = [Officer, Trainer, Partner],
        [typeof(Attempt)] = [Officer, Trainer, Partner],
        [typeof(EssayMarking)] = [Trainer],
        [typeof(Observation)] = [Officer, Trainer, Partner],
        [typeof(Certificate)] = [Officer, Trainer, Partner],
        [typeof(CertificateChange)] = [Trainer],
        [typeof(Printing)] = [Officer, Trainer, Partner],
        [typeof(PrintRun)] = [Officer],
        [typeof(PrintedFile)] = [Officer],
        [typeof(Evaluation)] = [],
        [typeof(EvaluationTally)] = [Trainer, Partner],
        [typeof(CaseCounts)] = [Trainer],
        [typeof(CohortReport)] = [Trainer, Partner],
        [typeof(ReportRun)] = [Trainer, Partner],
        [typeof(SectionFlag)] = [Officer, Trainer],
        [typeof(Mail)] = [],
        [typeof(SentReminder)] = [Officer],
        [typeof(JobRun)] = [],
        [typeof(AuditEntry)] = [],
    };

    // Whoever trains reads what is written for every country; of those who do not, only the agency that was asked to.
    private static readonly Type[] Written = [typeof(Draft), typeof(DraftComment), typeof(AgencyReading)];

    public static TheoryData<Type> WrittenKinds => [.. Written];

    public static TheoryData<Type> Kinds => [.. SeenBy.Keys];

    [Fact]
    public void Every_kind_of_record_that_has_a_filter_is_tried()
    {
        using var db = countries.Open(Scope.Nobody, without: null);

        db.Model.GetEntityTypes().Where(e => e.GetDeclaredQueryFilters().Count > 0).Select(e => e.ClrType).Should().BeEquivalentTo(SeenBy.Keys.Concat(Written));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task It_is_seen_by_whoever_may_and_by_nobody_else(Type kind) => (await WrongAsync(kind, without: null)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Without_its_filter_everybody_would_see_what_is_not_theirs(Type kind) =>
        (await WrongAsync(kind, without: kind)).Should().Contain([$"{Officer} sees Kenya's", $"{Trainer} sees Kenya's", $"{Partner} sees Kenya's", "nobody sees Kenya's", "nobody sees Uganda's"]);

    [Theory]
    [MemberData(nameof(WrittenKinds))]
    public async Task What_is_written_is_seen_by_whoever_trains_and_by_the_agency_that_was_asked(Type kind)
    {
        (string Viewer, bool Uganda, bool Kenya)[] rows = [(Officer, false, false), (Trainer, true, true), (Partner, true, false)];
        foreach (var (viewer, uganda, kenya) in rows)
        {
            (await countries.IsSeenAsync(kind, "UG", countries.ScopeOf(viewer), without: null)).Should().Be(uganda, viewer);
            (await countries.IsSeenAsync(kind, "KE", countries.ScopeOf(viewer), without: null)).Should().Be(kenya, viewer);
        }

        (await countries.IsSeenAsync(kind, "UG", Scope.Nobody, without: null)).Should().BeFalse();
        (await countries.IsSeenAsync(kind, "UG", Scope.Nobody, without: kind)).Should().BeTrue("its filter alone hides it");
    }

    private async Task<List<string>> WrongAsync(Type kind, Type? without)
    {
        var wrong = new List<string>();
        foreach (var viewer in new[] { Officer, Trainer, Partner })
        {
            var scope = countries.ScopeOf(viewer);
            var may = SeenBy[kind].Contains(viewer);
            Note(viewer, "Uganda's", await countries.IsSeenAsync(kind, "UG", scope, without), may);
            Note(viewer, "Kenya's", await countries.IsSeenAsync(kind, "KE", scope, without), may: false);
        }

        Note("nobody", "Uganda's", await countries.IsSeenAsync(kind, "UG", Scope.Nobody, without), may: false);
        Note("nobody", "Kenya's", await countries.IsSeenAsync(kind, "KE", Scope.Nobody, without), may: false);
        Note("everything", "Kenya's", await countries.IsSeenAsync(kind, "KE", Scope.Everything, without), may: true);
        return wrong;

        void Note(string who, string whose, bool sees, bool may)
        {
            if (sees != may)
            {
                wrong.Add($"{who} {(sees ? "sees" : "does not see")} {whose}");
            }
        }
    }

    public sealed class TwoCountries : IAsyncLifetime
    {
        private readonly AcademyApp _app = new();
        private readonly Dictionary<(Type Kind, string Country), object> _records = [];
        private readonly Dictionary<string, Scope> _scopes = [];

        public async Task InitializeAsync()
        {
            await AddAsync(Officer);
            await AddAsync("chebet@demo.example");
            await using var db = _app.Open();
            foreach (var viewer in new[] { Officer, Trainer, Partner })
            {
                _scopes[viewer] = Scope.Of(await db.People.SingleAsync(p => p.Email == viewer));
            }
        }

        public Scope ScopeOf(string viewer) => _scopes[viewer];

        /// <param name="without">The kind of record whose filter is taken away.</param>
        public AcademyDb Open(Scope scope, Type? without) => new LaxDb(
            new DbContextOptionsBuilder<LaxDb>().UseSqlite(SqliteAcademyDb.ConnectionTo(Path.Combine(_app.DataDirectory, "academy.db"))).ReplaceService<IModelCacheKeyFactory, OneModelEach>().Options,
            scope,
            without);

        public async Task<bool> IsSeenAsync(Type kind, string country, Scope scope, Type? without)
        {
            await using var db = Open(scope, without);
            var record = _records[(kind, country)];
            return await db.FindAsync(kind, [.. db.Model.FindEntityType(kind)!.FindPrimaryKey()!.Properties.Select(p => p.PropertyInfo!.GetValue(record))]) is not null;
        }

        public async Task DisposeAsync() => await _app.DisposeAsync();

        private async Task AddAsync(string certified)
        {
            await using var db = _app.Open();
            var now = _app.Clock.Now;
            var officer = await db.People.SingleAsync(p => p.Email == certified);
            var trainer = await db.People.SingleAsync(p => p.Country == officer.Country && p.Roles == Roles.Trainer);
            var enrolment = await db.Enrolments.SingleAsync(e => e.OfficerId == officer.Id);
            var cohort = await db.Cohorts.SingleAsync(c => c.Id == enrolment.CohortId);
            var certificate = await db.Certificates.SingleAsync(c => c.OfficerId == officer.Id);
            var attempt = await db.Attempts.FirstAsync(a => a.OfficerId == officer.Id);
            var evaluation = new Evaluation(enrolment, [.. Enumerable.Repeat(1, Evaluation.Statements)]);
            var run = new PrintRun([certificate.Id], PrintForm.OneFile, "a4", "certificates", "/certificates", officer.Id, now);
            var counts = new CaseCounts(officer.Country, "Desk", new Quarter(2026, 3));
            counts.Record(1, 1, 1, 1, trainer, now);
            var agency = await db.Agencies.SingleAsync(a => a.Id == cohort.AgencyId);
            var draft = new Draft(AuthoredFile.Parse($"countries/{officer.Country}.yml")!, trainer, null, "text", now);
            object[] made =
            [
                draft,
                new DraftComment(draft, null, "Shorter, please.", trainer, now),
                new AgencyReading(draft, agency, trainer, now),
                new SectionFlag(await db.CourseVersions.SingleAsync(v => v.Id == cohort.VersionId), "your-law", officer.Locale, "offence", FlagKind.Unclear, "Which one?", officer, now),
                new Invitation(officer, InvitationKind.NewPassword, EntryCode.New(), byMail: false, trainer.Id, now),
                new Session(officer, "Firefox, Windows", "192.0.2.…", isShared: false, now),
                new Guess(GuessKind.Password, officer.Id.ToString(), "network", now),
                new Authenticator(officer.Id, "secret", 1, now),
                new RecoveryCode(officer.Id, EntryCode.New()),
                new IdentityUserPasskey<Guid> { UserId = officer.Id, CredentialId = officer.Id.ToByteArray(), Data = new() { PublicKey = [1], AttestationObject = [1], ClientDataJson = [1] } },
                new EssayMarking(attempt, 1),
                new Observation(enrolment, "interview", Guid.NewGuid(), trainer, [ObservedLevel.NotYet], "", new DateOnly(2026, 11, 23), now),
                new CertificateChange(certificate, CertificateChangeKind.Revocation, null, "Issued to the wrong person", trainer, now),
                new Printing(certificate, officer.Id, run: null, now),
                run,
                new PrintedFile(run.Id, [1]),
                evaluation,
                new EvaluationTally([.. Enumerable.Repeat(evaluation, EvaluationTally.Least)]),
                counts,
                new CohortReport(cohort, cohort.AgencyId, CohortReport.MondayOf(new DateOnly(2026, 11, 23)), [1], [2], now),
                new ReportRun(cohort, cohort.AgencyId, trainer.Id, now),
                new Mail($"scope/{officer.Country}", officer, "Subject", "Text", now),
                new SentReminder(officer.Id, new Reminder(ReminderKind.Overdue, Guid.NewGuid(), new DateOnly(2026, 11, 30)), Guid.NewGuid(), now),
                new JobRun("outbox", now),
            ];
            db.AddRange(made);
            await db.AuditAsync(trainer.AuditName, "certificate.revoked", string.Create(CultureInfo.InvariantCulture, $"{certificate.Number}"), "192.0.2.7", now, CancellationToken.None);
            await db.SaveChangesAsync();
            object[] all = [officer, enrolment, cohort, certificate, attempt, agency, db.ChangeTracker.Entries<AuditEntry>().MaxBy(e => e.Entity.Sequence)!.Entity, .. made];
            foreach (var record in all)
            {
                _records.Add((record.GetType(), officer.Country), record);
            }
        }
    }

    /// <summary>The academy's records with one filter forgotten.</summary>
    private sealed class LaxDb(DbContextOptions<LaxDb> options, Scope scope, Type? without) : AcademyDb(options, scope)
    {
        public Type? Without => without;

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            base.OnModelCreating(modelBuilder);
            if (without is not null)
            {
                modelBuilder.Entity(without).HasQueryFilter(ScopeFilter, null);
            }
        }
    }

    private sealed class OneModelEach : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => ((context as LaxDb)?.Without, designTime);
    }
}
