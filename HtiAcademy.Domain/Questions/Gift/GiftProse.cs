namespace HtiAcademy.Domain.Questions.Gift;

/// <summary>Texts of one question, each of which may name its format; the question's own is the default for the rest.</summary>
internal sealed class GiftProse(QuestionFindings findings)
{
    private readonly QuestionTexts _texts = new(findings);
    private TextFormat _default;
    private string _question = "";

    /// <summary>The question's text, with a blank when something follows its answers.</summary>
    public string ReadQuestion(GiftText before, GiftText after)
    {
        (_default, var start) = CutFormat(before);
        var whole = start + (after.Length > 0 ? Question.Blank : "") + after;
        _question = whole;
        return _default == TextFormat.Plain && after.Length > 0
            ? (PlainText.ToCommonMark(start.ToString()) + Question.Blank + PlainText.ToCommonMark(after.ToString())).Trim()
            : _texts.ToCommonMark(whole, _default, before.Line);
    }

    /// <summary>A name made of the question's text.</summary>
    public string Name() => QuestionTexts.NameFrom(_question, _default);

    public string Read(GiftText text)
    {
        var (format, words) = CutFormat(text.Trim());
        return _texts.ToCommonMark(words.ToString(), format, text.Line);
    }

    /// <summary>For what is compared with typing, where no format shows.</summary>
    public string ReadPlain(GiftText text) => CutFormat(text.Trim()).Words.ToString().Trim();

    public string ReadFeedback(GiftText? text) => text is null ? "" : Read(text);

    private (TextFormat Format, GiftText Words) CutFormat(GiftText text) =>
        text.StartsWith("[") && text.Cut("]") is (var prefix, { } words) && FormatOf(prefix[1..].ToString()) is { } format
            ? (format, words)
            : (_default, text);

    private static TextFormat? FormatOf(string name) => name switch
    {
        "markdown" => TextFormat.Markdown,
        "plain" => TextFormat.Plain,
        "html" => TextFormat.Html,
        "moodle" => TextFormat.Moodle,
        _ => null,
    };
}
