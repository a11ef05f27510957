using System.Text;
using System.Text.Unicode;

namespace HtiAcademy.Domain.Content.Text;

/// <summary>A content file as lines, whatever line ends and byte order mark its author's editor wrote.</summary>
internal sealed class SourceText
{
    public const int MaximumBytes = 1_000_000;

    private SourceText(string path, IReadOnlyList<string> lines)
    {
        Path = path;
        Lines = lines;
    }

    public string Path { get; }

    public IReadOnlyList<string> Lines { get; }

    /// <returns>Null when the file is too large or no UTF-8; a finding says so.</returns>
    public static SourceText? Read(SourceDocument document, FindingList findings)
    {
        var bytes = document.Bytes.Span;
        if (!IsSmallEnough(document, findings))
        {
            return null;
        }

        if (!Utf8.IsValid(bytes))
        {
            findings.Error(document.Path, LineOfFirstInvalidByte(bytes), FindingCodes.InvalidUtf8, "This line is not UTF-8; save the file in that encoding.");
            return null;
        }

        InvisibleCharacters.Check(document, findings);
        return new SourceText(document.Path, LinesOf(bytes));
    }

    public static bool IsSmallEnough(SourceDocument document, FindingList findings)
    {
        if (document.Bytes.Length <= MaximumBytes)
        {
            return true;
        }

        findings.Error(document.Path, 1, FindingCodes.FileTooLarge, $"The file has {document.Bytes.Length:N0} bytes; at most {MaximumBytes:N0} are read.");
        return false;
    }

    /// <summary>The text with line feeds alone.</summary>
    public override string ToString() => string.Join('\n', Lines);

    private static string[] LinesOf(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(InvisibleCharacters.WithoutMark(bytes));
        return text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
    }

    private static int LineOfFirstInvalidByte(ReadOnlySpan<byte> bytes)
    {
        var start = 0;
        while (Rune.DecodeFromUtf8(bytes[start..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            start += length;
        }

        return InvisibleCharacters.LineAt(bytes, start);
    }
}
