using System.Globalization;
using System.Text;

namespace HtiAcademy.Web.Pdf;

/// <summary>Writes a line as PDF shows text (ISO 32000-1, 9.4.3), between its BT and ET.</summary>
internal sealed class TextOperators(StringBuilder content, EmbeddedFonts fonts, PdfStyle style)
{
    private EmbeddedFont? _font;
    private double _start;

    /// <summary>Runs are shown in the order they are read, wherever they stand: so a reader that knows nothing of scripts copies words in order.</summary>
    public void Show(TextLine line)
    {
        var places = Places(line);
        for (var i = 0; i < line.Runs.Count; i++)
        {
            if (line.RunsRightToLeft)
            {
                Append($"{PdfSyntax.Number(places[i] - _start)} 0 Td");
                // What was rounded off must not add up.
                _start += Math.Round(places[i] - _start, 2);
            }

            Show(line.Runs[i]);
        }
    }

    private double[] Places(TextLine line)
    {
        var (places, x) = (new double[line.Runs.Count], 0.0);
        foreach (var run in line.OnPaper)
        {
            places[run] = x;
            x += line.Runs[run].Advance * style.Size / 1000 + style.Tracking * line.Runs[run].Spaced;
        }

        return places;
    }

    private void Show(TextRun run)
    {
        var font = fonts.For(run.Font);
        if (font != _font)
        {
            Append($"/{font.Name} {PdfSyntax.Number(style.Size)} Tf");
            _font = font;
        }

        if (!run.Shaped)
        {
            Append($"<{string.Concat(run.Letters.Select(letter => Code(font, letter)))}> Tj");
            return;
        }

        // A word shown from its last letter to its first says so (ISO 32000-1, 14.8.2.3.3).
        var (begin, end) = run.RightToLeft ? ("/ReversedChars BMC ", " EMC") : ("", "");
        var letters = string.Concat(run.Letters.Select(letter => $"<{Code(font, letter)}>{Kerning(run.Font, letter)}")).Replace("><", "", StringComparison.Ordinal);
        Append($"{begin}{Spacing(0)}[{letters}] TJ{Spacing(style.Tracking)}{end}");
    }

    private static string Code(EmbeddedFont font, TextLetter letter) => font.Code(letter.Glyph, letter.Text).ToString("X4", CultureInfo.InvariantCulture);

    private static string Kerning(TrueTypeFont font, TextLetter letter) =>
        letter.Glyph.Advance(font) - letter.Advance is var less and not 0 ? less.ToString(CultureInfo.InvariantCulture) : "";

    private string Spacing(double tracking) => style.Tracking == 0 ? "" : $" {PdfSyntax.Number(tracking)} Tc ";

    private void Append(string operators) => content.Append(operators).Append('\n');
}
