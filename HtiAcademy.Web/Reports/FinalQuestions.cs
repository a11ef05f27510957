using HtiAcademy.Domain.Content.Markdown;
using HtiAcademy.Domain.Statistics;
using HtiAcademy.Web.Statistics;

namespace HtiAcademy.Web.Reports;

/// <summary>How the questions of a cohort's final did.</summary>
public sealed class FinalQuestions(SheetsRead sheets)
{
    /// <summary>What needs attention first comes first.</summary>
    public IReadOnlyList<QuestionFigures> Figures { get; } =
    [
        .. new Sample(sheets.Sittings).Questions()
            .OrderBy(figures => CourseFigures.Urgency(figures, flagged: false))
            .ThenBy(figures => figures.IsSmallSample)
            .ThenBy(figures => figures.Facility),
    ];

    // The attempts themselves may be forgotten.
    private readonly IReadOnlyDictionary<string, PlacedQuestion> _asked = sheets.Questions;

    public string Title(QuestionFigures figures) => MarkdownText.ToPlain(_asked[figures.Question.Hash].Question.Text, length: 90);
}
