using System.Buffers;

namespace HtiAcademy.Domain.Content.Text;

/// <summary>Warns of what an editor writes without showing it, and of what looks otherwise elsewhere.</summary>
internal static class InvisibleCharacters
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private static readonly SearchValues<byte> TabsAndControls =
        SearchValues.Create([.. Enumerable.Range(0, 32).Append(127).Select(code => (byte)code).Except("\r\n"u8.ToArray())]);

    public static void Check(SourceDocument document, FindingList findings)
    {
        var bytes = document.Bytes.Span;
        if (bytes.StartsWith(ByteOrderMark))
        {
            findings.Warning(document.Path, 1, FindingCodes.ByteOrderMark, "The file begins with a byte order mark; save it as UTF-8 without one.");
        }

        if (bytes.IndexOf((byte)'\r') is var carriageReturn and >= 0)
        {
            findings.Warning(document.Path, LineAt(bytes, carriageReturn), FindingCodes.CarriageReturn, "The line ends with a carriage return, as in Windows; save the file with line feeds alone.");
        }

        if (bytes.IndexOfAny(TabsAndControls) is var control and >= 0)
        {
            findings.Warning(document.Path, LineAt(bytes, control), FindingCodes.TabOrControl, "The line has a tab or another control character; write spaces.");
        }
    }

    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;

    /// <returns>1-based, whatever ends the lines.</returns>
    public static int LineAt(ReadOnlySpan<byte> bytes, int index)
    {
        var before = bytes[..index];
        return before.Count((byte)'\n') + before.Count((byte)'\r') - before.Count("\r\n"u8) + 1;
    }
}
