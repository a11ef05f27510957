using System.Net;
using System.Text.RegularExpressions;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Learning;

public sealed class OfficerPathTests : IDisposable
{
    private const string Course = "/learn/foundations";
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task An_officer_goes_from_the_first_module_to_a_certificate()
    {
        var officer = await _app.SignInAsync(Cast.NewcomerInUganda);
        foreach (var module in new[] { "what-is-trafficking", "your-law", "indicators-and-screening" })
        {
            (await officer.GetAsync("/")).Document.QuerySelector(".next a")!.GetAttribute("href").Should().Be($"{Course}/{module}");
            var read = await officer.GetAsync($"{Course}/{module}");
            var intro = await officer.SubmitAsync(read.Form("/read"));
            intro.Address.Should().Be($"{Course}/{module}/quiz");
            await PassAsync(officer, intro);
        }

        (await officer.GetAsync("/")).Document.QuerySelector(".next a")!.GetAttribute("href").Should().Be($"{Course}/final");
        var result = await PassAsync(officer, await officer.GetAsync($"{Course}/final"));

        result.Text.Should().Contain("You have completed this course");
        (await officer.GetAsync("/certificates")).Text.Should().Contain("HTI-UG-2026-");
    }

    [Fact]
    public async Task A_link_to_a_section_leads_to_the_page_it_stands_on()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);

        var page = await officer.GetAsync($"{Course}/what-is-trafficking");

        // AngleSharp resolves an address as a browser does.
        var skip = (AngleSharp.Html.Dom.IHtmlAnchorElement)page.Document.QuerySelector("a.skip")!;
        new Uri(skip.Href).PathAndQuery.Should().Be(page.Address);
        page.Document.QuerySelectorAll("link[href], use[href]").Should().NotBeEmpty()
            .And.OnlyContain(e => e.GetAttribute("href")!.StartsWith('/'), "they are the same on every page");
    }

    [Fact]
    public async Task A_module_marked_as_read_twice_is_read_once()
    {
        var officer = await _app.SignInAsync(Cast.NewcomerInUganda);
        var page = await officer.GetAsync($"{Course}/what-is-trafficking");

        await officer.PostAsync(page.Form("/read"));
        await officer.PostAsync(page.Form("/read"));

        (await officer.GetAsync("/")).Text.Should().Contain("1 of 7 steps done");
    }

    [Fact]
    public async Task A_quiz_cannot_be_started_before_its_module_is_read()
    {
        var officer = await _app.SignInAsync(Cast.NewcomerInUganda);
        var page = await officer.GetAsync($"{Course}/your-law/quiz");
        page.Text.Should().Contain("Read the module first");
        page.Document.Forms.Should().NotContain(f => (f.GetAttribute("action") ?? "").EndsWith("/start"));

        var home = await officer.GetAsync($"{Course}/what-is-trafficking");
        var forced = home.Form("/read");
        forced.SetAttribute("action", $"{Course}/your-law/quiz/start");
        await officer.SubmitAsync(forced);

        await using var db = _app.Open();
        (await db.Attempts.CountAsync(a => a.Assessment == "your-law" && a.SubmittedAt == null)).Should().Be(0);
    }

    [Fact]
    public async Task The_final_cannot_be_started_before_every_module_is_done()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        var home = await officer.GetAsync($"{Course}/your-law");
        var forced = home.Form("/read");
        forced.SetAttribute("action", $"{Course}/final/start");
        var page = await officer.SubmitAsync(forced);

        page.Address.Should().Be($"{Course}/final");
        page.Text.Should().Contain("Next: read");
    }

    [Fact]
    public async Task An_unknown_course_and_an_unknown_module_are_not_found_and_say_so_helpfully()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        foreach (var address in new[] { "/learn/nonsense", $"{Course}/nonsense", $"{Course}/nonsense/quiz", "/nowhere/at/all" })
        {
            var page = await officer.GetAsync(address);
            page.Response.StatusCode.Should().Be(HttpStatusCode.NotFound, address);
            page.Text.Should().Contain("There is no page at this address", address).And.Contain("Go to your home page");
        }
    }

    [Fact]
    public async Task An_officer_reads_the_module_of_their_own_country()
    {
        var uganda = await (await _app.SignInAsync(Cast.OfficerInUganda)).GetAsync($"{Course}/your-law");
        var kenya = await (await _app.SignInAsync(Cast.OfficerInKenya)).GetAsync($"{Course}/your-law");
        var guatemala = await (await _app.SignInAsync(Cast.OfficerInGuatemala)).GetAsync($"{Course}/your-law");

        uganda.Text.Should().Contain("Prevention of Trafficking in Persons Act").And.NotContain("Counter-Trafficking in Persons Act");
        kenya.Text.Should().Contain("Counter-Trafficking in Persons Act").And.NotContain("Cap. 131");
        guatemala.Document.QuerySelector("article")!.GetAttribute("lang").Should().Be("es");
        guatemala.Text.Should().Contain("Decreto 9-2009");
    }

    public void Dispose() => _app.Dispose();

    /// <summary>Starts the assessment of the page, answers everything rightly and submits.</summary>
    private async Task<Page> PassAsync(Visitor officer, Page intro)
    {
        var page = await officer.SubmitAsync(intro.Form("/start"));
        var bank = await BankAsync();
        while (page.Document.Forms.Any(f => f.GetAttribute("action")!.EndsWith("/answer")))
        {
            var form = page.Form("/answer");
            var answer = await RightAnswerAsync(form.Value("attempt"), form.Value("position"), bank);
            var go = form.QuerySelector("button.btn-primary")!.GetAttribute("value")!;
            page = await officer.SubmitAsync(form, [.. answer.Select(v => ("answer", v)), ("go", go)]);
        }

        page.Text.Should().Contain("Every question is answered and saved");
        var result = await officer.SubmitAsync(page.Form("/submit"));
        result.Document.QuerySelector(".verdict")!.TextContent.Should().Match("*Passed*100 %*");
        return result;
    }

    private async Task<IReadOnlyDictionary<string, Question>> BankAsync()
    {
        await using var db = _app.Open();
        var version = await db.CourseVersions.OrderByDescending(v => v.Number).FirstAsync();
        return (await _app.Services.GetRequiredService<Catalogue>().CourseAsync(version.Id)).Questions(new("en", "UG"));
    }

    private async Task<IReadOnlyList<string>> RightAnswerAsync(string attemptId, string position, IReadOnlyDictionary<string, Question> bank)
    {
        await using var db = _app.Open();
        var id = Guid.Parse(attemptId);
        var attempt = await db.Attempts.SingleAsync(a => a.Id == id);
        var drawn = attempt.Questions.Single(q => q.Position == int.Parse(position, System.Globalization.CultureInfo.InvariantCulture));
        return RightAnswers.To(bank[drawn.Hash], attempt, drawn.Position);
    }
}
