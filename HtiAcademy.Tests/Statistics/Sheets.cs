using HtiAcademy.Domain.Statistics;

namespace HtiAcademy.Tests.Statistics;

/// <summary>Sittings written as tables of marks.</summary>
internal static class Sheets
{
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public static AskedQuestion Question(string name, int options = 0, params int[] right) =>
        new($"hash of {name}", name) { Options = options, Right = right };

    public static Sitting Sitting(string officer, params Answer[] answers) => new()
    {
        Officer = officer,
        Country = "ug",
        Language = "en",
        Cohort = "Kampala",
        Assessment = "final",
        SubmittedAt = Monday,
        Percent = 100m * answers.Sum(answer => answer.Fraction ?? 0) / Math.Max(1, answers.Length),
        Passed = false,
        Answers = answers,
    };

    /// <summary>An officer for each row, with a mark for each of the questions q1, q2…</summary>
    public static List<Sitting> Table(params decimal[][] rows) =>
    [
        .. rows.Select((marks, row) => Sitting(
            $"officer {row:000}",
            [.. marks.Select((mark, column) => Answer.Given(Question($"q{column + 1}"), mark))])),
    ];

    /// <summary>The same answers by so many more officers, which changes neither means nor correlations.</summary>
    public static List<Sitting> Times(this IEnumerable<Sitting> sittings, int times) =>
        [.. sittings.SelectMany(sitting => Enumerable.Range(0, times).Select(copy => sitting with { Officer = $"{sitting.Officer}, {copy:000}" }))];

    public static QuestionFigures Question(this Sample sample, string name) => sample.Questions().Single(figures => figures.Question.Name == name);
}
