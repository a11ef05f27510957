using System.Globalization;
using System.Text.RegularExpressions;

namespace HtiAcademy.Domain.Questions;

/// <param name="Points">The most that it gives.</param>
/// <param name="Text">In CommonMark; empty for the answer as a whole.</param>
public sealed record Criterion(int Points, string Text);

/// <summary>
/// How an essay is marked: a model answer, and below it a list item for each criterion that begins with its points,
/// <c>- [2] names the act</c>. Any other line is the model answer's, or goes on with the criterion above it.
/// </summary>
public sealed partial class EssayGuide
{
    public const int MostCriteria = 20;
    public const int MostPoints = 100;
    private const int PointsWithoutCriteria = 10;

    private EssayGuide(string modelAnswer, IReadOnlyList<Criterion> criteria, IReadOnlyList<string> misread)
    {
        ModelAnswer = modelAnswer;
        HasCriteria = criteria.Count > 0;
        Criteria = HasCriteria ? criteria : [new Criterion(PointsWithoutCriteria, "")];
        Misread = misread;
    }

    /// <summary>In CommonMark; empty when there is none.</summary>
    public string ModelAnswer { get; }

    /// <summary>Never empty: an essay that was published without criteria is marked as a whole.</summary>
    public IReadOnlyList<Criterion> Criteria { get; }

    public bool HasCriteria { get; }

    /// <summary>What stands in brackets where a whole number from 1 to <see cref="MostPoints"/> should.</summary>
    public IReadOnlyList<string> Misread { get; }

    public int MaxPoints => Criteria.Sum(criterion => criterion.Points);

    internal static EssayGuide Read(string feedback)
    {
        var (model, criteria, misread) = (new List<string>(), new List<Criterion>(), new List<string>());
        foreach (var line in feedback.Split('\n'))
        {
            if (Item().Match(line) is not { Success: true } item)
            {
                Continue(line, model, criteria);
            }
            else if (PointsOf(item.Groups["points"].Value) is { } points)
            {
                criteria.Add(new Criterion(points, item.Groups["text"].Value.Trim()));
            }
            else
            {
                misread.Add(item.Groups["points"].Value);
            }
        }

        return new EssayGuide(string.Join('\n', model).Trim(), criteria, misread);
    }

    private static void Continue(string line, List<string> model, List<Criterion> criteria)
    {
        if (criteria is [.., var last])
        {
            criteria[^1] = last with { Text = $"{last.Text} {line.Trim()}".Trim() };
        }
        else
        {
            model.Add(line);
        }
    }

    private static int? PointsOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var points) && points is >= 1 and <= MostPoints ? points : null;

    // A link in a list of the model answer is no criterion.
    [GeneratedRegex(@"^\s{0,3}[-*+]\s+\[(?<points>[^\]\n]*)\](?!\()(?<text>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Item();
}
