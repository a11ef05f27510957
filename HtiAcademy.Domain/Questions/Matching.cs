using System.Globalization;

namespace HtiAcademy.Domain.Questions;

/// <param name="Choice">The index of the right one among the question's choices.</param>
public sealed record Pair(string Stem, int Choice);

/// <param name="Choices">Plain text, because a list to select from cannot show more; some may match no stem.</param>
public sealed record Matching(string Name, string Text, IReadOnlyList<Pair> Pairs, IReadOnlyList<string> Choices) : Question(Name, Text)
{
    public override IReadOnlyList<int> RightOptions => [.. Pairs.Select(pair => pair.Choice)];

    public override string RightAnswer =>
        string.Join("; ", Pairs.Select(pair => $"{pair.Stem} → {PlainText.ToCommonMark(Choices[pair.Choice])}"));

    protected override string Kind => "matching";

    protected override IEnumerable<string> Key =>
    [
        Pairs.Count.ToString(CultureInfo.InvariantCulture),
        .. Pairs.SelectMany(pair => new[] { pair.Stem, pair.Choice.ToString(CultureInfo.InvariantCulture) }),
        .. Choices,
    ];

    protected override IEnumerable<string> Offered => [.. Pairs.Select(pair => pair.Stem), "", .. Choices];

    protected override IEnumerable<string> Worth => Pairs.Select(pair => pair.Choice.ToString(CultureInfo.InvariantCulture));

    /// <summary>One value for each pair, in order: the index of a choice, or nothing.</summary>
    internal override FormReading Read(IReadOnlyList<string> values)
    {
        if (values.All(string.IsNullOrWhiteSpace)) return FormReading.Unanswered;

        return values.Count == Pairs.Count && values.All(IsOffered)
            ? FormReading.Answered(string.Join(',', values.Select(value => value?.Trim())))
            : FormReading.NotOffered;
    }

    internal override Mark MarkGiven(Response response)
    {
        var answers = Pairs.Zip(response.Choices)
            .Select((given, index) => (index, right: given.Second == given.First.Choice, given: given.Second))
            .Where(answer => answer.given is not null)
            .Select(answer => new MarkedAnswer(answer.index, answer.right, ""))
            .ToList();
        var fraction = Math.Round((decimal)answers.Count(answer => answer.Right) / Pairs.Count, 5, MidpointRounding.AwayFromZero);
        return new Mark(fraction, []) { Answers = answers };
    }

    private bool IsOffered(string value) =>
        string.IsNullOrWhiteSpace(value) || Response.Index(value, Choices.Count) is not null;
}
