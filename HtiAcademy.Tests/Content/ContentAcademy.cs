using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Tests.Certificates;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Learning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace HtiAcademy.Tests.Content;

/// <summary>An academy that publishes what a test gives it, one minute after the other.</summary>
internal sealed class ContentAcademy : IDisposable
{
    private readonly AcademyFile _file = new();
    private readonly FixedTime _clock = new(new DateTimeOffset(2026, 11, 23, 7, 0, 0, TimeSpan.Zero));

    public ContentAcademy()
    {
        Catalogue = new Catalogue(_file.Academy);
        Learners = new LearnersOnVersions(_file.Academy, Catalogue, _clock);
        Publisher = new Publisher(_file.Academy, new ContentFolder("."), Learners, _clock, NullLogger<Publisher>.Instance);
    }

    public Catalogue Catalogue { get; }

    public Academy Academy => _file.Academy;

    public FixedTime Clock => _clock;

    public Publisher Publisher { get; }

    public LearnersOnVersions Learners { get; }

    public ContentExport Export => new(_file.Academy);

    public AcademyDb Open() => _file.Open();

    public Task<T> SavedAsync<T>(T record)
        where T : class => _file.SavedAsync(record);

    public async Task<IReadOnlyList<Publication>> ImportAsync(SampleContent content, params string[] merged)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        return await Publisher.ImportAsync(new ContentReading(content.Documents, []), "a test", merged);
    }

    /// <summary>Imports as each start of the academy does.</summary>
    public async Task<IReadOnlyList<Publication>> StartAsync(SampleContent content)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        return await Publisher.ImportAsync(new ContentReading(content.Documents, []), "a start", [], mayGoBack: false);
    }

    /// <summary>Publishes an earlier version again, as an administrator does on a page.</summary>
    public async Task<int?> PublishInBrowserAsync(int number, string courseId = "basics")
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        var administrator = await SavedAsync(new Person("Ruth Achieng", $"{Guid.NewGuid():N}@example.org", Roles.Administrator, "en", "UG"));
        return await Publisher.PublishAgainAsync(courseId, number, administrator.Id, "192.0.2.7", CancellationToken.None);
    }

    public async Task<CourseVersion> LatestAsync(string courseId = "basics")
    {
        await using var db = Open();
        return await db.CourseVersions.LatestOf(courseId).FirstAsync();
    }

    public async Task<Cohort> CohortAsync(string name, string country = "UG") =>
        await SavedAsync(new Cohort(name, await LatestAsync(), country, agency: null, new(2026, 11, 2), new(2026, 12, 18)));

    public async Task<Enrolment> EnrolledAsync(Cohort cohort)
    {
        var officer = new Person("Joseph Ssemanda", $"{Guid.NewGuid():N}@example.org", Roles.Officer, "en", cohort.Country);
        return await SavedAsync(new Enrolment(cohort, await SavedAsync(officer), _clock.Now));
    }

    /// <summary>The number of the version that an enrolment studies.</summary>
    public async Task<int> VersionOfAsync(Enrolment enrolment)
    {
        await using var db = Open();
        return await db.Enrolments.Where(e => e.Id == enrolment.Id).Join(db.CourseVersions, e => e.VersionId, v => v.Id, (e, v) => v.Number).SingleAsync();
    }

    /// <summary>The number of the version that a cohort enrols new members on.</summary>
    public async Task<int> VersionOfAsync(Cohort cohort)
    {
        await using var db = Open();
        return await db.Cohorts.Where(c => c.Id == cohort.Id).Join(db.CourseVersions, c => c.VersionId, v => v.Id, (c, v) => v.Number).SingleAsync();
    }

    public async Task ChangeAsync(Enrolment enrolment, Action<Enrolment> change)
    {
        await using var db = Open();
        change(await db.Enrolments.SingleAsync(e => e.Id == enrolment.Id));
        await db.SaveChangesAsync();
    }

    public void Dispose()
    {
        Catalogue.Dispose();
        _file.Dispose();
    }
}
