using System.Net;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Learning;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HtiAcademy.Tests.Content;

public sealed class PublishingTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("academy-content-").FullName;
    private readonly Academy _academy;
    private readonly Catalogue _catalogue;
    private readonly ContentFolder _folder;

    public PublishingTests()
    {
        Copy(Repository.Content, Path.Combine(_directory, "content"));
        _folder = new ContentFolder(Path.Combine(_directory, "content"));
        var options = SqliteAcademyDb.Configure(SqliteAcademyDb.ConnectionTo(Path.Combine(_directory, "academy.db")));
        _academy = new Academy(scope => new SqliteAcademyDb(options, scope));
        _catalogue = new Catalogue(_academy);
        using var db = _academy.Open(Scope.Everything);
        db.Database.Migrate();
    }

    [Fact]
    public void The_shipped_content_has_no_finding()
    {
        var documents = _folder.Read().Documents;

        ContentFolder.CoursesIn(documents).Should().Equal("courses/foundations");
        Domain.Content.CourseReader.ReadAll(documents).SelectMany(r => r.Findings).Should().BeEmpty();
    }

    [Fact]
    public async Task The_same_folder_is_published_once_and_a_changed_one_again()
    {
        var publisher = Publisher();
        (await publisher.ImportAsync(_folder.Read(), "test", [])).Single().Version.Should().Be(1);
        (await publisher.ImportAsync(_folder.Read(), "test", [])).Single().Version.Should().BeNull();

        await File.AppendAllTextAsync(Module("20-your-law"), "\nOne more sentence.\n");

        (await publisher.ImportAsync(_folder.Read(), "test", [])).Single().Version.Should().Be(2);
        await using var db = _academy.Open(Scope.Everything);
        (await db.Documents.CountAsync()).Should().Be(_folder.Read().Documents.Count + 1, "unchanged files are stored once");
    }

    [Fact]
    public async Task A_published_version_reads_the_same_from_the_database()
    {
        await Publisher().ImportAsync(_folder.Read(), "test", []);
        var fromFolder = Domain.Content.CourseReader.Read(_folder.Read().Documents, "courses/foundations").Course!;
        await using var db = _academy.Open(Scope.Everything);
        var published = await _catalogue.CourseAsync(await db.CourseVersions.Select(v => v.Id).SingleAsync());

        foreach (var module in fromFolder.Modules)
        {
            published.Course.Compose(module.Id, new("en", "KE"), "prosecutor").Parts.Should().BeEquivalentTo(fromFolder.Compose(module.Id, new("en", "KE"), "prosecutor").Parts, parts => parts.WithStrictOrdering().RespectingRuntimeTypes());
        }
    }

    [Fact]
    public async Task A_version_that_today_s_checks_would_refuse_is_still_served()
    {
        var content = new SampleContent().WithModule("## The offence {#offence}\n\n[Act](http://example.org) and {{ hotline }}, <b>now</b>.\n");
        content.Read().Course.Should().BeNull("the checks refuse it");
        var stored = content.Documents.Select(d => (d.Path, Document: Document.Of(d.Bytes.ToArray()))).ToList();
        var version = new CourseVersion("basics", 1, "a test", DateTimeOffset.UnixEpoch, [.. stored.Select(d => new VersionDocument(d.Path, d.Document.Hash))]);
        await _academy.WriteAsync(Scope.Everything, db =>
        {
            db.AddRange(stored.Select(d => d.Document));
            db.Add(version);
            return Task.CompletedTask;
        });

        var course = (await _catalogue.CourseAsync(version.Id)).Course;

        string.Concat(course.Compose("first", SampleContent.Uganda, Audiences.Investigator).Parts.Select(p => p.Html)).Should().Contain("Act and 116, &lt;b&gt;now");
    }

    [Fact]
    public async Task A_broken_file_keeps_the_last_version_and_logs_each_finding()
    {
        await Publisher().PublishAtStartAsync();
        await File.WriteAllTextAsync(Module("10-what-is-trafficking"), "---\nid: what-is-trafficking\ntitel: Wrong key\n---\n\n## No id\n");
        var log = new Lines();

        await Publisher(log).PublishAtStartAsync();

        log.Said.Should().Contain(line => line.StartsWith("courses/foundations/10-what-is-trafficking/module.md:3: error HTI"));
        log.Said.Should().Contain(line => line.StartsWith("courses/foundations/10-what-is-trafficking/module.md:6: error HTI"));
        await using var db = _academy.Open(Scope.Everything);
        (await db.CourseVersions.SingleAsync()).Number.Should().Be(1);
    }

    [Fact]
    public async Task With_nothing_published_before_a_broken_file_refuses_to_start_and_names_the_finding()
    {
        await File.WriteAllTextAsync(Module("10-what-is-trafficking"), "---\nid: what-is-trafficking\ntitel: Wrong key\n---\n");

        var start = () => Publisher().PublishAtStartAsync();

        (await start.Should().ThrowAsync<StartupException>()).Which.Message.Should().Contain("module.md:3: error HTI");
    }

    [Fact]
    public void A_missing_folder_is_told_in_one_line()
    {
        var read = () => new ContentFolder("/nowhere/at/all").Read();

        read.Should().Throw<StartupException>().WithMessage("The content folder /nowhere/at/all cannot be read*");
    }

    [Fact]
    public async Task An_image_of_a_module_is_served_to_officers_of_the_course_only()
    {
        var image = Path.Combine(_directory, "content/courses/foundations/20-your-law/images/map.png");
        Directory.CreateDirectory(Path.GetDirectoryName(image)!);
        await File.WriteAllBytesAsync(image, [0x89, 0x50, 0x4E, 0x47]);
        await File.AppendAllTextAsync(Module("20-your-law"), "\n![A map of the road](images/map.png)\n");
        await using var app = new OtherContent(_folder.Path);
        var officer = await app.SignInAsync(Cast.OfficerInUganda);

        var page = await officer.GetAsync("/learn/foundations/your-law");
        var source = page.Document.QuerySelector("article img")!.GetAttribute("src")!;
        var served = await officer.Http.GetAsync(source);

        served.Content.Headers.ContentType!.MediaType.Should().Be("image/png");
        (await served.Content.ReadAsByteArrayAsync()).Should().Equal(0x89, 0x50, 0x4E, 0x47);
        (await (await app.SignInAsync(Cast.PartnerInUganda)).Http.GetAsync(source)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    public void Dispose()
    {
        _catalogue.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private Publisher Publisher(ILogger<Publisher>? log = null) =>
        new(_academy, _folder, new LearnersOnVersions(_academy, _catalogue, TimeProvider.System), TimeProvider.System, log ?? NullLogger<Publisher>.Instance);

    private string Module(string folder) => Path.Combine(_directory, "content/courses/foundations", folder, "module.md");

    /// <summary>The academy with a content folder of the test's own.</summary>
    private sealed class OtherContent(string content) : AcademyApp(fresh: true)
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Academy:ContentDirectory", content);
        }
    }

    private sealed class Lines : ILogger<Publisher>
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Said.Add(formatter(state, exception));
    }
}
