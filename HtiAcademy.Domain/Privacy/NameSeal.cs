using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HtiAcademy.Domain.Certificates;

namespace HtiAcademy.Domain.Privacy;

/// <summary>
/// What is kept of a name that was forgotten: it tells whether a name is the right one, and gives none away. Names are soon
/// guessed, so each guess is made to take long, and a salt lets no work serve for two.
/// </summary>
/// <param name="Rounds">Of PBKDF2 with HMAC-SHA-256.</param>
/// <param name="Salt">In base 64, as is <paramref name="Hash"/>.</param>
public sealed record NameSeal(int Rounds, string Salt, string Hash)
{
    /// <summary>Characters of what <see cref="ToString"/> writes.</summary>
    public const int MaxLength = 100;

    private const int RoundsToday = 600_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    // People type what keyboards have, and see no joiners.
    private static readonly Dictionary<char, char> Typed = new() { ['’'] = '\'', ['‘'] = '\'', ['ʼ'] = '\'', ['‐'] = '-' };

    public static NameSeal Of(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return new(RoundsToday, Convert.ToBase64String(salt), Convert.ToBase64String(HashOf(name, salt, RoundsToday)));
    }

    /// <exception cref="FormatException">It is not what <see cref="ToString"/> wrote.</exception>
    public static NameSeal Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('.') is [var rounds, var salt, var hash]
            ? new(int.Parse(rounds, CultureInfo.InvariantCulture), salt, hash)
            : throw new FormatException($"'{text}' is no seal of a name.");
    }

    /// <summary>Whether it is the name, in capitals or not and with or without doubled blanks.</summary>
    public bool Matches(string? name) =>
        CryptographicOperations.FixedTimeEquals(HashOf(name ?? "", Convert.FromBase64String(Salt), Rounds), Convert.FromBase64String(Hash));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rounds}.{Salt}.{Hash}");

    private static byte[] HashOf(string name, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(Normalized(name)), salt, rounds, HashAlgorithmName.SHA256, HashBytes);

    private static string Normalized(string name) => string.Concat(
        CertificateChange.Tidy(name).Normalize(NormalizationForm.FormKC).ToUpperInvariant()
            .Where(c => c is not ('\u200c' or '\u200d'))
            .Select(c => Typed.GetValueOrDefault(c, c)));
}
