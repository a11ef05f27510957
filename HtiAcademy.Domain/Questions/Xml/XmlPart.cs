using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using HtiAcademy.Domain.Questions.Gift;

namespace HtiAcademy.Domain.Questions.Xml;

/// <summary>An element of a question, with what its texts need.</summary>
/// <param name="Default">The format of a text that names none: its question's.</param>
internal sealed record XmlPart(XElement Element, TextFormat Default, QuestionFindings Findings)
{
    public int Line => ((IXmlLineInfo)Element).LineNumber;

    /// <summary>The words as they stand, without white space around them; empty when there are none.</summary>
    public string Written => Element.Element("text")?.Value.Trim() ?? "";

    public TextFormat Format => Element.Attribute("format")?.Value.Trim() switch
    {
        null => Default,
        "markdown" => TextFormat.Markdown,
        "plain_text" => TextFormat.Plain,
        "moodle_auto_format" => TextFormat.Moodle,
        _ => TextFormat.Html,
    };

    public Weight Weight => Questions.Weight.Read(Percent, Line, Findings);

    /// <summary>What the answer weighs as it is written; 0 when it is no number.</summary>
    public decimal Percent =>
        decimal.TryParse(Element.Attribute("fraction")?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) ? percent : 0;

    public string Feedback => Child("feedback")?.ToCommonMark() ?? "";

    public IEnumerable<XmlPart> Children(string name) => Element.Elements(name).Select(child => this with { Element = child });

    public XmlPart? Child(string name) => Children(name).FirstOrDefault();

    /// <summary>The plain value of a setting such as <c>single</c>; null when it is not there.</summary>
    public string? Setting(string name) => Element.Element(name)?.Value.Trim();

    public string ToCommonMark()
    {
        var texts = new QuestionTexts(Findings);
        if (Element.Attribute("format")?.Value.Trim() == "wiki_like")
            Findings.Error(Line, GiftCodes.Format, "Moodle's wiki format is not accepted; save the text in another format there");
        foreach (var file in Element.Elements("file"))
            texts.LeaveOutImage(file.Attribute("name")?.Value ?? "", Line);
        return texts.ToCommonMark(Written, Format, Line);
    }
}
