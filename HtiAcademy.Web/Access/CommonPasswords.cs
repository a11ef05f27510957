using System.Collections.Frozen;

namespace HtiAcademy.Web.Access;

/// <summary>
/// The passwords that are guessed first. Most are shorter than ours may be, so what counts too is one with digits or signs
/// around it, or one again and again.
/// </summary>
internal static class CommonPasswords
{
    private const int LongestThatIsNothingRepeated = 5;

    private static readonly Lazy<FrozenSet<string>> All = new(Read);

    public static bool Has(string password)
    {
        var small = password.ToLowerInvariant();
        var repeated = Repeated(small);
        return IsListed(small) || IsListed(repeated) || (repeated.Length < small.Length && repeated.Length <= LongestThatIsNothingRepeated);
    }

    private static bool IsListed(string password) => All.Value.Contains(password) || All.Value.Contains(Core(password));

    private static string Core(string password)
    {
        var letters = password.AsSpan();
        while (letters.Length > 0 && !char.IsLetter(letters[0]))
        {
            letters = letters[1..];
        }

        while (letters.Length > 0 && !char.IsLetter(letters[^1]))
        {
            letters = letters[..^1];
        }

        return letters.ToString();
    }

    /// <returns>The shortest text that gives the password when it is written again and again: the password itself for most.</returns>
    private static string Repeated(string password) =>
        password[..Enumerable.Range(1, password.Length).First(length => password.Length % length == 0 && password.AsSpan(length).SequenceEqual(password.AsSpan(0, password.Length - length)))];

    private static FrozenSet<string> Read()
    {
        using var reader = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
