using System.Text;

namespace HtiAcademy.Domain.Questions.Html;

/// <param name="Link">Null, or an address that may be followed.</param>
internal readonly record struct HtmlStyle(bool Bold, bool Italic, string? Link);

/// <summary>Words of one style, or a line break.</summary>
internal readonly record struct HtmlRun(string Text, HtmlStyle Style)
{
    public static readonly HtmlRun Break = new("\n", default);

    public bool IsBreak => Text == "\n";
}

/// <summary>Gathers the runs of a paragraph, with white space as a browser shows it.</summary>
internal sealed class RunGatherer
{
    private readonly List<HtmlRun> _runs = [];

    private bool AtLineStart => _runs is [] or [.., { IsBreak: true }];

    public void Add(string text, HtmlStyle style)
    {
        var words = Fold(text);
        if (words.StartsWith(' ') && (AtLineStart || _runs[^1].Text.EndsWith(' '))) words = words[1..];
        if (words.Length == 0) return;

        if (!AtLineStart && _runs[^1].Style == style) _runs[^1] = new HtmlRun(_runs[^1].Text + words, style);
        else _runs.Add(new HtmlRun(words, style));
    }

    public void Break()
    {
        TrimEnd();
        if (_runs.Count > 0) _runs.Add(HtmlRun.Break);
    }

    /// <summary>Hands the paragraph over, and begins the next.</summary>
    public IReadOnlyList<HtmlRun> Take()
    {
        TrimEnd();
        while (_runs is [.., { IsBreak: true }])
        {
            _runs.RemoveAt(_runs.Count - 1);
            TrimEnd();
        }

        HtmlRun[] paragraph = [.. _runs];
        _runs.Clear();
        return paragraph;
    }

    private void TrimEnd()
    {
        if (_runs is not [.., { IsBreak: false } last]) return;

        _runs.RemoveAt(_runs.Count - 1);
        if (last.Text.TrimEnd(' ') is { Length: > 0 } kept) _runs.Add(last with { Text = kept });
    }

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character)) folded.Append(character);
            else if (folded is not { Length: > 0 } || folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString();
    }
}
