using System.Xml;
using System.Xml.Linq;
using HtiAcademy.Domain.Questions.Gift;
using HtiAcademy.Domain.Questions.Xml;

namespace HtiAcademy.Domain.Questions;

/// <summary>
/// Reads question banks in Moodle XML, as Moodle's question/format/xml/format.php does, in the kinds that GIFT has;
/// others are errors that name the kind. Penalties, tags, id numbers and the shuffling of options are ignored.
/// </summary>
public static class MoodleXmlReader
{
    // Moodle nests to 6, and writes three attributes at most.
    private const int Deepest = 32;
    private const int MostAttributes = 10_000;

    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
    };

    /// <summary>Reads a file encoded as <see cref="GiftReader.Read(string, ReadOnlySpan{byte})"/> has it, whatever it declares.</summary>
    public static QuestionBank Read(string path, ReadOnlySpan<byte> bytes)
    {
        var bank = new BankBuilder(path);
        if (BankText.Decode(bytes, bank.Findings) is { } text && Parse(text.TrimStart('\uFEFF'), bank.Findings) is { } quiz) ReadInto(bank, quiz);
        return bank.Build();
    }

    private static XElement? Parse(string text, QuestionFindings findings)
    {
        if (LineTooWide(text) is { } wide)
        {
            findings.Error(wide, GiftCodes.Unreadable, $"an element has more than {MostAttributes} attributes here");
            return null;
        }

        try
        {
            if (LineTooDeep(text) is { } line)
            {
                findings.Error(line, GiftCodes.Unreadable, $"elements nest deeper than {Deepest} here");
                return null;
            }

            using var reader = XmlReader.Create(new StringReader(text), Safe);
            var root = XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace).Root!;
            if (root.Name == "quiz") return root;

            findings.Error(Line(root), GiftCodes.Unreadable, $"this is no Moodle question bank: it begins with <{root.Name.LocalName}>, not with <quiz>");
        }
        catch (XmlException e)
        {
            findings.Error(Math.Max(e.LineNumber, 1), GiftCodes.Unreadable, $"the XML cannot be read: {e.Message}");
        }

        return null;
    }

    // The parser's time grows with the square of an element's attributes. No attribute has a raw '<' in it.
    private static int? LineTooWide(string text)
    {
        var equalSigns = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '<') equalSigns = 0;
            else if (text[index] == '=' && ++equalSigns > MostAttributes) return text.AsSpan(0, index).Count('\n') + 1;
        }

        return null;
    }

    // Taking the text of an element recurses.
    private static int? LineTooDeep(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), Safe);
        while (reader.Read())
            if (reader.Depth > Deepest) return ((IXmlLineInfo)reader).LineNumber;
        return null;
    }

    private static void ReadInto(BankBuilder bank, XElement quiz)
    {
        var category = "";
        foreach (var element in quiz.Elements("question"))
        {
            if (element.Attribute("type")?.Value.Trim() == "category")
                category = PlainText.Shorten(element.Element("category")?.Element("text")?.Value ?? "", int.MaxValue);
            else
                bank.Add(findings => XmlQuestion.Read(element, category, findings));
        }
    }

    private static int Line(XElement element) => ((IXmlLineInfo)element).LineNumber;
}
