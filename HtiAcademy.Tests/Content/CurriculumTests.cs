using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Reading;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Web.Content;

namespace HtiAcademy.Tests.Content;

/// <summary>What every module that the academy comes with promises its readers, in each country.</summary>
public sealed class CurriculumTests
{
    private static readonly string[] Ids = ["foundations", "investigation", "prosecution"];
    private static readonly ContentReading Content = ContentReading.At(Path.Combine(Repository.Root, "content"));
    private static readonly Dictionary<string, Course> All = Ids.ToDictionary(id => id, id => CourseReader.Read(Content.Documents, $"courses/{id}").Course!);

    public static TheoryData<string> Courses => [.. Ids];

    public static TheoryData<string, string, string> Modules
    {
        get
        {
            var modules = new TheoryData<string, string, string>();
            foreach (var course in All.Values)
            {
                foreach (var module in course.Modules)
                {
                    foreach (var country in course.Countries)
                    {
                        modules.Add(course.Id, module.Id, country);
                    }
                }
            }

            return modules;
        }
    }

    [Fact]
    public void Its_check_finds_nothing() =>
        Content.Findings.Concat(CourseReader.ReadAll(Content.Documents).SelectMany(reading => reading.Findings)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Courses))]
    public void A_course_has_six_modules_in_five_countries_a_pretest_of_10_and_a_final_of_20(string id)
    {
        var course = All[id];

        course.Modules.Should().HaveCount(6);
        course.Countries.Should().BeEquivalentTo("UG", "KE", "ZM", "BZ", "GT");
        course.Pretest!.Draw.Should().Be(10);
        course.Final.Draw.Should().Be(20);
        course.Welcome(new Locale("en", "UG"), null).Should().Contain("review by counsel");
        course.Welcome(new Locale("es", "GT"), null).Should().Contain("la revisión de juristas");
    }

    [Theory]
    [MemberData(nameof(Courses))]
    public void A_module_has_900_to_1600_words_that_ten_years_of_school_can_read(string id)
    {
        var levels = ReadingLevel.Of(Content.Documents, $"courses/{id}").Where(level => level.Language == "en").ToList();

        levels.Should().HaveCount(6).And.OnlyContain(level => level.FewestWords >= 900 && level.MostWords <= 1600 && level.Hardest.Value <= 10);
    }

    [Theory]
    [MemberData(nameof(Courses))]
    public void No_country_lacks_a_fact_and_no_text_of_its_own_has_gone_stale(string id)
    {
        var cells = All[id].Tailoring.Cells.ToList();

        cells.Should().OnlyContain(cell => cell.IsGiven && cell.FactsMissing.Count == 0 && !cell.StaleSections.Any() && cell.Texts.All(text => !text.LacksOverlay));
        cells.Select(cell => cell.Country).Distinct().Should().HaveCount(5);
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void Each_country_reads_its_language_with_sections_and_questions_of_its_own(string course, string module, string country)
    {
        var cell = All[course].Tailoring.Rows.Single(row => row.TextId == module).Cells.Single(cell => cell.Country == country);

        cell.Texts.Should().Contain(text => text.ReadIn == Language(country) && text.OverlayPath != null);
        cell.OwnQuestions.Should().BeGreaterThanOrEqualTo(2);
    }

    [Theory]
    [MemberData(nameof(Courses))]
    public void In_Spanish_it_is_at_most_1800_words_that_read_fairly_easily(string id)
    {
        var levels = ReadingLevel.Of(Content.Documents, $"courses/{id}").Where(level => level.Language == "es").ToList();

        levels.Should().HaveCount(6).And.OnlyContain(level => level.MostWords <= 1800 && level.Hardest.Value >= 65);
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_bank_asks_twelve_questions_of_four_kinds_and_says_something_to_every_answer(string course, string module, string country)
    {
        var questions = All[course].Module(module).Questions(Reader(country));

        questions.Should().HaveCountGreaterThanOrEqualTo(12);
        questions.Select(question => question.GetType()).Distinct().Should().HaveCountGreaterThanOrEqualTo(4);
        questions.Where(question => Silent(question)).Select(question => question.Name).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_has_practice_after_its_sections_something_to_discuss_and_a_checklist_at_its_end(string course, string module, string country)
    {
        var composed = All[course].Compose(module, Reader(country), audience: null);

        var main = composed.Sections.Where(section => section.Level == 2 && section.Id is not ("case" or "checklist")).ToList();
        composed.Parts.Count(part => part.Practice is not null).Should().BeGreaterThanOrEqualTo(Math.Min(main.Count, 4));
        composed.Html.Should().Contain("box-discuss").And.Contain("box-note").And.NotContain("{{");
        composed.Sections.Last(section => section.Level == 2).Id.Should().Be("checklist");
        composed.Html[composed.Html.IndexOf("id=\"checklist\"", StringComparison.Ordinal)..].Should().Contain("task-list-item");
    }

    private static Locale Reader(string country) => new(Language(country), country);

    private static string Language(string country) => country == "GT" ? "es" : "en";

    // Pairs and numbers are answered by what is said to everybody; an essay's general feedback is its model answer.
    private static bool Silent(Question question) => question switch
    {
        ChoiceQuestion choice => choice.Options.Any(option => option.Feedback.Length == 0),
        TrueFalse statement => statement.RightFeedback.Length == 0 || statement.WrongFeedback.Length == 0,
        ShortAnswer typed => question.GeneralFeedback.Length == 0 && typed.Spellings.Any(spelling => spelling.Feedback.Length == 0),
        Essay or Description => false,
        _ => question.GeneralFeedback.Length == 0,
    };
}
