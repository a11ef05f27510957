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

    /// <summary>Completes the course at <paramref name="now"/> and issues the certificate, in one transaction as the academy does.</summary>
    public Task<Certificate> CompletedAsync(Enrolment enrolment, DateTimeOffset now) => Academy.WriteAsync(Scope.Everything, async db =>
    {
        var mine = await db.Enrolments.SingleAsync(e => e.Id == enrolment.Id);
        ShortCourse.Complete(mine, now);
        return await db.IssueCertificateAsync(mine, ShortCourse.Read(), courseVersion: 1, now, CancellationToken.None);
    });

    public async Task<Certificate> CertificateOfAsync(string name, string country = "UG", string language = "en", DateTimeOffset? now = null) =>
        await CompletedAsync(await EnrolledAsync(await OfficerAsync(name, country, language)), now ?? Noon);

    public async Task<Certificate> RevokedAsync(Certificate certificate, string reason, DateTimeOffset now) =>
        (await Academy.WriteAsync(Scope.Everything, db => db.RevokeCertificateAsync(certificate.Id, reason, Administrator.Id, "192.0.2.7", now, CancellationToken.None)))!;

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
