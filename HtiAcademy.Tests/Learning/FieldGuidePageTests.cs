using System.Net;
using AngleSharp.Dom;

namespace HtiAcademy.Tests.Learning;

public sealed class FieldGuidePageTests : IDisposable
{
    private const string Guide = "/learn/foundations/field-guide";
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task An_officer_finds_it_on_the_course_s_page_and_goes_back()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        (await officer.GetAsync("/learn/foundations")).Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).Should().Contain(Guide);

        var page = await officer.GetAsync(Guide);

        page.Document.QuerySelector(".breadcrumb a")!.GetAttribute("href").Should().Be("/learn/foundations");
        page.Document.QuerySelectorAll("main form").Should().BeEmpty("a country is for trainers to choose");
    }

    [Fact]
    public async Task It_holds_the_officer_s_own_text_and_says_what_it_is()
    {
        var guide = await GuideAsync(Cast.OfficerInUganda);

        guide.QuerySelector("h1")!.TextContent.Should().Be("Foundations of human trafficking cases");
        guide.TextContent.Should().Contain("Uganda · English · Investigator")
            .And.Contain("Made on 23 November 2026 10:00 (Africa/Kampala) from version 1 of the course.")
            .And.Contain("It is not legal advice, and its text awaits review by counsel.")
            .And.Contain("Helpline: 116 (Sauti, the child helpline, toll-free, 24 hours)");
        var chapters = guide.QuerySelectorAll("h2").Select(h2 => h2.TextContent).ToList();
        chapters[0].Should().Be("1. What trafficking is, and what it is not");
        chapters.Select(title => title.Split('.')[0]).Should().Equal(Enumerable.Range(1, chapters.Count).Select(number => $"{number}"));
        guide.TextContent.Should().Contain("Keep defilement and trafficking apart.", "it is Uganda's own warning")
            .And.Contain("☐ I can explain why no border and no lock were needed.").And.NotContain("Nobody has crossed a border", "it stands in the case");
    }

    [Fact]
    public async Task Another_language_and_country_have_their_own_words_and_paper()
    {
        var guide = await GuideAsync(Cast.OfficerInGuatemala);

        guide.GetAttribute("lang").Should().Be("es");
        guide.TextContent.Should().Contain("Guatemala · español · Investigador").And.Contain("(America/Guatemala)").And.Contain("No es asesoramiento jurídico")
            .And.Contain("Línea de ayuda: 110 (PNC)").And.Contain("Advertencia").And.NotContain("defilement");
        guide.ClassList.Should().Contain("guide-letter", "offices there print on Letter");
        (await GuideAsync(Cast.OfficerInUganda)).ClassList.Should().NotContain("guide-letter");
    }

    [Fact]
    public async Task Without_script_there_is_no_button_but_the_way_to_print_is_told()
    {
        var page = await (await _app.SignInAsync(Cast.OfficerInUganda)).GetAsync(Guide);

        page.Document.QuerySelector("#print")!.HasAttribute("hidden").Should().BeTrue();
        page.Text.Should().Contain("press Ctrl and P");
    }

    [Fact]
    public async Task A_trainer_prints_it_as_officers_they_train_read_it()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInKenya);
        (await trainer.GetAsync("/author")).Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).Should().Contain(Guide);

        var page = await trainer.GetAsync(Guide);

        page.Document.QuerySelector("article")!.TextContent.Should().Contain("Kenya · English").And.NotContain("Investigator");
        page.Document.QuerySelector("select[name=country] option[selected]")!.GetAttribute("value").Should().Be("KE");
        page.Document.QuerySelector(".breadcrumb a")!.GetAttribute("href").Should().Be("/author");
    }

    [Fact]
    public async Task A_trainer_prints_it_for_another_country_in_the_words_of_who_reads_it()
    {
        var page = await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync($"{Guide}?country=GT&language=es&audience=prosecutor");

        var guide = page.Document.QuerySelector("article")!;
        guide.TextContent.Should().Contain("Guía de campo").And.Contain("Guatemala · español · Fiscal").And.Contain("23 de noviembre de 2026 01:00 (America/Guatemala)");
        page.Document.QuerySelector(".breadcrumb")!.TextContent.Should().Contain("Field guide", "the trainer reads English");
    }

    [Fact]
    public async Task A_helpline_that_nobody_has_confirmed_is_not_printed()
    {
        var page = await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync($"{Guide}?country=BZ");

        page.Document.QuerySelector(".guide-helpline")!.TextContent.Should().Be("Helpline: to be confirmed – ask your prosecution service");
    }

    [Theory]
    [InlineData(Cast.OfficerInUganda, $"{Guide}?country=KE")]
    [InlineData(Cast.OfficerInUganda, $"{Guide}?country=UG")]
    [InlineData(Cast.OfficerInUganda, "/learn/nothing/field-guide")]
    [InlineData(Cast.PartnerInUganda, Guide)]
    [InlineData(Cast.PartnerInUganda, $"{Guide}?country=UG")]
    [InlineData(Cast.TrainerInUganda, "/learn/nothing/field-guide")]
    [InlineData(Cast.TrainerInUganda, $"{Guide}?country=FR")]
    [InlineData(Cast.TrainerInUganda, $"{Guide}?country=UG&language=de")]
    [InlineData(Cast.TrainerInUganda, $"{Guide}?country=UG&audience=judge")]
    public async Task Whoever_may_not_have_it_is_told_that_there_is_none(string person, string address) =>
        (await (await _app.SignInAsync(person)).Http.GetAsync(address)).StatusCode.Should().Be(HttpStatusCode.NotFound);

    [Fact]
    public async Task An_officer_who_is_not_enrolled_has_none()
    {
        await using (var db = _app.Open())
        {
            db.RemoveRange(db.Enrolments.Where(e => db.People.Any(p => p.Id == e.OfficerId && p.Email == Cast.NewcomerInUganda)));
            await db.SaveChangesAsync();
        }

        (await (await _app.SignInAsync(Cast.NewcomerInUganda)).Http.GetAsync(Guide)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    public void Dispose() => _app.Dispose();

    private async Task<IElement> GuideAsync(string person) => (await (await _app.SignInAsync(person)).GetAsync(Guide)).Document.QuerySelector("article")!;
}
