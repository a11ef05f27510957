using System.Globalization;

namespace HtiAcademy.Domain;

/// <summary>
/// Crockford's base 32, for codes that people copy by hand. Reading forgives case, spaces and hyphens, and the letters that
/// look like digits (O, I, L).
/// </summary>
internal static class Crockford
{
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    public const int GroupLength = 4;

    public static string Grouped(string characters) => string.Join('-', characters.Chunk(GroupLength).Select(group => new string(group)));

    public static string Characters(string text) => string.Concat(Groups(text));

    // A word processor turns hyphens into dashes.
    public static List<string> Groups(string text) =>
        [.. new string([.. text.Select(c => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation ? ' ' : Unconfused(char.ToUpperInvariant(c)))])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static char Unconfused(char c) => c switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        _ => c,
    };
}
