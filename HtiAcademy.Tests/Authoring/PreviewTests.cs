using System.Text;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Tests.Content;

namespace HtiAcademy.Tests.Authoring;

public sealed class PreviewTests
{
    private const string Overlay = "courses/basics/10-first/module.en-UG.md";
    private const string UgandasBank = "courses/basics/10-first/questions.en-UG.gift";

    private static readonly Reader Investigator = new(SampleContent.Uganda, Audiences.Investigator);

    [Fact]
    public void A_module_is_shown_as_an_officer_of_the_country_gets_it()
    {
        var shown = Show<ShownModule>(Overlay, "## In Kampala {#offence}\n\nThe {{ act.short }} says so.\n", Investigator).Module;

        shown.Title.Should().Be("First things");
        Html(shown).Should().Contain("In Kampala").And.Contain("PTIP Act").And.Contain("Ask first.").And.NotContain("It is in the");
    }

    [Fact]
    public void What_is_for_another_audience_is_not_shown_and_everything_is_where_none_is_chosen()
    {
        const string Text = "## The offence {#offence}\n\n::: audience prosecutor\nCharge it.\n:::\n\nFind it.\n";

        Html(Show<ShownModule>(Overlay, Text, Investigator).Module).Should().Contain("Find it").And.NotContain("Charge it");
        Html(Show<ShownModule>(Overlay, Text, Investigator with { Audience = Audiences.Prosecutor }).Module).Should().Contain("Charge it");
        Html(Show<ShownModule>(Overlay, Text, Investigator with { Audience = null }).Module).Should().Contain("Charge it");
    }

    [Fact]
    public void A_text_with_errors_is_shown_all_the_same_with_the_line_of_each()
    {
        var preview = Of(Overlay, "## In Kampala {#offence}\n\nThe {{ act.shrot }} says so.\n", Investigator);

        preview.Findings.Should().ContainSingle(finding => finding.Severity == Severity.Error).Which.Should().Match<Finding>(finding => finding.Line == 3 && finding.Code == FindingCodes.UnknownFact);
        Html(((ShownModule)preview.Shown!).Module).Should().Contain("In Kampala");
    }

    [Fact]
    public void Errors_that_a_text_makes_in_others_are_told_apart()
    {
        var folder = new SampleContent().WithModule("en-UG", "## In Kampala {#offence}\n\nHere.\n");

        var preview = Of(SampleContent.ModulePath, Encoding.UTF8.GetString(folder.WithModule("## The victim {#victim}\n\nAsk first.\n").Documents.Single(d => d.Path == SampleContent.ModulePath).Bytes.Span), Investigator, folder);

        preview.Findings.Should().NotContain(finding => finding.Severity == Severity.Error);
        preview.ErrorsElsewhere.Should().NotBeEmpty().And.OnlyContain(finding => finding.Path == Overlay && finding.Severity == Severity.Error);
    }

    [Fact]
    public void A_countrys_questions_are_shown_as_its_officers_are_asked_them()
    {
        var shown = Show<ShownQuestions>(UgandasBank, "::one:: Is a border needed in Uganda? {F}\n\n::lake:: Is a lake a border? {T}\n", Investigator);

        shown.Language.Should().Be("en");
        shown.Questions.Select(question => question.Text).Should().Equal("Is a border needed in Uganda?", "Is a lake a border?");
    }

    [Fact]
    public void A_base_question_is_shown_in_the_words_that_the_country_puts_in_its_place()
    {
        var folder = new SampleContent().With(UgandasBank, "::one:: Is a border needed in Uganda? {F}\n");

        var shown = (ShownQuestions)Of(SampleContent.BankPath, "::one:: Is a border needed? {F}\n\n::two:: Is an act needed? {T}\n", Investigator, folder).Shown!;

        shown.Questions.Select(question => question.Text).Should().Equal("Is a border needed in Uganda?", "Is an act needed?");
        shown.Questions.Should().AllBeOfType<TrueFalse>();
    }

    [Fact]
    public void A_countrys_facts_are_shown_as_they_would_be()
    {
        var shown = Show<ShownFacts>("countries/UG.yml", "code: UG\nname: Uganda\nlanguages: [en]\nzone: Africa/Kampala\ncurrency: UGX\nfacts:\n  act:\n    short: { value: New Act, source: a letter, checked: 2026-11-20 }\n", Investigator);

        shown.Facts.Should().ContainSingle().Which.Should().Match<HtiAcademy.Domain.Content.Countries.Fact>(fact => fact.Path == "act.short" && fact.Value("en") == "New Act" && fact.Verified);
    }

