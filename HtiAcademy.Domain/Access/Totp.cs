using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HtiAcademy.Domain.Access;

/// <summary>
/// The six digits that authenticator apps show (RFC 6238: HMAC-SHA-1, 30 seconds), the only kind that all of them know.
/// </summary>
public static class Totp
{
    public const int SecretBytes = 20;
    private const int Digits = 6;
    private const int SecondsPerStep = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / SecondsPerStep;

    public static string Code(byte[] secret, long step, int digits = Digits)
    {
        var counter = BitConverter.GetBytes(step);
        if (BitConverter.IsLittleEndian)
        {
            Array.Reverse(counter);
        }

#pragma warning disable CA5350 // Apps know no other; what breaks SHA-1 does not break an HMAC.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = ((hash[offset] & 0x7f) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return (number % (int)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>Forgives a telephone whose clock is half a minute wrong, and spaces.</summary>
    /// <param name="after">The step of the code that was used last: that one and those before it are used up.</param>
    /// <returns>The step whose code it is; null when it is wrong or used up.</returns>
    public static long? Match(byte[] secret, string? code, DateTimeOffset now, long after)
    {
        var typed = Encoding.UTF8.GetBytes(string.Concat((code ?? "").Where(c => !char.IsWhiteSpace(c))));
        var step = StepAt(now);
        return new long?[] { step - 1, step, step + 1 }
            .FirstOrDefault(s => s > after && CryptographicOperations.FixedTimeEquals(typed, Encoding.UTF8.GetBytes(Code(secret, s!.Value))));
    }

    /// <summary>As apps read the secret from a QR code or a person types it.</summary>
    public static string Key(byte[] secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var bits = string.Concat(secret.Select(b => Convert.ToString(b, 2).PadLeft(8, '0')));
        return string.Concat(bits.Chunk(5).Select(five => Base32[Convert.ToInt32(new string(five).PadRight(5, '0'), 2)]));
    }
}
