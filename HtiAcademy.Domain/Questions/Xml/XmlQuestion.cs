using System.Xml.Linq;
using HtiAcademy.Domain.Questions.Gift;

namespace HtiAcademy.Domain.Questions.Xml;

/// <summary>What every kind of answers needs of its question.</summary>
internal sealed record XmlHead(XmlPart Part, string Name, string Text);

/// <summary>One element <c>question</c>.</summary>
internal static class XmlQuestion
{
    // What Moodle shows after the answer as a whole, or between tries: here there is one general feedback.
    private static readonly string[] MoodleOnly = ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback", "hint"];

    /// <returns>Null when the question has an error.</returns>
    public static Question? Read(XElement element, string category, QuestionFindings findings)
    {
        var part = new XmlPart(element, TextFormat.Html, findings);
        if (part.Child("questiontext") is { } text) part = part with { Default = text.Format };
        var head = ReadHead(part);
        if (ReadAnswers(head, element.Attribute("type")?.Value.Trim() ?? "") is not { } question) return null;

        question = question with { GeneralFeedback = ReadGeneral(question, part), Category = category, Line = part.Line };
        if (!findings.HasErrors) KeyChecks.Check(question, findings);
        return findings.HasErrors ? null : question;
    }

    private static XmlHead ReadHead(XmlPart part)
    {
        var text = part.Child("questiontext");
        var shown = text?.ToCommonMark() ?? "";
        if (shown.Length == 0 && !part.Findings.HasErrors) part.Findings.Error(part.Line, GiftCodes.NoText, "the question has no text");
        if (part.Setting("image") is { Length: > 0 } image) new QuestionTexts(part.Findings).LeaveOutImage(image, part.Line);

        var name = QuestionTexts.Name(part.Child("name")?.Written ?? "");
        return new XmlHead(part, name.Length > 0 || text is null ? name : QuestionTexts.NameFrom(text.Written, text.Format), shown);
    }

    private static Question? ReadAnswers(XmlHead head, string kind) => kind switch
    {
        "multichoice" => XmlAnswers.Choice(head),
        "truefalse" => XmlAnswers.Statement(head),
        "shortanswer" => XmlAnswers.Typed(head),
        "numerical" => XmlAnswers.Number(head),
        "matching" or "match" => XmlAnswers.Pairs(head),
        "essay" => XmlAnswers.FreeText(head),
        "description" => new Description(head.Name, head.Text),
        _ => Refuse(head, kind),
    };

    private static Question? Refuse(XmlHead head, string kind)
    {
        head.Part.Findings.Error(head.Part.Line, GiftCodes.UnknownKind, $"'{head.Name}' is a question of the kind '{kind}', which the academy does not have");
        return null;
    }

    private static string ReadGeneral(Question question, XmlPart part)
    {
        var leftOut = MoodleOnly.Where(name => part.Children(name).Any(child => child.Written.Length > 0)).ToList();
        var general = part.Child("generalfeedback");
        if (question is Description && general?.Written.Length > 0) leftOut.Add("generalfeedback");
        if (leftOut.Count > 0) XmlAnswers.LeaveOut(part, leftOut);
        return question is Description ? "" : general?.ToCommonMark() ?? "";
    }
}
