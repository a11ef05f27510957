using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Tests.Questions;

/// <summary>Makes questions of every kind from the characters that give a format trouble.</summary>
internal sealed class QuestionGenerator(Random random)
{
    private static readonly string[] Scraps =
    [
        "~", "=", "#", "####", "{", "}", ":", "::", "\\", "\\\\", "\\n", "\n", "\n\n", "\n  ", "    ", "//", "->", "-\\>", "-\\\\>", "-", ">", "%", "%50%", "%100%", "[", "]",
        "[html]", "[markdown]", "[plain]", "[x]", "T", "TRUE", "false", "0", "..", "1:2", "*", "\\*", "$CATEGORY: x", "word", "é", "🙂", "<b>", "&amp;", "_____", "\t", "\u00A0x", "\u2028",
    ];

    private static readonly Weight[] Weights = [.. new[] { 90, 33.33333m, 0, -50, -100, 12.5m }.Select(percent => new Weight(percent))];

    public Question Question(string name)
    {
        Question question = random.Next(8) switch
        {
            0 => new SingleChoice(name, Text(), Shuffled([new(Text(), Weight.Full, Maybe()), Option(), .. Many(Option)])),
            1 => new MultipleChoice(name, Text(), Multiple()),
            2 => new TrueFalse(name, Text(), Answer: random.Next(2) == 0) { RightFeedback = Maybe(), WrongFeedback = Maybe() },
            3 => new ShortAnswer(name, Text(), Shuffled([new(Text(), Weight.Full, Maybe()), .. Many(() => new Spelling(Text(), AnyWeight(), Maybe()))])),
            4 => new Numerical(name, Text(), Shuffled([Number(Weight.Full), .. Many(() => Number(AnyWeight()))])),
            5 => Matching(name),
            6 => new Essay(name, Text()),
            _ => new Description(name, Text()),
        };
        return question is Description ? question : question with { GeneralFeedback = Maybe() };
    }

    /// <summary>As a reader has a name: one line, one space between words.</summary>
    public string Name(int number) => string.Join(' ', $"{number} {Text()}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string Category() => random.Next(3) == 0 ? "" : $"$course$/{Text().ReplaceLineEndings(" ").Replace('\u2028', ' ')}";

    private Option Option() => new(Text(), AnyWeight(), Maybe());

    private Option[] Multiple()
    {
        var rights = random.Next(1, 6);
        return Shuffled([.. Enumerable.Range(0, rights).Select(_ => new Option(Text(), Weight.Nearest(100m / rights), Maybe())), new Option(Text(), new Weight(-50), Maybe())]);
    }

    private NumericalAnswer Number(Weight weight)
    {
        var number = random.Next(-1000, 1000) / 8m;
        return random.Next(5) switch
        {
            0 => NumericalAnswer.Anything(weight, Maybe()),
            1 => new(number, number, weight, Maybe()),
            2 => new(0, 0, weight, Maybe()),
            3 => new(number, number + 0.0000001m, weight, Maybe()),
            _ => new(-NumericalAnswer.Limit, number, weight, Maybe()),
        };
    }

    private Matching Matching(string name)
    {
        var choices = Enumerable.Range(0, random.Next(2, 6)).Select(_ => Text()).Distinct().ToArray();
        return new Matching(name, Text(), [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => new Pair(Text(), random.Next(choices.Length)))], choices);
    }

    private Weight AnyWeight() => Weights[random.Next(Weights.Length)];

    private string Maybe() => random.Next(2) == 0 ? "" : Text();

    private string Text()
    {
        var text = string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => Scraps[random.Next(Scraps.Length)])).Trim();
        return text.Length > 0 ? text : "x";
    }

    private List<T> Many<T>(Func<T> make) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => make())];

    private T[] Shuffled<T>(T[] items)
    {
        random.Shuffle(items);
        return items;
    }
}
