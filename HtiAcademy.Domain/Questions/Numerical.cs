using System.Globalization;
using System.Text.RegularExpressions;

namespace HtiAcademy.Domain.Questions;

/// <summary>Answered by typing a number; the first answer whose bounds hold it decides.</summary>
public sealed partial record Numerical(string Name, string Text, IReadOnlyList<NumericalAnswer> Answers) : Question(Name, Text)
{
    public override string RightAnswer =>
        Answers.FirstOrDefault(answer => answer.Weight == Weight.Full)?.ToString() ?? "";

    public override bool IsTyped => true;

    protected override string Kind => "numerical";

    protected override IEnumerable<string> Key =>
        Answers.SelectMany(answer => new[] { answer.ToString(), answer.Weight.ToString(), answer.Feedback });

    protected override IEnumerable<string> Worth => Answers.SelectMany(answer => new[] { answer.ToString(), answer.Weight.ToString() });

    /// <summary>A number as people type it: a point or a comma before the decimals, spaces between thousands.
    /// Null when it is none, or when its comma may as well part thousands: <c>1,500</c>.</summary>
    public static decimal? ReadNumber(string typed)
    {
        var digits = string.Concat(typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (ThousandsByComma().IsMatch(digits)) return null;

        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(digits.Replace(',', '.').Replace('−', '-'), style, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= NumericalAnswer.Limit ? number : null;
    }

    internal override FormReading Read(IReadOnlyList<string> values)
    {
        var reading = FormReading.OfText(values);
        return reading.Response is { } response && ReadNumber(response.Text) is null ? FormReading.NotANumber : reading;
    }

    internal override Mark MarkGiven(Response response) =>
        ReadNumber(response.Text) is { } number && Answers.FirstOrDefault(answer => answer.Accepts(number)) is { } accepted
            ? new Mark(Weight.Sum([accepted.Weight]), [accepted.Feedback])
            : new Mark(0, []);

    [GeneratedRegex(@"^[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+(?![0-9])")]
    private static partial Regex ThousandsByComma();
}
