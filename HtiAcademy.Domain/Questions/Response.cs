using System.Globalization;

namespace HtiAcademy.Domain.Questions;

/// <summary>What an officer gave to a question, as it is stored: indices of options (<c>0,2</c>), the choice for each
/// pair (<c>2,,1</c>), <c>true</c> or <c>false</c>, or what was typed.</summary>
public sealed record Response
{
    /// <summary>Of every kind but essays, which may have <see cref="Essay.MaxLength"/> characters.</summary>
    public const int MaxLength = 4000;

    private Response(string text)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, Essay.MaxLength, nameof(text));
        Text = text;
    }

    public string Text { get; }

    /// <summary>The indices in <see cref="Text"/>, null where there is none.</summary>
    public IReadOnlyList<int?> Choices => [.. Text.Split(',').Select(index => Index(index, int.MaxValue))];

    /// <summary>Reads a response back as it was stored; longer than <see cref="Essay.MaxLength"/> it throws.</summary>
    public static Response Parse(string stored) => new(stored);

    /// <summary>Reads what a form posted for a question. The values may be anything: whatever the question does not offer is refused.</summary>
    public static FormReading FromForm(Question question, IReadOnlyList<string> values) => question.Read(values);

    public override string ToString() => Text;

    internal static int? Index(string value, int count) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < count ? index : null;
}
