using HtiAcademy.Domain.Questions.Gift;
using HtiAcademy.Domain.Questions.Html;

namespace HtiAcademy.Domain.Questions;

/// <summary>Turns texts of every format into the CommonMark that a question keeps, and says what that leaves out.</summary>
internal sealed class QuestionTexts(QuestionFindings findings)
{
    private const int LongestName = 255;
    private const int LongestNameFromText = 80;

    /// <summary>One line without white space around it.</summary>
    public static string Name(string written) => PlainText.Shorten(written, LongestName);

    /// <summary>For a question without one.</summary>
    public static string NameFrom(string text, TextFormat format) =>
        PlainText.Shorten(format is TextFormat.Html or TextFormat.Moodle && HtmlText.Read(text) is { } html ? html.Plain : text, LongestNameFromText);

    public string ToCommonMark(string text, TextFormat format, int line) => format switch
    {
        TextFormat.Plain => PlainText.ToCommonMark(text.Trim()),
        TextFormat.Html => Reduce(text, keepLines: false, line),
        TextFormat.Moodle => Reduce(text, keepLines: true, line),
        _ => text.Trim(),
    };

    public void LeaveOutImage(string name, int line) =>
        findings.Warning(line, GiftCodes.ImageLeftOut, $"a question shows no images and files: '{PlainText.Shorten(name, LongestNameFromText)}' is left out");

    private string Reduce(string html, bool keepLines, int line)
    {
        if (HtmlText.Read(html, keepLines) is not { } text)
        {
            findings.Error(line, GiftCodes.Format, $"the HTML of this text has more than {HtmlText.Longest} characters or {HtmlText.MostElements} elements; write [markdown]");
            return "";
        }

        foreach (var image in text.Images) LeaveOutImage(image, line);
        return text.CommonMark;
    }
}
