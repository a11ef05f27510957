using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Reports;

/// <summary>What each figure of a report means, a sentence each; docs/reports.md says the same.</summary>
public static class FigureDefinitions
{
    /// <summary>Keys of <see cref="Words"/>.</summary>
    public static IReadOnlyList<(string Figure, string Meaning)> ForEveryReader { get; } =
    [
        ("Officers", "Everybody enrolled in the cohort but those who have withdrawn; only the tables of enrolment and of each officer hold those too."),
        ("State", "Invited until the first step is done, in progress until the last one is, then completed; who has withdrawn or expired is out."),
        ("Progress by step", "The officers who have read a module to its end, or passed its quiz, the final or an exercise, among those who have that step to do."),
        ("Officers with a marked final", "Those of whom at least one attempt at the final is marked."),
        ("Mean of the best finals (%)", "The mean of the best marked final of each officer who has one."),
        ("Best finals by band", "Officers by their best marked final: 59.9 lies between 50 and 59."),
        ("Gain of the class", "The share of what was lacking at the first pre-test that was there at the first final, among officers who sat both in this order."),
        ("Need a trainer", "Those who have failed the final and have no attempt left."),
        ("Not active for 14 days", "Those whose next step is their own and who have done nothing for 14 days or more; who has not begun is counted from the invitation or the cohort's first day, whichever is later."),
        ("Who is stuck, and where", "Those who need a trainer or are not active, with the step they stand before and the day since when."),
        ("Certificates", "The latest certificate of each officer: it stands unless it was revoked, and expires soon in its last 90 days."),
        ("Previous cohort", "The last cohort of the same course and country that began before this one; its figures are as of the same moment."),
        ("Version of the course", "The numbers of the published versions of the course that the officers are on."),
    ];

    /// <inheritdoc cref="ForEveryReader"/>
    public static IReadOnlyList<(string Figure, string Meaning)> ForTrainers { get; } =
    [
        ("Facility (%)", "The share of the mark that officers got at their first final: the higher, the easier."),
        ("Discrimination", "Whether those who did well on the rest of the final did well on this question too, from -1 to 1."),
    ];

    /// <inheritdoc cref="ForEveryReader"/>
    public static (string Figure, string Meaning) ForAgencies { get; } =
        ("fewer than {0}", "Scores of fewer than {0} officers are kept back, and with them what would tell them by subtraction: that is not shown.");

    /// <inheritdoc cref="ForEveryReader"/>
    public static (string Figure, string Meaning) OfEvaluation { get; } =
        ("What officers think of the course", "Answers from 1, not at all, to 5, fully, given without names at the end of the course. They are added up from {0} officers on, and only the sums are kept; an agency gets the sums that are of its officers alone.");

    extension(IStringLocalizer<Words> words)
    {
        public ReportTable Definitions(CohortSheet sheet)
        {
            (string Figure, string Meaning)[] all =
            [
                .. ForEveryReader,
                .. sheet.IsForAgency ? [ForAgencies] : ForTrainers,
                OfEvaluation,
            ];
            return new(
                "definitions",
                words["What these figures mean"],
                [new(words["Figure"], 3), new(words["Meaning"], 9)],
                [.. all.Select(definition => new[] { ReportCell.Of(words[definition.Figure, Domain.Reports.SmallGroups.Least]), ReportCell.Of(words[definition.Meaning, Domain.Reports.SmallGroups.Least]) })]);
        }
    }
}
