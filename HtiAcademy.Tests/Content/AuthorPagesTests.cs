using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace HtiAcademy.Tests.Content;

public sealed class AuthorPagesTests : IDisposable
{
    private const string UgandasText = "/author/foundations/your-law/en-UG";
    private const string GuatemalasText = "/author/foundations/your-law/es-GT";

    private readonly AcademyApp _app = new();

    [Fact]
    public async Task A_trainer_finds_the_page_from_home_and_sees_their_own_country_first()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInKenya);
        (await trainer.GetAsync("/")).Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).Should().Contain("/author");

        var page = await trainer.GetAsync("/author");

        page.Document.QuerySelector("h3")!.TextContent.Should().Be("Kenya (you train here)");
        page.Document.QuerySelectorAll("thead th").Select(th => th.TextContent).Should().Equal("Text", "Kenya", "Uganda", "Zambia", "Belize", "Guatemala");
        page.Document.QuerySelectorAll("tbody th[scope=row]").Should().HaveCount(4);
        Cell(page, "your-law/en-KE").Should().Contain("own sections").And.Contain("own questions (3)").And.NotContain("to compare");
        Cell(page, "your-law/en-ZM").Should().Contain("base text only");
    }

    [Fact]
    public async Task A_changed_section_is_shown_with_its_old_and_new_words_beside_the_country_s_own()
    {
        await _app.PublishChangedLawAsync();
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        var list = await trainer.GetAsync("/author");
        list.Document.QuerySelector("main li")!.TextContent.Should().MatchRegex(@"own sections to compare:\s+privacy");
        Cell(list, "your-law/en-UG").Should().Contain("own sections to compare (1)");
        Cell(list, "your-law/es-GT").Should().Contain("sections of the translation to compare (1)");
        Cell(list, "your-law/en-ZM").Should().NotContain("to compare");

        var page = await trainer.GetAsync(UgandasText);
        var link = (IHtmlAnchorElement)page.Document.QuerySelector("main ul a[href^='#']")!;
        link.PathName.Should().Be(UgandasText);
        var stale = page.Document.GetElementById(link.Hash[1..])!;
        stale.QuerySelector("h2")!.TextContent.Should().Be("Her name");
        Words(stale, "del").Should().Equal("removed: initials");
        Words(stale, "ins").Should().Equal("added: a number");
        stale.QuerySelectorAll(".diff-label").Select(label => label.TextContent).Should().Contain(["Before", "Now", "2 lines unchanged"]);
        stale.QuerySelector(".source")!.TextContent.Should().Contain("took the victims' names out");
        page.Text.Should().Contain("content accept CourseOfTests/courses/foundations/20-your-law/module.en-UG.md");
    }

    [Fact]
    public async Task A_translation_is_shown_beside_what_changed_in_the_original()
    {
        await _app.PublishChangedLawAsync();
        var trainer = await _app.SignInAsync(Cast.TrainerInGuatemala);

        var page = await trainer.GetAsync(GuatemalasText);

        var stale = page.Document.QuerySelector(".box")!;
        stale.TextContent.Should().Contain("Hay que volver a revisar la traducción");
        page.Document.QuerySelector("main > p:last-child > code")!.TextContent.Should().EndWith("module.es.md");
        stale.QuerySelector(".diff p[lang]")!.GetAttribute("lang").Should().Be("en");
        stale.QuerySelector(".source")!.GetAttribute("lang").Should().Be("es");
        Words(stale, "del").Should().Equal("eliminado: initials");
    }

    [Fact]
    public async Task A_wording_that_was_never_published_is_told_and_the_wording_now_shown()
    {
        await _app.PublishChangedAsync("courses/foundations/20-your-law/module.en-UG.md", "privacy: 7a33d052", "privacy: 00000000");
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        var stale = (await trainer.GetAsync(UgandasText)).Document.QuerySelector(".box")!;

        stale.TextContent.Should().Contain("No published version has the wording");
        stale.QuerySelector(".diff").Should().BeNull();
        stale.QuerySelector(".source")!.TextContent.Should().Contain("use initials in every paper");
    }

    [Fact]
    public async Task A_text_that_was_never_compared_is_told()
    {
        await _app.PublishChangedAsync("courses/foundations/20-your-law/module.en-UG.md", ", privacy: 7a33d052", "");
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        (await trainer.GetAsync(UgandasText)).Text.Should().Contain("They have never been compared.");
    }

    [Theory]
    [InlineData("/author/foundations/your-law/en-XX")]
    [InlineData("/author/foundations/your-law/fr-UG")]
    [InlineData("/author/foundations/your-law/nonsense")]
    [InlineData("/author/foundations/no-module/en-UG")]
    [InlineData("/author/no-course/your-law/en-UG")]
    public async Task What_nobody_reads_does_not_exist(string address)
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        (await trainer.Http.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    public void Dispose() => _app.Dispose();

    private static string Cell(Page page, string text) =>
        page.Document.QuerySelector($"td a[href='/author/foundations/{text}']")!.Closest("td")!.TextContent;

    private static IEnumerable<string> Words(IElement element, string mark) => element.QuerySelectorAll(mark).Select(words => words.TextContent);
}
