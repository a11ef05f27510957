using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Matrix;

namespace HtiAcademy.Tests.Content;

public sealed class TailoringMatrixTests
{
    private const string UgandasPath = "courses/basics/10-first/module.en-UG.md";
    private const string SpanishPath = "courses/basics/10-first/module.es.md";
    private const string GuatemalasPath = "courses/basics/10-first/module.es-GT.md";

    [Fact]
    public void Rows_are_the_welcome_text_and_the_modules_and_columns_the_countries()
    {
        var matrix = Of(new SampleContent());

        matrix.CourseId.Should().Be("basics");
        matrix.Countries.Select(country => country.Code).Should().Equal("UG", "GT");
        matrix.Rows.Select(row => (row.TextId, row.Title.In("en"))).Should().Equal(("course", "The basics"), ("first", "First things"));
        matrix.Rows.Should().OnlyContain(row => row.Cells.Select(cell => cell.Country).SequenceEqual(new[] { "UG", "GT" }));
    }

    [Fact]
    public void A_country_without_a_text_of_its_own_reads_the_course_s()
    {
        var uganda = Cell(new SampleContent(), "UG");

        uganda.Texts.Single().Should().BeEquivalentTo(new { Locale = SampleContent.Uganda, ReadIn = "en", OverlayPath = (string?)null, LacksOverlay = false });
        uganda.Texts.Single().IsUntranslated.Should().BeFalse();
        uganda.StaleSections.Should().BeEmpty();
    }

    [Fact]
    public void A_language_without_a_translation_reads_the_course_s_until_there_is_one()
    {
        var content = new SampleContent();
        Cell(content, "GT").Texts.Single().Should().Match<CellText>(text => text.IsUntranslated && text.ReadIn == "en");

        Translate(content);

        Cell(content, "GT").Texts.Single().Should().Match<CellText>(text => !text.IsUntranslated && text.ReadIn == "es");
    }

    [Fact]
    public void An_overlay_is_seen_in_its_own_country_alone()
    {
        var content = new SampleContent().WithModule("en-UG", "## V {#victim}\n\nHere.");

        Cell(content, "UG").Texts.Single().OverlayPath.Should().Be(UgandasPath);
        Cell(content, "GT").Texts.Single().OverlayPath.Should().BeNull();
    }

    [Fact]
    public void An_overlay_in_a_language_that_is_not_the_country_s_is_seen_too()
    {
        var content = Translate(new SampleContent()).WithModule("es-UG", "## V {#victim}\n\nAquí.");

        Cell(content, "UG").Texts.Select(text => (text.Locale.ToString(), text.StaleOverlay.Count)).Should().Equal(("en-UG", 0), ("es-UG", 1));
    }

    [Fact]
    public void An_overlay_that_is_not_translated_is_told_as_the_check_tells_it()
    {
        var content = Translate(new SampleContent()).WithModule("en-GT", "## V {#victim}\n\nHere.");

        Cell(content, "GT").Texts.Should().Contain(text => text.Locale == SampleContent.Guatemala && text.LacksOverlay);
        content.Read().Findings.Should().Contain(finding => finding.Code == FindingCodes.UntranslatedOverlay);

        content.WithModule("es-GT", "## V {#victim}\n\nAquí.");

        Cell(content, "GT").Texts.Should().NotContain(text => text.LacksOverlay);
    }

    [Fact]
    public void A_change_of_the_base_makes_the_overlays_and_translations_of_that_section_stale_and_no_others()
    {
        var content = Accepted(Tailored());
        Stale(content).Should().BeEmpty();

        content.Replace(SampleContent.ModulePath, "Ask first.", "Always ask first.");

        Stale(content).Should().Equal(("UG", UgandasPath, "victim"), ("GT", SpanishPath, "victim"));
        Cell(content, "UG").Texts.Single().Should().Match<CellText>(text => text.StaleOverlay.Count == 1 && text.StaleTranslation.Count == 0);
        Cell(content, "GT").Texts.Single().Should().Match<CellText>(text => text.StaleOverlay.Count == 0 && text.StaleTranslation.Count == 1);
    }

    [Fact]
    public void A_change_of_a_section_that_a_country_leaves_as_it_is_makes_only_the_translation_stale()
    {
        var content = Accepted(Tailored()).Replace(SampleContent.ModulePath, "It is in", "It stands in");

        Stale(content).Should().Equal(("GT", SpanishPath, "offence"));
    }

    [Fact]
    public void A_change_of_a_translation_makes_its_overlays_stale_and_no_others()
    {
        var content = Accepted(Tailored()).Replace(SpanishPath, "Pregunte primero.", "Primero pregunte.");

        Stale(content).Should().Equal(("GT", GuatemalasPath, "victim"));
        Cell(content, "GT").Texts.Single().StaleOverlay.Should().ContainSingle();
    }

