using System.IO.Compression;
using System.Text;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Hosting;

namespace HtiAcademy.Tests.Layout;

/// <summary>
/// What officers' pages may weigh on a 2G line. A page is weighed as the server compresses it. Files are compressed here
/// as publishing does it, because only a published academy holds them in Brotli. Heads of answers count as they are sent.
/// </summary>
public sealed class PageWeightTests : IDisposable
{
    private const int Kilobyte = 1024;
    private const string Course = "/learn/foundations";

    private readonly AcademyApp _app = new();

    [Theory]
    [InlineData(Cast.OfficerInUganda, $"{Course}/indicators-and-screening")]
    [InlineData(Cast.OfficerInKenya, $"{Course}/indicators-and-screening")]
    [InlineData(Cast.OfficerInGuatemala, $"{Course}/your-law")]
    [InlineData(Cast.OfficerInUganda, $"{Course}/indicators-and-screening?practice=1&p1q1=0&p1q1=0&p1q1=0&p1q2=0")]
    [InlineData(Cast.OfficerInGuatemala, $"{Course}/your-law?practice=1&p1q1=17&p1q2=0")]
    public async Task The_HTML_of_a_module_of_1500_words_weighs_at_most_12_KB(string person, string module)
    {
        var officer = await _app.SignInAsync(person);
        var page = await officer.GetAsync(module);
        WordsOf(page).Should().BeGreaterThanOrEqualTo(1500, "the budget is stated for a module of that length");

        (await WeighAsync(officer.Http, module)).Body.Should().BeLessThanOrEqualTo(12 * Kilobyte);
    }

    [Theory]
    [InlineData(Cast.OfficerInUganda, "/")]
    [InlineData(Cast.OfficerInUganda, Course)]
    [InlineData(Cast.OfficerInUganda, $"{Course}/field-guide")]
    [InlineData(Cast.OfficerInGuatemala, $"{Course}/field-guide")]
    [InlineData(Cast.OfficerInUganda, $"{Course}/what-is-trafficking/quiz")]
    [InlineData(Cast.OfficerInUganda, $"{Course}/final")]
    [InlineData(Cast.OfficerInUganda, $"{Course}/your-law/flag")]
    [InlineData(Cast.OfficerInGuatemala, $"{Course}/your-law/flag")]
    public async Task The_HTML_of_an_officers_other_pages_weighs_at_most_12_KB(string person, string address)
    {
        var officer = await _app.SignInAsync(person);

        (await WeighAsync(officer.Http, address)).Body.Should().BeLessThanOrEqualTo(12 * Kilobyte);
    }

    [Fact]
    public async Task Everything_on_a_first_visit_weighs_at_most_45_KB()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        var files = FilesOf(await officer.GetAsync($"{Course}/your-law"));
        files.Should().Contain(f => f.EndsWith(".css")).And.Contain(f => f.EndsWith(".svg"));

        var bytes = 0;
        foreach (var address in files.Prepend($"{Course}/your-law"))
        {
            bytes += (await WeighAsync(officer.Http, address)).Total;
        }

        bytes.Should().BeLessThanOrEqualTo(45 * Kilobyte);
    }

    [Fact]
    public async Task A_later_visit_weighs_at_most_12_KB_because_no_file_is_asked_for_again()
    {
        await using var app = new AppThatLetsBrowsersKeepFiles();
        var officer = await app.SignInAsync(Cast.OfficerInUganda);
        foreach (var file in FilesOf(await officer.GetAsync($"{Course}/your-law")))
        {
            (await officer.Http.GetAsync(file)).Headers.CacheControl!.ToString().Should().Contain("immutable", file);
        }

        (await WeighAsync(officer.Http, $"{Course}/your-law")).Total.Should().BeLessThanOrEqualTo(12 * Kilobyte);
    }

    [Theory]
    [InlineData("/")]
    [InlineData($"{Course}/your-law")]
    [InlineData($"{Course}/what-is-trafficking/quiz")]
    public async Task A_page_loads_no_script(string address)
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        FilesOf(await officer.GetAsync(address), "script[src], link[rel=modulepreload]").Should().BeEmpty("the budget is 5 KB, and no page needs any of it");
    }

    [Fact]
    public async Task The_script_of_a_question_s_page_weighs_at_most_5_KB()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        var question = await officer.SubmitAsync((await officer.GetAsync($"{Course}/what-is-trafficking/quiz")).Form("/start"));

        var script = FilesOf(question, "script[src], link[rel=modulepreload]").Should().ContainSingle().Subject;
        (await WeighAsync(officer.Http, script)).Total.Should().BeLessThanOrEqualTo(5 * Kilobyte);
    }

    [Fact]
    public async Task The_HTML_of_a_shipped_course_s_field_guide_weighs_at_most_12_KB()
    {
        await using var app = new AppWithShippedCourses();
        foreach (var person in new[] { Cast.OfficerInUganda, Cast.OfficerInGuatemala })
        {
            var officer = await app.SignInAsync(person);

            (await WeighAsync(officer.Http, $"{Course}/field-guide")).Body.Should().BeLessThanOrEqualTo(12 * Kilobyte, "boxes and checklists are short, and a box that is not belongs into the text");
        }
    }

    [Fact]
    public async Task The_script_of_the_field_guide_weighs_at_most_5_KB()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);

        var script = FilesOf(await officer.GetAsync($"{Course}/field-guide"), "script[src], link[rel=modulepreload]").Should().ContainSingle().Subject;
        (await WeighAsync(officer.Http, script)).Total.Should().BeLessThanOrEqualTo(5 * Kilobyte);
    }

    public void Dispose() => _app.Dispose();

    private static int WordsOf(Page page) =>
        page.Document.QuerySelector("article")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>The addresses of what a browser fetches to show the page.</summary>
    private static List<string> FilesOf(Page page, string elements = "link[rel=stylesheet], link[rel=icon], link[rel=modulepreload], script[src], img[src], use[href]") =>
        [.. page.Document.QuerySelectorAll(elements)
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            .Select(file => new Uri(new Uri(page.Document.BaseUri), file).AbsolutePath)
            .Distinct(StringComparer.Ordinal)];

    private static async Task<Weight> WeighAsync(HttpClient http, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Encoding", "br");
        using var response = await http.SendAsync(request);
        response.IsSuccessStatusCode.Should().BeTrue(address);
        var body = await response.Content.ReadAsByteArrayAsync();
        var heads = response.Headers.Concat(response.Content.Headers).SelectMany(h => h.Value.Select(value => $"{h.Key}: {value}\r\n"));
        return new Weight(
            Encoding.UTF8.GetByteCount(string.Concat(heads)),
            response.Content.Headers.ContentEncoding.Contains("br") ? body.Length : AsPublished(body));
    }

    private static int AsPublished(byte[] file)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(file);
        }

        return (int)compressed.Length;
    }

    /// <summary>As a published academy does. In development every file is asked for again, so that an edit shows at once.</summary>
    private sealed class AppThatLetsBrowsersKeepFiles : AcademyApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("EnableStaticAssetsDevelopmentCaching", "true");
        }
    }

    private sealed class AppWithShippedCourses() : AcademyApp(fresh: true)
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Academy:ContentDirectory", Path.Combine(Repository.Root, "content"));
        }
    }

    private sealed record Weight(int Heads, int Body)
    {
        public int Total => Heads + Body;
    }
}
