namespace HtiAcademy.Domain.Questions.Gift;

/// <param name="Plain">For what is compared with typing, where no format shows.</param>
internal readonly record struct GiftWords(string Plain, string CommonMark);

/// <summary>Texts of one question, each of which may name its format; the question's own is the default for the rest.</summary>
internal sealed class GiftProse(GiftFindings findings)
{
    private bool _plainByDefault;

    /// <summary>The question's text, with a blank when something follows its answers.</summary>
    public GiftWords ReadQuestion(GiftText before, GiftText after)
    {
        (_plainByDefault, var start) = CutFormat(before);
        var blank = after.Length > 0 ? Question.Blank : "";
        return new GiftWords(
            (start + blank + after).Trim(),
            (Render(start, _plainByDefault) + blank + Render(after, _plainByDefault)).Trim());
    }

    public GiftWords Read(GiftText text)
    {
        var (isPlain, words) = CutFormat(text.Trim());
        return new GiftWords(words.ToString().Trim(), Render(words, isPlain).Trim());
    }

    public string ReadFeedback(GiftText? text) => text is null ? "" : Read(text).CommonMark;

    private (bool IsPlain, GiftText Words) CutFormat(GiftText text)
    {
        if (!text.StartsWith("[") || text.Cut("]") is not (var prefix, { } words)) return (_plainByDefault, text);

        switch (prefix[1..].ToString())
        {
            case "markdown" or "moodle":
                return (false, words);
            case "plain":
                return (true, words);
            case "html":
                findings.Error(text, GiftCodes.Format, "[html] is not accepted; write [markdown] or [plain], or no format");
                return (false, words);
            default:
                return (_plainByDefault, text);
        }
    }

    private static string Render(GiftText text, bool isPlain) =>
        isPlain ? PlainText.ToCommonMark(text.ToString()) : text.ToString();
}
