using HtiAcademy.Domain.Content.Markdown;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Statistics;

namespace HtiAcademy.Web.Statistics;

/// <summary>All figures of the attempts that a reader asked for.</summary>
public sealed class CourseFigures
{
    private readonly SheetsRead _sheets;

    public CourseFigures(string courseId, SheetsRead sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        _sheets = sheets;
        var sample = new Sample(sheets.Sittings);
        Assessments = sample.Assessments();
        Comparisons = [.. sample.Compare(Grouping.Country), .. sample.Compare(Grouping.Language)];
        Gain = sample.Gain($"{courseId}/{Step.Pretest}", $"{courseId}/{Step.Final}");
        var flagged = Comparisons.Where(comparison => comparison.IsFlagged).Select(comparison => (comparison.Assessment, comparison.Name)).ToHashSet();
        Questions =
        [
            .. sample.Questions()
                .OrderBy(figures => Urgency(figures, flagged.Contains((figures.Assessment, figures.Question.Name))))
                .ThenBy(figures => figures.IsSmallSample)
                .ThenBy(figures => figures.Facility),
        ];
    }

    public IReadOnlyList<AssessmentFigures> Assessments { get; }

    /// <summary>What needs attention first comes first.</summary>
    public IReadOnlyList<QuestionFigures> Questions { get; }

    public IReadOnlyList<GroupComparison> Comparisons { get; }

    /// <inheritdoc cref="Sample.Gain"/>
    public Gain? Gain { get; }

    public PlacedQuestion Asked(QuestionFigures figures) => _sheets.Questions[figures.Question.Hash];

    public string Title(QuestionFigures figures) => MarkdownText.ToPlain(Asked(figures).Question.Text, length: 90);

    /// <param name="assessment">Without the course's id.</param>
    public QuestionFigures? Find(string assessment, string hash) =>
        Questions.FirstOrDefault(figures => IdOf(figures.Assessment) == assessment && figures.Question.Hash == hash);

    public IEnumerable<GroupComparison> ComparisonsOf(QuestionFigures figures) =>
        Comparisons.Where(comparison => comparison.Assessment == figures.Assessment && comparison.Name == figures.Question.Name);

    /// <returns>The assessment's id within its course.</returns>
    public static string IdOf(string assessment) => assessment[(assessment.LastIndexOf('/') + 1)..];

    /// <summary>The lower, the sooner: a wrong key costs officers marks; what merely tells nobody apart can wait.</summary>
    /// <param name="flagged">Whether a group answers it differently.</param>
    public static int Urgency(QuestionFigures figures, bool flagged) => figures.Remarks switch
    {
        var remarks when remarks.Contains(Remark.WrongKeySuspected) => 0,
        var remarks when remarks.Contains(Remark.NegativeDiscrimination) => 1,
        _ when flagged => 2,
        var remarks when remarks.Contains(Remark.TooHard) => 3,
        var remarks when remarks.Contains(Remark.DoesNotDiscriminate) => 4,
        [_, ..] => 5,
        _ => 6,
    };
}
