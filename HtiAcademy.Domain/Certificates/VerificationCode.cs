using System.Security.Cryptography;

namespace HtiAcademy.Domain.Certificates;

/// <summary>
/// 128 random bits that whoever holds the paper can type: 26 characters of Crockford's base 32 in groups of four.
/// Reading forgives case, spaces and hyphens, and the letters that look like digits (O, I, L); it also takes the whole
/// address of the verification page or what the QR code holds, which people paste.
/// </summary>
public readonly record struct VerificationCode
{
    private const int Length = 26;
    private const int Groups = 7;

    private readonly string _characters;

    private VerificationCode(string characters) => _characters = characters;

    public static VerificationCode New() => FromBits(new UInt128(Random64(), Random64()));

    public static VerificationCode FromBits(UInt128 bits) => new(string.Create(Length, bits, static (characters, value) =>
    {
        for (var i = Length - 1; i >= 0; i--)
        {
            characters[i] = Crockford.Alphabet[(int)(value & 31)];
            value >>= 5;
        }
    }));

    public static bool TryParse(string? text, out VerificationCode code)
    {
        var found = (text ?? "").Split('/').Select(Crockford.Characters).FirstOrDefault(IsWhole);
        code = found is null ? default : new VerificationCode(found);
        return found is not null;
    }

    /// <summary>How many letters and digits are lacking; negative for too many.</summary>
    public static int Missing(string? text) => Length - Crockford.Characters((text ?? "").Split('/')[^1]).Length;

    /// <summary>The groups, counted from 1, that cannot be as they are printed; none when that cannot be told.</summary>
    public static IReadOnlyList<int> WrongGroups(string? text)
    {
        var groups = Crockford.Groups((text ?? "").Split('/')[^1]);
        // Written in one, or in other groups than on the paper: only a whole code tells where each group begins.
        if (groups.Count != Groups)
        {
            var characters = string.Concat(groups);
            groups = characters.Length == Length ? [.. characters.Chunk(Crockford.GroupLength).Select(group => new string(group))] : [];
        }

        return [.. groups.Index().Where(g => !IsGroup(g.Item, g.Index)).Select(g => g.Index + 1)];
    }

    /// <summary>For each group, counted from 1, what a code that differs from this one in that group alone looks like to SQL's LIKE.</summary>
    internal IReadOnlyList<string> PatternsOfNeighbours()
    {
        var groups = ToString().Split('-');
        return [.. groups.Select((group, i) => string.Join('-', [.. groups[..i], new string('_', group.Length), .. groups[(i + 1)..]]))];
    }

    /// <summary>The first group, counted from 1, in which the two differ; null when they are the same.</summary>
    public int? DifferenceFrom(VerificationCode other)
    {
        var pairs = ToString().Split('-').Zip(other.ToString().Split('-')).ToList();
        var place = pairs.FindIndex(pair => pair.First != pair.Second);
        return place < 0 ? null : place + 1;
    }

    public static VerificationCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a verification code.");

    public override string ToString() => Crockford.Grouped(_characters ?? "");

    // 26 characters carry 130 bits: the first holds only three.
    private static bool IsWhole(string characters) => characters.Length == Length && characters.All(Crockford.Alphabet.Contains) && IsFirst(characters[0]);

    private static bool IsGroup(string group, int place) =>
        group.Length == (place == Groups - 1 ? Length % Crockford.GroupLength : Crockford.GroupLength) && group.All(Crockford.Alphabet.Contains) && (place > 0 || IsFirst(group[0]));

    private static bool IsFirst(char c) => Crockford.Alphabet.IndexOf(c, StringComparison.Ordinal) < 8;

    private static ulong Random64() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));
}
