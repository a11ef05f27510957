namespace HtiAcademy.Web.Certificates;

/// <summary>RFC 4648 base 32 without padding. Its capitals and digits are what a QR code holds most tightly.</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[(bytes.Length * 8 + 4) / 5];
        for (var i = 0; i < text.Length; i++)
        {
            var (at, shift) = Math.DivRem(i * 5, 8);
            var next = at + 1 < bytes.Length ? bytes[at + 1] : 0;
            text[i] = Alphabet[(((bytes[at] << 8) | next) >> (11 - shift)) & 31];
        }

        return new string(text);
    }

    /// <returns>Null for what <see cref="Encode"/> does not write, but for small letters.</returns>
    public static byte[]? Decode(string text)
    {
        var bytes = new byte[text.Length * 5 / 8];
        var (bits, held, at) = (0, 0, 0);
        foreach (var letter in text)
        {
            var value = Alphabet.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            bits = ((bits << 5) | value) & 0xFFF;
            held += 5;
            if (held >= 8)
            {
                held -= 8;
                bytes[at++] = (byte)(bits >> held);
            }
        }

        // A bit that is left over would make two texts of one statement.
        return held < 5 && (bits & ((1 << held) - 1)) == 0 ? bytes : null;
    }
}
