using System.Globalization;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Domain.Assessments;

/// <summary>
/// The order in which a page shows a question's options. The page names them by their place in it: their place in the
/// bank, where authors often put the right one first, would give the key away.
/// </summary>
public sealed class OptionOrder
{
    private OptionOrder(IReadOnlyList<int> bank) => Bank = bank;

    /// <summary>The index in the bank of what stands at each place; empty for questions without options.</summary>
    public IReadOnlyList<int> Bank { get; }

    /// <param name="position">Of the question in the attempt.</param>
    public static OptionOrder Of(Attempt attempt, int position, Question question) =>
        new(Draw.Shuffle([.. Indices(question)], attempt.Seed, position));

    /// <summary>
    /// The author's own order, where nothing is graded. Only what is to be matched goes by the alphabet: the author wrote
    /// each beside its pair.
    /// </summary>
    public static OptionOrder AsWritten(Question question) => new(question is Matching matching
        ? [.. Indices(question).OrderBy(index => matching.Choices[index], StringComparer.InvariantCultureIgnoreCase)]
        : [.. Indices(question)]);

    /// <returns>The same values with indices of the bank in place of places shown; what is no place stays as it is.</returns>
    public IReadOnlyList<string> ToBank(IReadOnlyList<string> values) => [.. values.Select(ToBank)];

    private static IEnumerable<int> Indices(Question question) => Enumerable.Range(0, question switch
    {
        ChoiceQuestion choice => choice.Options.Count,
        Matching matching => matching.Choices.Count,
        _ => 0,
    });

    private string ToBank(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < Bank.Count
            ? Bank[place].ToString(CultureInfo.InvariantCulture)
            : value;
}
