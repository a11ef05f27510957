using System.Globalization;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Domain.Assessments;

/// <summary>
/// The order in which one attempt shows a question's options. The page names them by their place in it: their place in the
/// bank, where authors often put the right one first, would give the key away.
/// </summary>
public sealed class OptionOrder
{
    private OptionOrder(IReadOnlyList<int> bank) => Bank = bank;

    /// <summary>The index in the bank of what stands at each place; empty for questions without options.</summary>
    public IReadOnlyList<int> Bank { get; }

    /// <param name="position">Of the question in the attempt.</param>
    public static OptionOrder Of(Attempt attempt, int position, Question question) => new(Draw.Shuffle(
        [
            .. Enumerable.Range(0, question switch
            {
                ChoiceQuestion choice => choice.Options.Count,
                Matching matching => matching.Choices.Count,
                _ => 0,
            }),
        ],
        attempt.Seed,
        position));

    /// <returns>The same values with indices of the bank in place of places shown; what is no place stays as it is.</returns>
    public IReadOnlyList<string> ToBank(IReadOnlyList<string> values) => [.. values.Select(ToBank)];

    private string ToBank(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < Bank.Count
            ? Bank[place].ToString(CultureInfo.InvariantCulture)
            : value;
}