    [Fact]
    public void The_welcome_text_has_cells_of_its_own()
    {
        var content = Accepted(new SampleContent().With("courses/basics/course.es.md", "---\ntitle: Lo básico\nsummary: Resumen\nreviewed: {}\n---\n\nBienvenida.\n"));

        content.Replace(SampleContent.CoursePath, "\n\nWelcome.", "\n\nBe welcome.");

        var welcome = Of(content).Rows[0];
        welcome.Title.In("es").Should().Be("Lo básico");
        welcome.Cells.Select(cell => cell.StaleSections.Count()).Should().Equal(0, 1);
        Of(content).StaleSections.Should().ContainSingle().Which.SectionId.Should().Be("top");
    }

    [Fact]
    public void A_module_that_is_not_given_in_a_country_has_an_empty_cell_there()
    {
        var content = new SampleContent().Replace(SampleContent.ModulePath, "minutes: 10", "minutes: 10\ncountries: [UG]");

        Cell(content, "UG").IsGiven.Should().BeTrue();
        Cell(content, "GT").Should().Match<MatrixCell>(cell => !cell.IsGiven && cell.Texts.Count == 0 && cell.OwnQuestions == 0);
    }

    [Fact]
    public void A_fact_that_a_country_lacks_is_missing_there_although_the_course_cannot_be_published()
    {
        var content = new SampleContent().WithModule("## A {#a}\n\nCall {{ hotline }} {{ gone }}.\n").Replace("countries/UG.yml", "  hotline:", "  line:");

        content.Read().Course.Should().BeNull();
        Cell(content, "UG").FactsMissing.Should().Equal("gone", "hotline");
        Cell(content, "GT").FactsMissing.Should().Equal("gone");
    }

    [Fact]
    public void Facts_count_only_where_somebody_reads_them()
    {
        var content = new SampleContent().WithModule("""
            ## A {#a}

            ::: country UG
            {{ immunity }}
            :::

            ::: audience victim-services
            {{ act.long }}
            :::

            `{{ hotline.code }}`
            """);

        Cell(content, "UG").FactsUnverified.Should().Equal("immunity");
        Cell(content, "UG").FactsMissing.Should().BeEmpty("the course is not for victim services, and code holds no facts");
        Cell(content, "GT").FactsUnverified.Should().BeEmpty();
    }

    [Fact]
    public void A_country_s_questions_are_counted_once_in_all_its_languages()
    {
        var content = Translate(new SampleContent())
            .With("courses/basics/10-first/questions.es.gift", "::one:: ¿Frontera? {F}\n\n::two:: ¿Acto? {T}")
            .With("courses/basics/10-first/questions.en-GT.gift", "::own:: Here? {T}\n\n::note:: Read this.")
            .With("courses/basics/10-first/questions.es-GT.gift", "::own:: ¿Aquí? {T}\n\n::two:: ¿Y acto? {T}");

        Cell(content, "GT").OwnQuestions.Should().Be(2);
        Cell(content, "UG").OwnQuestions.Should().Be(0);
    }

    [Theory]
    [InlineData(SampleContent.CoursePath, "no front matter")]
    [InlineData(SampleContent.ModulePath, "---\nid: [\n---\n")]
    [InlineData("countries/UG.yml", "code: &x UG")]
    public void A_file_that_cannot_be_read_does_not_keep_the_others_from_being_shown(string path, string text)
    {
        var content = Accepted(Tailored()).With(path, text);
        content.Read().Course.Should().BeNull();

        Of(content).Rows.SelectMany(row => row.Cells).Should().Contain(cell => cell.Country == "GT" && cell.IsGiven);
    }

    [Fact]
    public void A_published_course_gives_the_same_matrix_as_its_files()
    {
        var content = Accepted(Tailored()).Replace(SampleContent.ModulePath, "Ask first.", "Always ask first.");

        content.Course().Tailoring.Should().BeEquivalentTo(Of(content));
    }

    /// <summary>Uganda's overlay on the base, a Spanish translation, and Guatemala's overlay on that; all on the section "victim".</summary>
    private static SampleContent Tailored() => Translate(new SampleContent())
        .WithModule("en-UG", "## V {#victim}\n\nHere.")
        .WithModule("es-GT", "## V {#victim}\n\nAquí.");

    private static SampleContent Translate(SampleContent content) =>
        content.WithSpanish("\n## El delito {#offence}\n\nEstá en {{ act.short }}.\n\n## La víctima {#victim}\n\nPregunte primero.\n");

    private static SampleContent Accepted(SampleContent content)
    {
        foreach (var document in content.Documents.Where(document => document.Path.EndsWith(".md", StringComparison.Ordinal)))
        {
            if (Overlay.ParentPath(document.Path, "en") is { } parent)
            {
                content.With(document.Path, Overlay.Accept(document, content.Documents.Single(other => other.Path == parent)));
            }
        }

        return content;
    }

    private static TailoringMatrix Of(SampleContent content) => TailoringMatrix.Of(content.Documents, "courses/basics");

    private static MatrixCell Cell(SampleContent content, string country) => Of(content).Rows.Single(row => row.TextId == "first").Cells.Single(cell => cell.Country == country);

    private static IEnumerable<(string Country, string Path, string Section)> Stale(SampleContent content) =>
        from row in Of(content).Rows
        from cell in row.Cells
        from stale in cell.StaleSections
        select (cell.Country, stale.Path, stale.SectionId);
}
