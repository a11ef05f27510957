using System.Globalization;
using System.Security.Cryptography;

namespace HtiAcademy.Domain.Certificates;

/// <summary>
/// 128 random bits that whoever holds the paper can type: 26 characters of Crockford's base 32 in groups of four.
/// Reading forgives case, spaces and hyphens, and the letters that look like digits (O, I, L); it also takes the whole
/// address of the verification page, which people paste.
/// </summary>
public readonly record struct VerificationCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 26;

    private readonly string _characters;

    private VerificationCode(string characters) => _characters = characters;

    public static VerificationCode New() => FromBits(new UInt128(Random64(), Random64()));

    public static VerificationCode FromBits(UInt128 bits) => new(string.Create(Length, bits, static (characters, value) =>
    {
        for (var i = Length - 1; i >= 0; i--)
        {
            characters[i] = Alphabet[(int)(value & 31)];
            value >>= 5;
        }
    }));

    public static bool TryParse(string? text, out VerificationCode code)
    {
        var typed = (text ?? "").Split('/')[^1];
        var characters = new string([.. typed.Where(c => !Separates(c)).Select(char.ToUpperInvariant).Select(Unconfused)]);
        // 26 characters carry 130 bits: the first holds only three.
        var whole = characters.Length == Length && characters.All(Alphabet.Contains) && Alphabet.IndexOf(characters[0], StringComparison.Ordinal) < 8;
        code = whole ? new VerificationCode(characters) : default;
        return whole;
    }

    public static VerificationCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a verification code.");

    public override string ToString() => string.Join('-', (_characters ?? "").Chunk(4).Select(group => new string(group)));

    // A word processor turns hyphens into dashes.
    private static bool Separates(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;

    private static char Unconfused(char c) => c switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        _ => c,
    };

    private static ulong Random64() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8));
}
