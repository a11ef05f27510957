using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Learning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace HtiAcademy.Tests.Jobs;

/// <summary>The academy's records in an SQLite file of their own, with one published course and nobody in it yet.</summary>
internal sealed class SampleAcademy : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("academy-");
    private readonly string _connection;

    private SampleAcademy(DateTimeOffset now)
    {
        Clock = new FixedTime(now);
        _connection = SqliteAcademyDb.ConnectionTo(Path.Combine(Folder, "academy.db"));
        var options = SqliteAcademyDb.Configure(_connection);
        Academy = new Academy(scope => new SqliteAcademyDb(options, scope));
        Catalogue = new Catalogue(Academy);
    }

    public string Folder => _folder.FullName;

    public FixedTime Clock { get; }

    public Academy Academy { get; }

    public Catalogue Catalogue { get; }

    public Course Course { get; private set; } = null!;

    /// <param name="content">The one course, where it is not to be <see cref="SampleContent"/>'s own.</param>
    /// <param name="migrated">For the real program to open, which wants to know of each migration.</param>
    public static async Task<SampleAcademy> OpenAsync(DateTimeOffset now, IReadOnlyList<SourceDocument>? content = null, bool migrated = false)
    {
        var sample = new SampleAcademy(now);
        await using var db = sample.Open();
        await (migrated ? db.Database.MigrateAsync() : db.Database.EnsureCreatedAsync());
        await sample.PublishAsync(content ?? SampleContent.Documents());
        sample.Course = (await sample.Catalogue.CourseAsync((await db.CourseVersions.SingleAsync()).Id)).Course;
        return sample;
    }

    public void MoveTo(DateTimeOffset time) => Clock.Advance(time - Clock.Now);

    public AcademyDb Open() => Academy.Open(Scope.Everything);

    /// <param name="holidays">Of Uganda.</param>
    public Task PublishAsync(string courseId, string holidays = "") => PublishAsync(SampleContent.Documents(courseId, holidays));

    private async Task PublishAsync(IReadOnlyList<SourceDocument> documents)
    {
        var publisher = new Publisher(Academy, new ContentFolder(Folder), new LearnersOnVersions(Academy, Catalogue, Clock), Clock, NullLogger<Publisher>.Instance);
        var publications = await publisher.ImportAsync(new ContentReading(documents, []), "a test", []);
        publications.SelectMany(p => p.Findings).Should().BeEmpty();
    }

    /// <summary>Adds what a test needs in one transaction.</summary>
    public async Task<T> AddAsync<T>(T record)
        where T : class
    {
        await Academy.WriteAsync(Scope.Everything, db =>
        {
            db.Add(record);
            return Task.CompletedTask;
        });
        return record;
    }

    public async Task<Cohort> CohortAsync(string name, DateOnly startsOn, DateOnly dueOn, string country = "UG", string courseId = "first-steps", Person? trainer = null)
    {
        await using var db = Open();
        var cohort = new Cohort(name, await db.CourseVersions.LatestOf(courseId).FirstAsync(), country, agency: null, startsOn, dueOn);
        if (trainer is not null)
        {
            cohort.Appoint(trainer);
        }

        return await AddAsync(cohort);
    }

    public Task<Person> OfficerAsync(string name, string language = "en", string country = "UG", Agency? agency = null, string? rank = null)
    {
        var officer = new Person(name, Email(name), Roles.Officer, language, country);
        if (agency is not null)
        {
            officer.BelongTo(agency, rank, "investigator");
        }

        return AddAsync(officer);
    }

    public Task<Person> TrainerAsync(string name, string country = "UG")
    {
        var trainer = new Person(name, Email(name), Roles.Trainer, "en", country);
        trainer.TrainIn(country);
        return AddAsync(trainer);
    }

    public Task<Person> PartnerAsync(string name, Agency agency, string language = "en")
    {
        var partner = new Person(name, Email(name), Roles.Partner, language, agency.Country);
        partner.BelongTo(agency, rank: null, "investigator");
        return AddAsync(partner);
    }

    public Task<Enrolment> EnrolAsync(Cohort cohort, Person officer) => AddAsync(new Enrolment(cohort, officer, Clock.Now));

    /// <summary>Does some of the course's work for an officer, and saves it.</summary>
    public Task WorkAsync(Enrolment enrolment, Action<Enrolment> work) => Academy.WriteAsync(Scope.Everything, async db =>
        work(await db.Enrolments.SingleAsync(e => e.Id == enrolment.Id)));

    /// <summary>Takes an assessment with as many right answers as asked.</summary>
    public void Sit(Enrolment enrolment, string assessment, int right, int number = 1)
    {
        var locale = new Locale("en", enrolment.Country);
        var blueprint = assessment == Step.Final
            ? Blueprint.ForFinal(Course, locale, "investigator")
            : Blueprint.ForQuiz(Course.Module(assessment), locale);
        var attempt = new Attempt(enrolment, blueprint, locale, number, seed: 1, Clock.Now);
        var bank = Course.Modules.SelectMany(m => m.Questions(locale)).ToDictionary(q => q.Hash, StringComparer.Ordinal);
        foreach (var drawn in attempt.Questions)
        {
            attempt.Answer(drawn.Position, bank[drawn.Hash], [drawn.Position <= right ? "true" : "false"], Clock.Now).Should().Be(AnswerOutcome.Saved);
        }

        attempt.Submit(bank, Clock.Now);
        enrolment.Record(attempt);
    }

    public void Pass(Enrolment enrolment, string moduleId)
    {
        enrolment.Read(moduleId, Clock.Now);
        Sit(enrolment, moduleId, right: 1);
    }

    public void Complete(Enrolment enrolment)
    {
        Pass(enrolment, SampleContent.Listening);
        Pass(enrolment, SampleContent.Writing);
        Sit(enrolment, Step.Final, right: 2);
        enrolment.Complete(Course, "investigator", Clock.Now).Should().BeTrue();
    }

    public async ValueTask DisposeAsync()
    {
        Catalogue.Dispose();
        await using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
        await Task.Run(() => _folder.Delete(recursive: true));
    }

    private static string Email(string name) => $"{name.ToLowerInvariant().Replace(' ', '.')}@example.org";
}
