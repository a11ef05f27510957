using System.Text;
using HtiAcademy.Domain.Content;

namespace HtiAcademy.Tests.Content;

public class CourseReaderTests
{
    [Fact]
    public void A_course_has_what_its_front_matter_says()
    {
        var course = new SampleContent().Course();

        course.Should().BeEquivalentTo(new
        {
            Id = "basics",
            Folder = "courses/basics",
            Language = "en",
            Countries = new[] { "UG", "GT" },
            Audience = new[] { "investigator", "prosecutor" },
            Hours = 1.5m,
            Pass = 80,
            Attempts = 3,
            Wait = TimeSpan.FromHours(12),
            ValidityMonths = 24,
            Final = new Assessment(2, 30),
            Pretest = (Assessment?)null,
            Requires = Array.Empty<string>(),
        });
        course.Title(SampleContent.Guatemala).Should().Be("The basics");
        course.Summary(SampleContent.Uganda).Should().Be("Where everybody begins.");
    }

    [Theory]
    [InlineData("30m", 0.5)]
    [InlineData("12h", 12)]
    [InlineData("1 hour", 1)]
    [InlineData("2 days", 48)]
    [InlineData("0h", 0)]
    public void A_wait_is_minutes_hours_or_days(string written, double hours)
    {
        new SampleContent().Replace(SampleContent.CoursePath, "12h", written).Course().Wait.TotalHours.Should().Be(hours);
    }

    [Theory]
    [InlineData("validity: 24 months", 24)]
    [InlineData("validity: 2 years", 24)]
    [InlineData("# for ever", null)]
    public void A_certificate_is_valid_for_months_years_or_ever(string written, int? months)
    {
        new SampleContent().Replace(SampleContent.CoursePath, "validity: 24 months", written).Course().ValidityMonths.Should().Be(months);
    }

    [Fact]
    public void A_module_has_what_its_front_matter_says_and_the_rest_from_its_course()
    {
        var module = new SampleContent().Course().Module("first");

        module.Should().BeEquivalentTo(new { Id = "first", Folder = "courses/basics/10-first", Minutes = 10, Draw = 2, Pass = 80, Countries = new[] { "UG", "GT" }, Audience = new[] { "investigator", "prosecutor" } });
        module.Objectives(SampleContent.Uganda).Should().Equal("tell one thing from another");
    }

    [Fact]
    public void Modules_stand_in_the_order_of_their_folders_numbers()
    {
        WithModules(("9-nine", ""), ("100-hundred", ""), ("20-twenty", "")).Modules.Select(module => module.Id)
            .Should().Equal("nine", "first", "twenty", "hundred");
    }

    [Fact]
    public void A_module_may_exist_for_some_countries_or_audiences_alone()
    {
        var course = WithModules(("20-ugandan", "countries: [UG]\n"), ("30-prosecuting", "audience: [prosecutor]\n"));

        course.ModulesFor("UG", "investigator").Select(module => module.Id).Should().Equal("first", "ugandan");
        course.ModulesFor("GT", "prosecutor").Select(module => module.Id).Should().Equal("first", "prosecuting");
        course.ModulesFor("UG", null).Should().HaveCount(3);
    }

    [Fact]
    public void A_country_has_what_its_file_says()
    {
        var uganda = new SampleContent().Replace("countries/UG.yml", "currency:", "weekend: [friday, Saturday]\ncurrency:").Course().Country("UG");

        uganda.Should().BeEquivalentTo(new { Code = "UG", Languages = new[] { "en" }, Zone = "Africa/Kampala", Currency = "UGX", Weekend = new[] { DayOfWeek.Friday, DayOfWeek.Saturday } });
        uganda.Name("fr").Should().Be("Ouganda");
        uganda.Fact("hotline").Should().BeEquivalentTo(new { Path = "hotline", Source = "https://example.org/line", Checked = new DateOnly(2026, 11, 22), Verified = true });
        uganda.Fact("hotline")!.Value("es").Should().Be("116");
        uganda.Fact("immunity")!.Verified.Should().BeFalse();
        uganda.Fact("nothing").Should().BeNull();
    }

    [Fact]
    public void A_country_rests_on_saturday_and_sunday_unless_it_says_otherwise()
    {
        new SampleContent().Course().Country("GT").Weekend.Should().Equal(DayOfWeek.Saturday, DayOfWeek.Sunday);
    }

