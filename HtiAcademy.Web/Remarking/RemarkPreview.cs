using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Web.Remarking;

/// <summary>What marking an attempt again would make of it.</summary>
/// <param name="Corrected">The corrected questions by position.</param>
public sealed record RemarkedAttempt(Attempt Attempt, string Officer, IReadOnlyDictionary<int, CorrectedQuestion> Corrected)
{
    public decimal Before { get; } = Attempt.Percent!.Value;

    public decimal After { get; } = Attempt.PercentBy(QuestionsOf(Corrected));

    public bool PassedBefore { get; } = Attempt.Passed;

    public bool IsRaised => After > Before;

    public bool PassesNow => !PassedBefore && After >= Attempt.Pass;

    public IReadOnlyDictionary<int, Question> Questions => QuestionsOf(Corrected);

    private static Dictionary<int, Question> QuestionsOf(IReadOnlyDictionary<int, CorrectedQuestion> corrected) =>
        corrected.ToDictionary(c => c.Key, c => c.Value.New);
}

/// <summary>Everything that a re-mark would change, before anybody decides on it.</summary>
public sealed class RemarkPreview(IReadOnlyList<RemarkedAttempt> attempts)
{
    /// <summary>Those that would pass first, then those whose result would rise.</summary>
    public IReadOnlyList<RemarkedAttempt> Attempts { get; } =
    [
        .. attempts.OrderByDescending(a => a.PassesNow).ThenByDescending(a => a.IsRaised)
            .ThenBy(a => a.Officer, StringComparer.CurrentCulture).ThenBy(a => a.Attempt.Id),
    ];

    public int Raised => Attempts.Count(a => a.IsRaised);

    public int PassNow => Attempts.Count(a => a.PassesNow);

    /// <summary>Differs as soon as anything would be done that this does not show: what is applied is what was seen.</summary>
    public string Hash { get; } = HashOf(attempts);

    private static string HashOf(IEnumerable<RemarkedAttempt> attempts)
    {
        var lines =
            from remarked in attempts
            orderby remarked.Attempt.Id
            let keys = string.Join(' ', remarked.Corrected.OrderBy(c => c.Key).Select(c => $"{c.Key.ToString(CultureInfo.InvariantCulture)}:{c.Value.New.Hash}"))
            select string.Create(CultureInfo.InvariantCulture, $"{remarked.Attempt.Id} {remarked.Attempt.Revision} {remarked.Before} {remarked.After} {keys}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }
}
