using System.Text;
using System.Text.Unicode;
using HtiAcademy.Domain.Questions.Gift;

namespace HtiAcademy.Domain.Questions;

/// <summary>Finds out how a bank's file is encoded: Moodle writes UTF-8, Windows' editors much else.</summary>
internal static class BankText
{
    /// <summary>More is no question bank; reading it would only keep others waiting.</summary>
    private const int MaximumBytes = 10_000_000;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <returns>Null, with an error, when the file is no text or too large.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, QuestionFindings findings)
    {
        if (bytes.Length > MaximumBytes)
        {
            findings.Error(1, GiftCodes.Unreadable, "the file has more than 10,000,000 bytes");
            return null;
        }

        var text = bytes switch
        {
            [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
            [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
            [0xEF, 0xBB, 0xBF, .. var rest] => DecodeBytes(rest, findings),
            _ => DecodeBytes(bytes, findings),
        };
        if (text.IndexOf('\0', StringComparison.Ordinal) is not (var stray and >= 0)) return text;

        findings.Error(text.AsSpan(0, stray).Count('\n') + 1, GiftCodes.Unreadable, "the file is not text: it has a character NUL here");
        return null;
    }

    private static string DecodeBytes(ReadOnlySpan<byte> bytes, QuestionFindings findings)
    {
        var characters = new char[bytes.Length];
        Utf8.ToUtf16(bytes, characters, out var read, out var written, replaceInvalidSequences: false);
        if (read == bytes.Length) return new string(characters, 0, written);

        findings.Warning(bytes[..read].Count((byte)'\n') + 1, GiftCodes.Encoding, "the file is not UTF-8 here; all of it is read as windows-1252");
        return Windows1252.GetString(bytes);
    }
}
