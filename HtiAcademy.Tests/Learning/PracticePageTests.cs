using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Tests.Content;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Learning;

public sealed class PracticePageTests : IDisposable
{
    private const string Module = "/learn/basics/first";

    private const string EveryKind = """
        ::: practice
        Read this first.

        Single? {=a#Yes, a. ~b#No, not b. ####In general.}

        Multiple? {~%50%c ~%50%d ~%-100%e}

        Truth? {T#Wrong so.#Right so.}

        Who? {=Martha#She it was. =%50%Samuel#He too.}

        How many? {#3:1}

        Match. {=x -> z one =y -> a two}
        :::

        Between.

        ::: practice
        Last? {F}
        :::
        """;

    private readonly AcademyApp _app = new();

    public static TheoryData<int, string, string[]> Answers => new()
    {
        { 2, "p1q2=0", ["Right", "Yes, a.", "In general."] },
        { 2, "p1q2=1", ["Not right", "Right answer: a", "No, not b.", "In general."] },
        { 3, "p1q3=0&p1q3=1", ["Right"] },
        { 3, "p1q3=1", ["Partly right", "Right answer: c; d"] },
        { 3, "p1q3=0&p1q3=2", ["Not right", "Right answer: c; d"] },
        { 4, "p1q4=true", ["Right", "Right so."] },
        { 4, "p1q4=false", ["Not right", "Right answer: True", "Wrong so."] },
        { 5, "p1q5=+martha", ["Right", "She it was."] },
        { 5, "p1q5=Samuel", ["Partly right", "Right answer: Martha", "He too."] },
        { 5, "p1q5=%3Cb%3ENobody", ["Not right", "Right answer: Martha"] },
        { 6, "p1q6=4", ["Right"] },
        { 6, "p1q6=5,5", ["Not right", "Right answer: 2 – 4"] },
        { 6, "p1q6=five", ["Please answer with a number, without a separator for thousands."] },
        { 7, "p1q7=1&p1q7=0", ["Right"] },
        { 7, "p1q7=1&p1q7=", ["Partly right", "Right answer: x → z one; y → a two"] },
        { 7, "p1q7=0&p1q7=1", ["Not right", "Right answer: x → z one; y → a two"] },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_is_marked_where_it_stands_and_the_others_are_not_answered_yet(int question, string answer, string[] shown)
    {
        var page = await OpenAsync($"{Module}?practice=1&{answer}");

        var marked = Marked(page, 1);
        marked.Should().HaveCount(6, "the description is not marked");
        marked[question - 2].Should().Be(string.Join(" | ", shown));
        marked.Where((_, index) => index != question - 2).Should().OnlyContain(text => text == "Not answered yet.");
        Marked(page, 2).Should().BeEmpty();
    }

    [Fact]
    public async Task Right_answers_are_counted_and_announced()
    {
        var page = await OpenAsync($"{Module}?practice=1&p1q2=0&p1q3=0&p1q4=true&p1q5=&p1q6=9");

        page.Document.QuerySelectorAll("[role=status]").Select(status => status.TextContent).Should().Equal("2 of 6 right.");
        Section(page, 1).Contains(page.Document.QuerySelector("[role=status]")!).Should().BeTrue();
    }

    [Fact]
    public async Task What_was_answered_is_kept_in_the_form()
    {
        var page = await OpenAsync($"{Module}?practice=1&p1q2=1&p1q3=0&p1q3=2&p1q4=false&p1q5=Samuel&p1q6=five&p1q7=1&p1q7=");

        var section = Section(page, 1);
        section.QuerySelectorAll<IHtmlInputElement>("input:checked").Select(input => $"{input.Name}={input.Value}").Should().Equal("p1q2=1", "p1q3=0", "p1q3=2", "p1q4=false");
        section.QuerySelectorAll<IHtmlInputElement>("input:not([type])").Select(input => input.Value).Should().Equal("Samuel", "five");
        section.QuerySelectorAll<IHtmlSelectElement>("select").Select(select => select.Value).Should().Equal("1", "");
    }

    [Fact]
    public async Task The_form_asks_for_the_page_itself_at_the_place_of_the_practice()
    {
        var page = await OpenAsync(Module);

        var forms = page.Document.Forms.Where(form => form.QuerySelector("[name=practice]") is not null).ToList();
        forms.Select(form => form.GetAttribute("action")).Should().Equal($"{Module}#practice-1", $"{Module}#practice-2");
        forms.Should().OnlyContain(form => form.Method == "get" && form.QuerySelector("[name=__RequestVerificationToken]") == null);
        forms.Select(form => form.Value("practice")).Should().Equal("1", "2");
        Section(page, 1).GetAttribute("tabindex").Should().Be("-1");
        Section(page, 1).QuerySelector("h3")!.TextContent.Should().Be("Try it");
        Section(page, 1).TextContent.Should().Contain("Read this first.").And.Contain("neither kept nor graded");
        page.Document.QuerySelectorAll("article [id]").Select(element => element.Id).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Options_stand_as_the_author_wrote_them_and_what_is_to_be_matched_by_the_alphabet()
    {
        var section = Section(await OpenAsync(Module), 1);

        section.QuerySelectorAll("[name=p1q3] + span").Select(option => option.TextContent).Should().Equal("c", "d", "e");
        section.QuerySelector("#p1q7-0")!.Children.Select(choice => choice.TextContent).Should().Equal("Choose", "a two", "z one");
    }

    [Theory]
    [InlineData("practice=3&p3q1=true")]
    [InlineData("practice=0")]
    [InlineData("practice=-1")]
    [InlineData("practice=one&p1q2=0")]
    [InlineData("practice=99999999999999999999")]
    [InlineData("practice=1&practice=2&p1q2=0")]
    [InlineData("practice=")]
    [InlineData("practice=1&practice=1&p1q2=0")]
    [InlineData("p1q2=0&p2q1=false")]
    public async Task A_query_for_no_practice_of_the_page_marks_nothing(string query)
    {
        var page = await OpenAsync($"{Module}?{query}");

        page.Response.IsSuccessStatusCode.Should().BeTrue();
        page.Document.QuerySelectorAll(".practice [role=status], .practice .box, .practice :checked[type]").Should().BeEmpty();
    }

    [Theory]
    [InlineData("p1q2=2&p1q3=0,1&p1q4=yes&p1q6=&p1q7=2&p1q7=2")]
    [InlineData("p1q2=-1&p1q2=0&p1q3=x&p1q4=true&p1q4=false&p1q5=a&p1q5=b&p1q6=1&p1q6=2&p1q7=0")]
    [InlineData("p1q2=%00&p1q3=%FF&p1q4=%22%3E%3Cscript%3E&p1q5=%20&p1q6=+&p1q7=0&p1q7=0&p1q7=0")]
    [InlineData("P9Q9=1&p1q=1&p1q1=text&p1q99=0&&=&%=")]
    public async Task What_a_question_does_not_offer_is_not_answered(string query)
    {
        var page = await OpenAsync($"{Module}?practice=1&{query}");

        Marked(page, 1).Should().HaveCount(6).And.OnlyContain(text => text == "Not answered yet.");
        page.Document.QuerySelectorAll(".practice script").Should().BeEmpty();
    }

    [Theory]
    [InlineData("p1q5")]
    [InlineData("p1q6")]
    [InlineData("p1q2")]
    public async Task A_hundred_kilobytes_of_answer_are_no_answer(string name)
    {
        var page = await OpenAsync($"{Module}?practice=1&{name}={new string('9', 100_000)}");

        page.Response.IsSuccessStatusCode.Should().BeTrue();
        Marked(page, 1).Should().OnlyContain(text => text == "Not answered yet.");
    }

    [Fact]
    public async Task Trying_changes_nothing_and_is_not_kept_by_a_browser()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        var before = await StateAsync();

        var page = await officer.GetAsync("/learn/foundations/what-is-trafficking?practice=1&p1q1=true&p1q2=0&p1q2=1&p1q2=2");

        page.Document.QuerySelector("[role=status]")!.TextContent.Should().Be("1 of 2 right.");
        page.Response.Headers.CacheControl!.NoStore.Should().BeTrue();
        (await StateAsync()).Should().Be(before);
    }

    [Theory]
    [InlineData(Cast.OfficerInUganda, "what-is-trafficking", "p1q1=true&p1q2=0&p1q2=1&p1q2=2")]
    [InlineData(Cast.OfficerInKenya, "your-law", "p1q1=18&p1q2=2")]
    [InlineData(Cast.OfficerInGuatemala, "indicators-and-screening", "p1q1=1&p1q1=2&p1q1=0&p1q2=1")]
    public async Task Each_shipped_module_has_a_practice(string person, string module, string query)
    {
        var officer = await _app.SignInAsync(person);

        var page = await officer.GetAsync($"/learn/foundations/{module}?practice=1&{query}");

        Marked(page, 1).Should().HaveCount(2);
    }

    [Fact]
    public async Task The_interface_s_words_are_the_reader_s_and_the_questions_the_text_s()
    {
        // The course is not translated: in Guatemala its English text is read with Spanish words around it.
        var page = await OpenAsync($"{Module}?practice=1&p1q4=false", Cast.OfficerInGuatemala, "GT");

        var section = Section(page, 1);
        page.Document.QuerySelector("article")!.GetAttribute("lang").Should().Be("en");
        section.GetAttribute("lang").Should().Be("es");
        section.QuerySelector("h3")!.TextContent.Should().Be("Practique");
        section.QuerySelectorAll("legend, .choice span[lang], .form-label[for^=p1q7]").Should().OnlyContain(words => words.GetAttribute("lang") == "en");
        section.QuerySelector("form > div")!.GetAttribute("lang").Should().Be("en");
        Marked(page, 1)[2].Should().Be("Incorrecta | Respuesta correcta: Verdadero | Wrong so.");
        Marked(page, 1)[0].Should().Be("Todavía sin respuesta.");
    }

    [Fact]
    public async Task Where_both_speak_one_language_none_is_named()
    {
        Section(await OpenAsync(Module), 1).QuerySelectorAll("[lang]").Should().BeEmpty();
    }

    public void Dispose() => _app.Dispose();

    private static IElement Section(Page page, int number) => page.Document.QuerySelector($"#practice-{number}")!;

    /// <summary>What stands in each box of a practice, line by line.</summary>
    private static List<string> Marked(Page page, int number) =>
        [.. Section(page, number).QuerySelectorAll(".box").Select(box => string.Join(" | ", box.Children.Select(line => line.TextContent.Trim())))];

    /// <summary>The page as an officer of the sample course sees it, with a practice of every kind in its module.</summary>
    private async Task<Page> OpenAsync(string address, string person = Cast.OfficerInUganda, string country = "UG")
    {
        var content = new SampleContent().WithModule(EveryKind);
        content.Read().Findings.Should().BeEmpty();
        await _app.Services.GetRequiredService<Publisher>().ImportAsync(new ContentReading(content.Documents, []), "test", []);
        await using (var db = _app.Open())
        {
            var version = await db.CourseVersions.SingleAsync(v => v.CourseId == "basics");
            var officer = await db.People.SingleAsync(p => p.Email == person);
            var cohort = new Cohort("Practice", version, country, agency: null, new(2026, 11, 2), new(2026, 11, 30));
            db.AddRange(cohort, new Enrolment(cohort, officer, _app.Clock.Now));
            await db.SaveChangesAsync();
        }

        return await (await _app.SignInAsync(person)).GetAsync(address);
    }

    private async Task<string> StateAsync()
    {
        await using var db = _app.Open();
        var enrolments = await db.Enrolments.AsNoTracking().OrderBy(e => e.Id).ToListAsync();
        var attempts = await db.Attempts.AsNoTracking().OrderBy(a => a.Id).ToListAsync();
        return System.Text.Json.JsonSerializer.Serialize(new { enrolments, attempts, audit = await db.AuditEntries.CountAsync() });
    }
}