    [Theory]
    [InlineData("2027-01-31", false)]
    [InlineData("2028-01-31", false)]
    [InlineData("2028-02-29", false)]
    [InlineData("2027-04-02", false)]
    [InlineData("2028-04-03", true)]
    [InlineData("2027-03-01", true)]
    [InlineData("2027-03-06", false)]
    public void Nobody_works_on_weekends_and_public_holidays(string day, bool works)
    {
        var uganda = new SampleContent().Replace("countries/UG.yml", "currency:", "holidays: [01-31, 02-29, 2027-04-02, 2026-04-03]\ncurrency:").Course().Country("UG");

        uganda.IsWorkingDay(DateOnly.Parse(day, null)).Should().Be(works);
    }

    [Fact]
    public void A_country_has_no_holidays_unless_it_names_them()
    {
        new SampleContent().Course().Country("GT").Holidays.Should().BeEmpty();
    }

    [Fact]
    public void A_fact_s_value_falls_back_to_the_first_language_written()
    {
        new SampleContent().Course().Country("GT").Fact("act.short")!.Value("fr").Should().Be("Código Penal");
    }

    [Theory]
    [InlineData("en", "UG", "Is a border needed?|Is an act needed? (UG)|Uganda's own")]
    [InlineData("en", "GT", "Is a border needed?|Is an act needed?")]
    [InlineData("es", "GT", "¿Hace falta una frontera?|Is an act needed?")]
    [InlineData("fr", "UG", "Is a border needed?|Is an act needed? (UG)|Uganda's own")]
    public void Questions_come_from_the_best_language_and_then_the_country(string language, string country, string expected)
    {
        var module = new SampleContent()
            .With("courses/basics/10-first/questions.es.gift", "::one:: ¿Hace falta una frontera? {F}")
            .With("courses/basics/10-first/questions.en-UG.gift", "::two:: Is an act needed? (UG) {T}\n\n::three:: Uganda's own {T}")
            .Course().Module("first");

        string.Join('|', module.Questions(new Locale(language, country)).Select(question => question.Text)).Should().Be(expected);
    }

    [Fact]
    public void Line_ends_and_a_byte_order_mark_change_nothing()
    {
        var folder = new SampleContent();
        var expected = folder.Html(SampleContent.Uganda);
        foreach (var document in folder.Documents)
        {
            folder.With(document.Path, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(document.Bytes.Span).Replace("\n", "\r\n", StringComparison.Ordinal))]);
        }

        folder.Read().Findings.Select(finding => finding.Code).Distinct().Should().BeEquivalentTo(FindingCodes.ByteOrderMark, FindingCodes.CarriageReturn);
        folder.Html(SampleContent.Uganda).Should().Be(expected);
    }

    [Fact]
    public void A_course_is_read_by_several_threads_at_once()
    {
        var course = new SampleContent().Course();
        var expected = course.Compose("first", SampleContent.Uganda, null).Html;

        Parallel.For(0, 500, _ => course.Compose("first", SampleContent.Uganda, null).Html.Should().Be(expected));
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public void The_reader_never_throws(int seed)
    {
        var random = new Random(seed);
        string[] pieces = ["---\n", "id: first\n", "title: [", "{ a: ", "]", "}", ": ", "- ", "&a ", "*a", "!!x ", "|\n", ">\n", "? ", "'", "\"", "\n", "  ", "#", "%YAML 9\n", "...\n", "## A {#a}\n", "::: ", "{{", "reviewed:\n", "\t", "\0", "countries: [UG]\n"];
        for (var i = 0; i < 200; i++)
        {
            var text = (random.Next(2) == 0 ? "---\n" : "") + string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => pieces[random.Next(pieces.Length)]));
            string[] paths = [SampleContent.CoursePath, SampleContent.ModulePath, "courses/basics/10-first/module.en-UG.md", "courses/basics/10-first/module.es.md", "countries/UG.yml"];
            var folder = new SampleContent().With(paths[i % paths.Length], text);

            FluentActions.Invoking(folder.Read).Should().NotThrow(text);
        }
    }

    private static Course WithModules(params (string Folder, string Keys)[] modules)
    {
        var folder = new SampleContent();
        foreach (var (name, keys) in modules)
        {
            folder.With($"courses/basics/{name}/module.md", $"---\nid: {name.Split('-')[1]}\ntitle: T\nminutes: 5\nobjectives: [o]\ndraw: 1\n{keys}---\nText.");
            folder.With($"courses/basics/{name}/questions.gift", "::q:: Yes? {T}");
        }

        return folder.Course();
    }
}
