using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Learning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace HtiAcademy.Tests.Certificates;

/// <summary>An academy in which the short course runs: a cohort and an agency in Uganda, another of each in Guatemala.</summary>
public sealed class BorderPosts : IAsyncDisposable
{
    /// <summary>Noon in Kampala.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 6, 15, 9, 0, 0, TimeSpan.Zero);

    private readonly AcademyFile _file = new();
    private readonly Dictionary<string, (Cohort Cohort, Agency Agency)> _posts = new(StringComparer.Ordinal);

    private BorderPosts() => Catalogue = new Catalogue(_file.Academy);

    public Academy Academy => _file.Academy;

    public Catalogue Catalogue { get; }

    public Person Administrator { get; private set; } = null!;

    public Person Trainer { get; private set; } = null!;

    public Agency AgencyIn(string country) => _posts[country].Agency;

    public static async Task<BorderPosts> OpenAsync()
    {
        var posts = new BorderPosts();
        await posts.SetUpAsync();
        return posts;
    }

    public Task<T> SavedAsync<T>(T record)
        where T : class => _file.SavedAsync(record);

    public AcademyDb Open(Scope? scope = null) => _file.Open(scope);

    public async Task<Person> OfficerAsync(string name, string country = "UG", string language = "en")
    {
        var officer = new Person(name, $"{Guid.NewGuid():N}@example.org", Roles.Officer, language, country);
        officer.BelongTo(AgencyIn(country), "Inspector", "investigator");
        return await SavedAsync(officer);
    }

    public async Task<Enrolment> EnrolledAsync(Person officer) =>
        await SavedAsync(new Enrolment(_posts[officer.Country].Cohort, officer, Noon.AddDays(-30)));

    /// <summary>In a second cohort of the same course.</summary>
    public async Task<Enrolment> EnrolledAgainAsync(Person officer)
    {
        await using var db = Open();
        var version = await db.CourseVersions.SingleAsync();
        var cohort = await SavedAsync(new Cohort("Border posts again", version, officer.Country, AgencyIn(officer.Country), new(2028, 1, 10), new(2028, 12, 15)));
        return await SavedAsync(new Enrolment(cohort, officer, Noon.AddDays(500)));
    }

    /// <summary>Completes the course at <paramref name="now"/> and issues the certificate, in one transaction as the academy does.</summary>
    public Task<Certificate> CompletedAsync(Enrolment enrolment, DateTimeOffset now) => Academy.WriteAsync(Scope.Everything, async db =>
    {
        var mine = await db.Enrolments.SingleAsync(e => e.Id == enrolment.Id);
        ShortCourse.Complete(mine, now);
        return await db.IssueCertificateAsync(mine, ShortCourse.Read(), courseVersion: 1, Unsigned.Prover, now, CancellationToken.None);
    });

    public async Task<Certificate> CertificateOfAsync(string name, string country = "UG", string language = "en", DateTimeOffset? now = null) =>
        await CompletedAsync(await EnrolledAsync(await OfficerAsync(name, country, language)), now ?? Noon);

    public async Task<Certificate> RevokedAsync(Certificate certificate, string reason, DateTimeOffset now)
    {
        await ChangedAsync(certificate, CertificateChangeKind.Revocation, null, reason, now);
        return await FoundAsync(certificate);
    }

    /// <summary>Asked for by a trainer and approved by the administrator.</summary>
    public async Task ChangedAsync(Certificate certificate, CertificateChangeKind kind, string? name, string reason, DateTimeOffset now)
    {
        (await AskAsync(certificate, kind, name, reason, Trainer, now)).Should().Be(ChangeOutcome.Done);
        (await DecideAsync(certificate, null, Administrator, now)).Should().Be(ChangeOutcome.Done);
    }

    public Task<ChangeOutcome> AskAsync(Certificate certificate, CertificateChangeKind kind, string? name, string reason, Person by, DateTimeOffset now) => Academy.WriteAsync(
        Scope.Everything, db => db.AskForChangeAsync(certificate.Id, kind, name, reason, by.Id, "192.0.2.7", now, CancellationToken.None));

    /// <param name="refusal">Null approves it.</param>
    public Task<ChangeOutcome> DecideAsync(Certificate certificate, string? refusal, Person by, DateTimeOffset now) => Academy.WriteAsync(Scope.Everything, async db =>
    {
        var change = await db.CertificateChanges.OrderByDescending(c => c.AskedAt).FirstAsync(c => c.CertificateId == certificate.Id);
        return await db.DecideChangeAsync(certificate.Id, change.Id, refusal, by.Id, Unsigned.Prover, "192.0.2.7", now, CancellationToken.None);
    });

    public async Task<Certificate> FoundAsync(Certificate certificate)
    {
        await using var db = Open();
        return await db.Certificates.SingleAsync(c => c.Id == certificate.Id);
    }

    public ValueTask DisposeAsync()
    {
        Catalogue.Dispose();
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task SetUpAsync()
    {
        var publisher = new Publisher(Academy, new ContentFolder("."), new LearnersOnVersions(Academy, Catalogue, TimeProvider.System), TimeProvider.System, NullLogger<Publisher>.Instance);
        await publisher.ImportAsync(new ContentReading(ShortCourse.Documents, []), "a test", []);
        await using var db = Open();
        var version = await db.CourseVersions.SingleAsync();
        Administrator = await SavedAsync(new Person("Ruth Achieng", "ruth@example.org", Roles.Administrator, "en", "UG"));
        Trainer = await SavedAsync(new Person("Grace Auma", "grace@example.org", Roles.Administrator, "en", "UG"));
        await SetUpAsync(version, "UG", "Uganda Police Force", "Sarah Whitfield", "Okello James");
        await SetUpAsync(version, "GT", "Ministerio Público", "Ana Pérez");
    }

    private async Task SetUpAsync(CourseVersion version, string country, string agencyName, params string[] trainers)
    {
        var agency = await SavedAsync(new Agency(agencyName, country));
        var cohort = new Cohort($"Border posts {country}", version, country, agency, new(2026, 5, 4), new(2026, 7, 31));
        foreach (var name in trainers)
        {
            var trainer = new Person(name, $"{Guid.NewGuid():N}@example.org", Roles.Trainer, "en", country);
            trainer.TrainIn(country);
            cohort.Appoint(await SavedAsync(trainer));
        }

        _posts[country] = (await SavedAsync(cohort), agency);
    }
}
