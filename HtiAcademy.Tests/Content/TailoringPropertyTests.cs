using HtiAcademy.Domain.Content;

namespace HtiAcademy.Tests.Content;

/// <summary>What holds for every course: forty small generated ones, and one of 20 countries, 3 languages and 40 modules.</summary>
public class TailoringPropertyTests
{
    private static readonly Lazy<GeneratedCourse[]> Generated = new(() =>
    [
        .. Enumerable.Range(1, 40).Select(seed => new GeneratedCourse(seed, 1 + (seed % 5), 1 + (seed % 3), 1 + (seed % 2))),
        new GeneratedCourse(100, countries: 20, languages: 3, modules: 40),
    ]);

    [Fact]
    public void A_reader_gets_no_other_country_s_words_and_no_fact_unfilled()
    {
        var marks = 0;
        foreach (var generated in Generated.Value)
        {
            foreach (var (locale, page) in Pages(generated, generated.Course()))
            {
                var readers = GeneratedCourse.Marks(page.Html).ToList();
                readers.Where(mark => !mark.Contains(locale.Country, StringComparison.Ordinal)).Should().BeEmpty();
                page.Html.Should().NotContain("{{").And.NotContain(":::");
                marks += readers.Count;
            }
        }

        marks.Should().BeGreaterThan(10_000, "there must be something to leave out");
    }

    [Fact]
    public void A_country_without_an_overlay_reads_the_base()
    {
        var same = 0;
        foreach (var generated in Generated.Value)
        {
            var overlays = generated.Overlays.ToHashSet(StringComparer.Ordinal);
            var without = GeneratedCourse.Read([.. generated.Documents.Where(document => !overlays.Contains(document.Path))]).Course!;
            foreach (var ((locale, page), (_, plain)) in Pages(generated, generated.Course()).Zip(Pages(generated, without)))
            {
                var text = generated.BaseTexts.Single(path => path.Contains($"-{page.Title.Split(' ')[0].ToLowerInvariant()}/", StringComparison.Ordinal));
                var hasOverlay = generated.Text(text, page.Language, locale.Country) is not null;
                (page.Html == plain.Html).Should().Be(!hasOverlay, $"{text} for {locale}");
                same += hasOverlay ? 0 : 1;
            }
        }

        same.Should().BeGreaterThan(500);
    }

    [Fact]
    public void A_changed_section_makes_stale_exactly_what_was_made_from_it()
    {
        var random = new Random(7);
        foreach (var generated in Generated.Value)
        {
            generated.Course().StaleSections.Should().BeEmpty();
            foreach (var text in generated.BaseTexts.OrderBy(_ => random.Next()).Take(3).ToList())
            {
                var section = generated.Sections(text)[random.Next(generated.Sections(text).Count)];
                var translations = generated.Languages.Skip(1).Select(language => generated.Text(text, language)).OfType<string>().ToList();

                Stale(generated, text, section).Should().BeEquivalentTo(
                    OverlaysOf(generated, text, generated.Languages[0], section).Concat(translations.Select(path => $"{path} {Outer(section)}")),
                    "the overlays of a translation rest on the translation");
                foreach (var language in generated.Languages.Skip(1).Where(language => generated.Text(text, language) is not null))
                {
                    Stale(generated, generated.Text(text, language)!, section).Should().BeEquivalentTo(OverlaysOf(generated, text, language, section));
                }
            }
        }
    }

    [Fact]
    public void The_order_of_the_files_changes_nothing()
    {
        var random = new Random(8);
        foreach (var generated in Generated.Value.Where(generated => generated.Countries.Count <= 5))
        {
            var text = generated.BaseTexts.First();
            var documents = generated.WithChange(text, generated.Sections(text)[0]);
            SourceDocument[] shuffled = [.. documents.OrderBy(_ => random.Next())];

            CourseReader.Read(shuffled, GeneratedCourse.Folder).Findings.Should().Equal(CourseReader.Read(documents, GeneratedCourse.Folder).Findings);
            var (one, other) = (GeneratedCourse.Read(documents).Course!, GeneratedCourse.Read(shuffled).Course!);
            other.StaleSections.Should().Equal(one.StaleSections);
            Pages(generated, other).Select(page => page.Module.Html).Should().Equal(Pages(generated, one).Select(page => page.Module.Html));
        }
    }

    [Fact]
    public void The_order_of_faulty_files_changes_no_finding()
    {
        var random = new Random(9);
        var folder = new SampleContent()
            .Replace("countries/UG.yml", "Africa/Kampala", "Africa/Jinja")
            .WithModule("## A {#a}\n\n{{ hotlin }} <b> [x](#y)\n\n## A {#a}")
            .WithModule("en-UG", "## X {#x}\n\nText.")
            .WithSpanish("## B {#b}")
            .With("courses/basics/20-second/module.md", "---\nid: first\n---\n::: country XX\n")
            .With("courses/basics/20-second/Module.md", "");
        var expected = folder.Read().Findings;

        expected.Should().HaveCountGreaterThan(10);
        for (var i = 0; i < 20; i++)
        {
            CourseReader.Read([.. folder.Documents.OrderBy(_ => random.Next())], "courses/basics").Findings.Should().Equal(expected);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_course()
    {
        new GeneratedCourse(3, 4, 3, 2).Documents.Select(document => Convert.ToHexString(document.Bytes.Span))
            .Should().Equal(new GeneratedCourse(3, 4, 3, 2).Documents.Select(document => Convert.ToHexString(document.Bytes.Span)));
    }

    private static IEnumerable<(Locale Locale, ComposedModule Module)> Pages(GeneratedCourse generated, Course course) =>
        from module in course.Modules
        from country in generated.Countries
        from language in generated.Languages
        let locale = new Locale(language, country)
        select (locale, course.Compose(module.Id, locale, Audiences.Prosecutor));

    private static IEnumerable<string> Stale(GeneratedCourse generated, string path, string section) =>
        GeneratedCourse.Read(generated.WithChange(path, section)).Course!.StaleSections.Select(stale => $"{stale.Path} {stale.SectionId}");

    /// <summary>Those that replace the section, or the one around it.</summary>
    private static IEnumerable<string> OverlaysOf(GeneratedCourse generated, string text, string language, string section) =>
        from country in generated.Countries
        let overlay = generated.Text(text, language, country)
        where overlay is not null
        from replaced in generated.Replaced(overlay)
        where replaced == section || replaced == Outer(section)
        select $"{overlay} {replaced}";

    private static string Outer(string section) => section.Split('-')[0];
}
