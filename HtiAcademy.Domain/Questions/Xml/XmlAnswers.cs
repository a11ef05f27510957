using HtiAcademy.Domain.Questions.Gift;

namespace HtiAcademy.Domain.Questions.Xml;

/// <summary>Reads the answers of each kind of question.</summary>
internal static class XmlAnswers
{
    private static readonly string[] TextsForGraders = ["graderinfo", "responsetemplate"];

    public static ChoiceQuestion Choice(XmlHead head)
    {
        var options = head.Part.Children("answer").Select(ReadOption).OfType<Option>().ToList();
        return head.Part.Setting("single") is "false" or "0" or ""
            ? new MultipleChoice(head.Name, head.Text, options)
            : new SingleChoice(head.Name, head.Text, options);
    }

    public static TrueFalse Statement(XmlHead head)
    {
        // Old files have the words in the teacher's language, the true one first.
        var answers = head.Part.Children("answer").Take(2).ToList();
        if (answers is [{ Written: "false" }, _]) answers.Reverse();
        if (answers.Count(answer => answer.Percent == 100) != 1)
            head.Part.Findings.Error(head.Part.Line, GiftCodes.NoRightAnswer, "one of true and false must earn the full mark");

        var feedback = answers.ToLookup(answer => answer.Percent == 100, answer => answer.Feedback);
        return new TrueFalse(head.Name, head.Text, Answer: answers is [{ Percent: 100 }, ..] && answers[0].Written != "false")
        {
            RightFeedback = feedback[true].FirstOrDefault(""),
            WrongFeedback = feedback[false].FirstOrDefault(""),
        };
    }

    public static ShortAnswer Typed(XmlHead head)
    {
        if (head.Part.Setting("usecase") == "1") LeaveOut(head.Part, ["usecase"]);
        return new ShortAnswer(head.Name, head.Text,
            [.. Answers(head).Select(answer => new Spelling(answer.Written, answer.Weight, answer.Feedback))]);
    }

    public static Numerical Number(XmlHead head)
    {
        if (head.Part.Child("units")?.Child("unit") is { } unit)
            head.Part.Findings.Error(unit.Line, GiftCodes.UnknownKind, $"'{head.Name}' is a numerical question with units, which the academy does not have");
        return new Numerical(head.Name, head.Text, [.. head.Part.Children("answer").Select(ReadNumber).OfType<NumericalAnswer>()]);
    }

    public static Matching Pairs(XmlHead head)
    {
        var pairs = new PairList();
        foreach (var pair in head.Part.Children("subquestion"))
        {
            var (stem, choice) = (pair.ToCommonMark(), pair.Child("answer")?.Written ?? "");
            if (choice.Length > 0) pairs.Add(stem, choice);
            else if (stem.Length > 0) pair.Findings.Error(pair.Line, GiftCodes.BrokenPair, "nothing matches the first half of this pair");
        }

        return new Matching(head.Name, head.Text, pairs.Pairs, pairs.Choices);
    }

    public static Essay FreeText(XmlHead head)
    {
        var leftOut = TextsForGraders.Where(name => head.Part.Child(name)?.Written.Length > 0).ToList();
        if (head.Part.Setting("attachmentsrequired") is not (null or "" or "0")) leftOut.Add("attachmentsrequired");
        if (leftOut.Count > 0) LeaveOut(head.Part, leftOut);
        return new Essay(head.Name, head.Text);
    }

    public static void LeaveOut(XmlPart question, IReadOnlyList<string> names) =>
        question.Findings.Warning(question.Line, GiftCodes.LeftOut, $"the academy does nothing with {string.Join(", ", names)}, which is left out");

    private static IEnumerable<XmlPart> Answers(XmlHead head)
    {
        foreach (var answer in head.Part.Children("answer"))
        {
            if (answer.Written.Length > 0) yield return answer;
            else WarnOfEmpty(answer);
        }
    }

    private static Option? ReadOption(XmlPart answer)
    {
        if (answer.ToCommonMark() is { Length: > 0 } text) return new Option(text, answer.Weight, answer.Feedback);

        WarnOfEmpty(answer);
        return null;
    }

    private static void WarnOfEmpty(XmlPart answer) =>
        answer.Findings.Warning(answer.Line, GiftCodes.EmptyAnswer, "an answer without text is left out");

    private static NumericalAnswer? ReadNumber(XmlPart answer)
    {
        if (answer.Written is "*" or "") return NumericalAnswer.Anything(answer.Weight, answer.Feedback);

        if (NumericalAnswer.Number(answer.Written) is { } number && NumericalAnswer.Number(answer.Setting("tolerance") is { Length: > 0 } written ? written : "0") is { } tolerance)
            return NumericalAnswer.Around(number, tolerance, answer.Weight, answer.Feedback);

        answer.Findings.Error(answer.Line, GiftCodes.NotANumber, $"'{PlainText.Shorten(answer.Written, 40)}' is not a number, or its tolerance is none");
        return null;
    }
}