    [Fact]
    public void The_welcome_text_is_shown_with_title_and_summary()
    {
        var text = Encoding.UTF8.GetString(new SampleContent().Documents.Single(d => d.Path == SampleContent.CoursePath).Bytes.Span);

        var shown = Show<ShownWelcome>(SampleContent.CoursePath, text.Replace("Welcome.", "Good morning.", StringComparison.Ordinal), Investigator);

        (shown.Title, shown.Summary).Should().Be(("The basics", "Where everybody begins."));
        shown.Html.Should().Contain("Good morning.");
    }

    [Fact]
    public void A_module_that_the_officer_does_not_get_is_not_shown()
    {
        var folder = new SampleContent().Replace(SampleContent.ModulePath, "draw: 2", "draw: 2\naudience: [prosecutor]");

        Of(Overlay, "## In Kampala {#offence}\n\nHere.\n", Investigator, folder).Shown.Should().BeOfType<NotShown>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("---")]
    [InlineData("---\n---")]
    [InlineData("---\nid: [\n---\n")]
    [InlineData("---\nid: second\ntitle: T\nminutes: x\nobjectives: 3\ndraw: many\n---\n## A\n")]
    [InlineData("---\ncountries: [XX]\nlanguage: tlh\naudience: [nobody]\n---\n")]
    [InlineData("---\ncountries: []\n---\n")]
    [InlineData("code: XX\nlanguages: [xx]\nfacts: 3\n")]
    [InlineData("facts:\n  a: { value: { es: x } }\n  A B: { value: 1 }\n  a: 2\n")]
    [InlineData("\u201c::a:: Is it? {T}\u201d\n::a:: {\n~\n}\n::b:: {#}\n::c:: {= -> }")]
    [InlineData("::: practice\n::a::\n{=\n:::\n\n::: country XX\n\n:::\n")]
    [InlineData("> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > x")]
    [InlineData("\0\u0007\u001b")]
    public void Whatever_is_written_there_is_a_preview(string text)
    {
        foreach (var path in new[] { SampleContent.CoursePath, SampleContent.ModulePath, SampleContent.BankPath, Overlay, UgandasBank, "courses/basics/10-first/module.es.md", "countries/UG.yml", "countries/GT.yml" })
        {
            var file = AuthoredFile.Parse(path)!;
            var reader = Readership.Of(file, new SampleContent().Course()).Choose(null, null, null);

            this.Invoking(_ => Of(path, text, reader)).Should().NotThrow($"{path} is only being written");
        }
    }

    [Fact]
    public void A_text_that_nests_too_deep_is_not_put_together_and_says_where()
    {
        var preview = Of(Overlay, "## A {#offence}\n\n" + string.Concat(Enumerable.Repeat("> ", 500)) + "x\n", Investigator);

        preview.Shown.Should().BeNull();
        preview.Findings.Should().Contain(finding => finding.Code == FindingCodes.TooDeep && finding.Line == 3);
    }

    [Theory]
    [InlineData(Overlay, "UG", "en")]
    [InlineData("courses/basics/10-first/module.es.md", "UG GT", "es")]
    [InlineData(SampleContent.ModulePath, "UG GT", "en es fr")]
    [InlineData("countries/GT.yml", "GT", "en es fr")]
    public void A_file_is_shown_to_those_officers_alone_whom_it_reaches(string path, string countries, string languages)
    {
        var readership = Readership.Of(AuthoredFile.Parse(path)!, new SampleContent().Course());

        string.Join(' ', readership.Countries).Should().Be(countries);
        string.Join(' ', readership.Languages).Should().Be(languages);
        readership.Choose("XX", "xx", "nobody").Should().Be(new Reader(new Locale(languages.Split(' ')[0], countries.Split(' ')[0]), null));
    }

    private static string Html(ComposedModule module) => string.Concat(module.Parts.Select(part => part.Html));

    private static T Show<T>(string path, string text, Reader reader)
        where T : ShownFile => Of(path, text, reader).Shown.Should().BeOfType<T>().Subject;

    private static Preview Of(string path, string text, Reader reader, SampleContent? folder = null) =>
        Preview.Of(AuthoredFile.Parse(path)!, [new Manuscript("courses/basics", (folder ?? new SampleContent()).Documents, [new SourceDocument(path, Encoding.UTF8.GetBytes(text))])], reader);
}
