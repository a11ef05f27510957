using System.IO.Compression;
using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;

namespace HtiAcademy.Tests.Content;

public sealed class ContentOnDiskTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("academy-content-");
    private readonly ContentAcademy _academy = new();

    private string Folder => Path.Combine(_directory.FullName, "content");

    private string Archive => Path.Combine(_directory.FullName, "content.zip");

    [Fact]
    public async Task What_was_imported_is_exported_byte_for_byte()
    {
        var content = Awkward();
        await _academy.ImportAsync(content);

        ContentExport.Write((await _academy.Export.ReadAsync()).Documents, Folder, overwrite: false).Should().BeEmpty();

        ShouldBe(content.Documents, new ContentFolder(Folder).Read().Documents);
        (await _academy.Publisher.ImportAsync(new ContentFolder(Folder).Read(), "a test", [])).Single().Outcome.Should().Be(PublicationOutcome.Unchanged);
    }

    [Fact]
    public async Task An_archive_of_the_export_says_the_same()
    {
        var content = Awkward();
        await _academy.ImportAsync(content);

        ContentExport.Pack((await _academy.Export.ReadAsync()).Documents, Archive);

        ShouldBe(content.Documents, ContentReading.At(Archive).Documents);
    }

    [Fact]
    public async Task The_latest_version_is_exported_whoever_published_it()
    {
        await _academy.ImportAsync(new SampleContent().WithModule("## One {#one}\n"));
        await _academy.ImportAsync(new SampleContent().WithModule("## Two {#two}\n"));
        await _academy.PublishInBrowserAsync(1);

        ShouldBe(new SampleContent().WithModule("## One {#one}\n").Documents, (await _academy.Export.ReadAsync()).Documents);
    }

    [Fact]
    public async Task An_export_overwrites_nothing_that_says_something_else_unless_it_is_told_to()
    {
        await _academy.ImportAsync(new SampleContent());
        var documents = (await _academy.Export.ReadAsync()).Documents;
        ContentExport.Write(documents, Folder, overwrite: false).Should().BeEmpty();
        ContentExport.Write(documents, Folder, overwrite: false).Should().BeEmpty("the same words may be written again");
        var module = Path.Combine(Folder, SampleContent.ModulePath);
        await File.AppendAllTextAsync(module, "A night's work.");

        ContentExport.Write(documents, Folder, overwrite: false).Should().Equal(SampleContent.ModulePath);
        (await File.ReadAllTextAsync(module)).Should().EndWith("A night's work.");

        ContentExport.Write(documents, Folder, overwrite: true).Should().BeEmpty();
        (await File.ReadAllTextAsync(module)).Should().NotContain("A night's work.");
    }

    [Fact]
    public async Task Courses_that_do_not_agree_on_a_country_are_exported_one_at_a_time()
    {
        await _academy.ImportAsync(SampleContent.WithSecondCourse());
        await _academy.ImportAsync(SampleContent.WithSecondCourse().Replace("countries/UG.yml", "value: 116", "value: 117"));
        await _academy.PublishInBrowserAsync(1);

        var all = await _academy.Export.ReadAsync();
        var one = await _academy.Export.ReadAsync("second");

        all.Findings.Should().ContainSingle().Which.ToString().Should().Be("countries/UG.yml:1: error HTI113: The latest versions of basics and second do not agree on this file; export one course at a time.");
        one.Findings.Should().BeEmpty();
        one.Documents.Select(d => d.Path).Should().NotContain(SampleContent.CoursePath).And.Contain("courses/second/course.md");
    }

    [Fact]
    public void An_export_writes_nothing_outside_its_folder()
    {
        var export = () => ContentExport.Write([new SourceDocument("courses/../../evil.md", "x"u8.ToArray())], Folder, overwrite: false);

        export.Should().Throw<IOException>();
        File.Exists(Path.Combine(_directory.FullName, "evil.md")).Should().BeFalse();
    }

    [Theory]
    [InlineData("..\\..\\evil.png")]
    [InlineData("a:b.png")]
    [InlineData("a\tb.png")]
    public void A_file_whose_name_means_something_elsewhere_is_refused(string name)
    {
        Put("countries/UG.yml", "code: UG");
        Put($"courses/basics/10-first/images/{name}", "x");

        var reading = new ContentFolder(Folder).Read();

        reading.Documents.Should().ContainSingle();
        reading.Findings.Should().ContainSingle().Which.Should().Match<Finding>(f => f.Code == FindingCodes.UnsafePath && f.Path == $"courses/basics/10-first/images/{name}");
    }

    [Fact]
    public void A_path_that_the_database_cannot_keep_is_refused()
    {
        Put("countries/UG.yml", "code: UG");
        Put($"courses/{new string('a', 150)}/{new string('b', 150)}.md", "x");

        new ContentFolder(Folder).Read().Findings.Should().ContainSingle().Which.Code.Should().Be(FindingCodes.UnsafePath);
    }

    [Fact]
    public async Task An_export_never_removes_a_file()
    {
        await _academy.ImportAsync(new SampleContent());
        var documents = (await _academy.Export.ReadAsync()).Documents;
        Put("courses/basics/20-new/module.md", "Not imported yet.");

        ContentExport.Write(documents, Folder, overwrite: true).Should().Equal("courses/basics/20-new/module.md");

        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Should().ContainSingle("nothing was written beside it");
    }

    [Fact]
    public void Links_are_refused_and_not_followed_wherever_they_lead()
    {
        Put("countries/UG.yml", "code: UG");
        Put("courses/basics/course.md", "---\n---\n");
        var secret = Path.Combine(_directory.FullName, "secret.md");
        File.WriteAllText(secret, "The database's password.");
        File.CreateSymbolicLink(Path.Combine(Folder, "courses/basics/design.md"), secret);
        Directory.CreateSymbolicLink(Path.Combine(Folder, "courses/basics/10-loop"), Folder);
        File.CreateSymbolicLink(Path.Combine(Folder, "countries/KE.yml"), "nowhere.yml");

        var reading = new ContentFolder(Folder).Read();

        reading.Documents.Select(d => d.Path).Should().Equal("countries/UG.yml", "courses/basics/course.md");
        reading.Findings.Select(f => $"{f.Path} {f.Code}").Should().BeEquivalentTo("courses/basics/design.md HTI117", "courses/basics/10-loop HTI117", "countries/KE.yml HTI117");
    }

    [Theory]
    [InlineData("countries/../../evil.yml")]
    [InlineData("../countries/UG.yml")]
    [InlineData("/etc/passwd")]
    [InlineData("courses\\..\\..\\evil.md")]
    [InlineData("C:/courses/evil.md")]
    [InlineData("courses/basics/images/./a.png")]
    [InlineData("courses/basics//a.png")]
    public void An_archive_with_a_path_out_of_its_folder_is_refused_as_a_whole(string path)
    {
        Zip(("countries/UG.yml", "code: UG"), (path, "evil"));

        var reading = ContentReading.At(Archive);

        reading.Documents.Should().BeEmpty();
        reading.Findings.Should().ContainSingle().Which.Should().Match<Finding>(f => f.Code == FindingCodes.UnsafePath && f.Path == path.Replace('\\', '/') && f.Line == 1);
    }

    [Fact]
    public void An_archive_may_hold_the_folder_itself_and_other_files_beside_the_content()
    {
        Zip(("content/README.md", "Guide."), ("content\\countries\\UG.yml", "code: UG"), ("__MACOSX/countries/._UG.yml", "?"));

        var reading = ContentReading.At(Archive);

        reading.Findings.Should().BeEmpty();
        reading.Documents.Select(d => d.Path).Should().Equal("countries/UG.yml");
    }

    [Fact]
    public void An_archive_without_content_is_told_in_one_line()
    {
        Zip(("basics/course.md", "---\n---\n"));

        FluentActions.Invoking(() => ContentReading.At(Archive)).Should().Throw<StartupException>().WithMessage($"The archive {Archive} does not hold the folders countries and courses.");
    }

    [Fact]
    public void An_archive_with_the_same_path_twice_is_refused()
    {
        Zip(("countries/UG.yml", "code: UG"), ("countries/UG.yml", "code: KE"));

        ContentReading.At(Archive).Findings.Should().ContainSingle().Which.Message.Should().Contain("two files");
    }

    [Fact]
    public void An_archive_with_two_content_folders_is_refused()
    {
        Zip(("mine/countries/UG.yml", "code: UG"), ("theirs/countries/UG.yml", "code: UG"));

        ContentReading.At(Archive).Findings.Should().ContainSingle().Which.Message.Should().Contain("mine/, theirs/");
    }

    [Fact]
    public void An_archive_with_a_file_where_it_has_a_folder_is_refused()
    {
        Zip(("courses/basics/images/a.png", "x"), ("courses/basics/images/a.png/b.png", "x"));

        ContentReading.At(Archive).Findings.Should().ContainSingle().Which.Path.Should().Be("courses/basics/images/a.png");
    }

    [Fact]
    public void A_link_in_an_archive_is_refused()
    {
        Zip(("countries/UG.yml", "../../etc/passwd"));
        using (var archive = ZipFile.Open(Archive, ZipArchiveMode.Update))
        {
            archive.Entries[0].ExternalAttributes = unchecked((int)0xA1FF0000);
        }

        ContentReading.At(Archive).Findings.Should().ContainSingle().Which.Code.Should().Be(FindingCodes.SymbolicLink);
    }

    [Fact]
    public void An_archive_that_unpacks_beyond_its_bound_is_refused()
    {
        Zip(("countries/UG.yml", new string(' ', 11_000_000)));

        new FileInfo(Archive).Length.Should().BeLessThan(100_000);
        ContentReading.At(Archive).Findings.Should().ContainSingle().Which.Message.Should().Contain("larger than");
    }

    [Theory]
    [InlineData("no archive")]
    [InlineData("")]
    public void A_file_that_is_no_archive_is_told_in_one_line(string bytes)
    {
        File.WriteAllText(Archive, bytes);

        FluentActions.Invoking(() => ContentReading.At(Archive)).Should().Throw<StartupException>().WithMessage($"The archive {Archive} cannot be read*");
    }

    public void Dispose()
    {
        _academy.Dispose();
        _directory.Delete(recursive: true);
    }

    /// <summary>Carriage returns, a byte order mark, no last line end, an image.</summary>
    private static SampleContent Awkward() => new SampleContent()
        .WithModule("## The offence {#offence}\r\n\r\nIn two\r\nlines.\n\n![A map](images/map.png)")
        .With("courses/basics/10-first/images/map.png", [0x89, 0x50, 0, 13, 10, 26, 10])
        .With("courses/basics/design.md", [0xEF, 0xBB, 0xBF, (byte)'W']);

    private static void ShouldBe(IEnumerable<SourceDocument> expected, IEnumerable<SourceDocument> documents) =>
        documents.Select(d => (d.Path, Convert.ToHexString(d.Bytes.Span))).Should().Equal(expected.Select(d => (d.Path, Convert.ToHexString(d.Bytes.Span))));

    private void Put(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private void Zip(params (string Path, string Text)[] entries)
    {
        using var archive = ZipFile.Open(Archive, ZipArchiveMode.Create);
        foreach (var (path, text) in entries)
        {
            using var writer = new StreamWriter(archive.CreateEntry(path).Open());
            writer.Write(text);
        }
    }
}
