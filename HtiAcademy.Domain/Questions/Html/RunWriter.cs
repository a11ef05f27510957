using System.Text;

namespace HtiAcademy.Domain.Questions.Html;

/// <summary>Writes a paragraph in CommonMark. Stars that CommonMark would show as stars are left out, and so is the
/// emphasis: its rules for where one may begin or end know nothing of HTML.</summary>
internal sealed class RunWriter(IReadOnlyList<HtmlRun> runs)
{
    private readonly StringBuilder _written = new();

    private char Previous => _written is { Length: > 0 } ? _written[^1] : '\n';

    public string Write()
    {
        for (var index = 0; index < runs.Count; index++)
        {
            var next = index + 1 < runs.Count ? runs[index + 1].Text[0] : '\n';
            WriteRun(runs[index], next);
        }

        return _written.ToString();
    }

    private void WriteRun(HtmlRun run, char next)
    {
        var words = run.Text.Trim(' ');
        if (run.IsBreak) _written.Append("\\\n");
        else if (words.Length == 0) _written.Append(' ');
        else
        {
            if (run.Text.StartsWith(' ')) _written.Append(' ');
            WriteWords(words, run.Style, run.Text.EndsWith(' ') ? ' ' : next);
            if (run.Text.EndsWith(' ')) _written.Append(' ');
        }
    }

    private void WriteWords(string words, HtmlStyle style, char next)
    {
        if (style.Link is { } link) WriteLink(words, link);
        else if (Marker(style) is { Length: > 0 } marker && MayStandBetween(Previous, words, next))
            _written.Append(marker).Append(PlainText.EscapeInline(words)).Append(marker);
        else _written.Append(Previous == '\n' ? PlainText.ToCommonMark(words) : PlainText.EscapeInline(words));
    }

    private void WriteLink(string words, string link)
    {
        // Together with the bracket it would make an image.
        if (Previous == '!') _written.Insert(_written.Length - 1, '\\');
        _written.Append('[').Append(PlainText.EscapeInline(words)).Append("](<").Append(link).Append(">)");
    }

    private static string Marker(HtmlStyle style) => (style.Bold ? "**" : "") + (style.Italic ? "*" : "");

    private static bool MayStandBetween(char previous, string words, char next) =>
        previous != '*' && next != '*'
        && (char.IsLetterOrDigit(words[0]) || MayStandBeside(previous))
        && (char.IsLetterOrDigit(words[^1]) || MayStandBeside(next));

    private static bool MayStandBeside(char neighbour) =>
        char.IsWhiteSpace(neighbour) || (char.IsAscii(neighbour) && char.IsPunctuation(neighbour));
}
