using System.Text;

namespace HtiAcademy.Web.Rolls;

/// <summary>What a spreadsheet saved as text: in UTF-8, in UTF-16 with its mark, or in windows-1252 as Excel does it.</summary>
public static class RollText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The first letters of every zip file, which a workbook is.</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8);

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            if (bytes.StartsWith(encoding.Preamble))
            {
                return encoding.GetString(bytes[encoding.Preamble.Length..]);
            }
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(bytes);
        }
    }
}
