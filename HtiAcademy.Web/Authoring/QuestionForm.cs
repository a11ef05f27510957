using HtiAcademy.Domain;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Web.Authoring;

/// <summary>The kinds of questions that are added by a form; any other is written or imported in GIFT.</summary>
public enum QuestionKind
{
    SingleChoice,
    MultipleChoice,
    TrueFalse,
    ShortAnswer,
    Numerical,
    Matching,
}

public enum QuestionProblem
{
    Name,

    /// <summary>The file has a question of it.</summary>
    NameTaken,
    Text,
    TooFewOptions,
    NoRightOption,
    NoAnswer,
    NoNumber,
    TooFewPairs,

    /// <summary>GIFT cannot keep it as it was typed.</summary>
    NotKept,
}

/// <summary>A row of the form: an option, a spelling, or one side of a pair and the other.</summary>
public sealed record QuestionRow(string Text, string Beside, bool IsRight);

/// <summary>What somebody typed who adds a question.</summary>
public sealed record QuestionForm(
    QuestionKind Kind, string Name, string Text, IReadOnlyList<QuestionRow> Rows, string Answer, string Number, string Tolerance, string RightFeedback, string WrongFeedback, string GeneralFeedback)
{
    public const int Options = 6;
    public const int LongestName = 100;

    private IEnumerable<QuestionRow> Filled => Rows.Where(row => row.Text.Length > 0);

    public static QuestionForm Empty(QuestionKind kind) => new(kind, "", "", [.. Enumerable.Repeat(new QuestionRow("", "", IsRight: false), Options)], "", "", "", "", "", "");

    /// <returns>Null for a kind that no form is for.</returns>
    public static QuestionForm? Read(IFormCollection form) => KindOf(form["kind"]) is not { } kind ? null : new(
        kind, string.Join(' ', Typed(form, "name").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), Typed(form, "text"),
        [.. Enumerable.Range(0, Options).Select(row => new QuestionRow(Typed(form, $"option-{row}"), Typed(form, $"beside-{row}"), form["right"].Contains($"{row}")))],
        Typed(form, "answer"), Typed(form, "number"), Typed(form, "tolerance"), Typed(form, "rightFeedback"), Typed(form, "wrongFeedback"), Typed(form, "general"));

    public static QuestionKind? KindOf(string? name) => Enum.GetNames<QuestionKind>().Contains(name, StringComparer.Ordinal) ? Enum.Parse<QuestionKind>(name!) : null;

    /// <summary>What is wrong with it, whatever file it is for.</summary>
    public IReadOnlyList<QuestionProblem> Problems()
    {
        var problems = new List<QuestionProblem>();
        if (Name.Length is 0 or > LongestName || !TypedText.IsLine(Name))
        {
            problems.Add(QuestionProblem.Name);
        }

        if (Text.Length == 0)
        {
            problems.Add(QuestionProblem.Text);
        }

        return AnswerProblem() is { } problem ? [.. problems, problem] : problems;
    }

    /// <summary>Of a form without problems.</summary>
    public Question ToQuestion() => ToAnswers() with { GeneralFeedback = GeneralFeedback };

    private QuestionProblem? AnswerProblem() => Kind switch
    {
        QuestionKind.SingleChoice or QuestionKind.MultipleChoice when Filled.Count() < 2 => QuestionProblem.TooFewOptions,
        QuestionKind.SingleChoice when Filled.Count(row => row.IsRight) != 1 => QuestionProblem.NoRightOption,
        QuestionKind.MultipleChoice when !Filled.Any(row => row.IsRight) => QuestionProblem.NoRightOption,
        QuestionKind.TrueFalse when Answer is not ("true" or "false") => QuestionProblem.NoAnswer,
        QuestionKind.ShortAnswer when !Filled.Any() => QuestionProblem.NoAnswer,
        QuestionKind.Numerical when Numerical.ReadNumber(Number) is null || Numerical.ReadNumber(GivenTolerance) is not >= 0 => QuestionProblem.NoNumber,
        QuestionKind.Matching when Pairs.Count(pair => pair.Text.Length > 0) < 2 || Pairs.Exists(pair => pair.Beside.Length == 0) => QuestionProblem.TooFewPairs,
        _ => null,
    };

    private string GivenTolerance => Tolerance.Length == 0 ? "0" : Tolerance;

    private List<QuestionRow> Pairs => [.. Rows.Where(row => row.Text.Length + row.Beside.Length > 0)];

    private Question ToAnswers() => Kind switch
    {
        QuestionKind.SingleChoice => new SingleChoice(Name, Text, [.. Filled.Select(row => new Option(row.Text, row.IsRight ? Weight.Full : Weight.None, row.Beside))]),
        QuestionKind.MultipleChoice => new MultipleChoice(Name, Text, Weighed()),
        QuestionKind.TrueFalse => new TrueFalse(Name, Text, Answer == "true") { RightFeedback = RightFeedback, WrongFeedback = WrongFeedback },
        QuestionKind.ShortAnswer => new ShortAnswer(Name, Text, [.. Filled.Select(row => new Spelling(row.Text, Weight.Full, row.Beside))]),
        QuestionKind.Numerical => new Numerical(Name, Text, Numbers()),
        _ => Matched(),
    };

    /// <summary>Who ticks a wrong option loses what a right one gives, or ticking all would earn the full mark.</summary>
    private IReadOnlyList<Option> Weighed()
    {
        var share = Weight.Nearest(100m / Filled.Count(row => row.IsRight));
        return [.. Filled.Select(row => new Option(row.Text, row.IsRight ? share : new Weight(-share.Percent), row.Beside))];
    }

    private IReadOnlyList<NumericalAnswer> Numbers()
    {
        var right = NumericalAnswer.Around(Numerical.ReadNumber(Number)!.Value, Numerical.ReadNumber(GivenTolerance)!.Value, Weight.Full, RightFeedback);
        return WrongFeedback.Length == 0 ? [right] : [right, NumericalAnswer.Anything(Weight.None, WrongFeedback)];
    }

    private Matching Matched()
    {
        var choices = Pairs.Select(pair => pair.Beside).Distinct(StringComparer.Ordinal).ToList();
        return new Matching(Name, Text, [.. Pairs.Where(pair => pair.Text.Length > 0).Select(pair => new Pair(pair.Text, choices.IndexOf(pair.Beside)))], choices);
    }

    private static string Typed(IFormCollection form, string field) => Draft.WithLineFeeds(form[field].ToString()).Trim();
}
