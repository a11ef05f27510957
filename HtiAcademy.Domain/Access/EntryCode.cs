using System.Security.Cryptography;
using System.Text;

namespace HtiAcademy.Domain.Access;

/// <summary>
/// 80 random bits that let a person in once: 16 characters of Crockford's base 32 in groups of four, in a link or typed from
/// a slip. The academy keeps only its hash, so that nobody can read one out of the database.
/// </summary>
public readonly record struct EntryCode
{
    private const int Length = 16;

    private readonly string _characters;

    private EntryCode(string characters) => _characters = characters;

    /// <summary>SHA-256 in hexadecimal: enough for what is random and long.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(_characters ?? "")));

    public static EntryCode New() => new(RandomNumberGenerator.GetString(Crockford.Alphabet, Length));

    public static bool TryParse(string? text, out EntryCode code)
    {
        var characters = Crockford.Characters(text ?? "");
        var isWhole = characters.Length == Length && characters.All(Crockford.Alphabet.Contains);
        code = isWhole ? new EntryCode(characters) : default;
        return isWhole;
    }

    public override string ToString() => Crockford.Grouped(_characters ?? "");
}
