namespace HtiAcademy.Domain.Questions;

public sealed record Option(string Text, Weight Weight, string Feedback = "");

/// <summary>A question answered by choosing among options, which are known by their place in the bank, from 0.</summary>
public abstract record ChoiceQuestion(string Name, string Text, IReadOnlyList<Option> Options) : Question(Name, Text)
{
    public override IReadOnlyList<int> RightOptions =>
        [.. Enumerable.Range(0, Options.Count).Where(IsRight)];

    public override string RightAnswer => string.Join("; ", RightOptions.Select(index => Options[index].Text));

    protected override IEnumerable<string> Key =>
        Options.SelectMany(option => new[] { option.Text, option.Weight.ToString(), option.Feedback });

    protected override IEnumerable<string> Offered => Options.Select(option => option.Text);

    protected override IEnumerable<string> Worth => Options.Select(option => option.Weight.ToString());

    protected abstract bool IsRight(int index);

    protected abstract bool MayChoose(int count);

    internal override FormReading Read(IReadOnlyList<string> values)
    {
        var given = values.Where(value => !string.IsNullOrWhiteSpace(value)).ToList();
        if (given.Count == 0) return FormReading.Unanswered;

        var chosen = given.Select(value => Response.Index(value, Options.Count)).Distinct().Order().ToList();
        return chosen.Contains(null) || !MayChoose(chosen.Count)
            ? FormReading.NotOffered
            : FormReading.Answered(string.Join(',', chosen));
    }

    internal override Mark MarkGiven(Response response)
    {
        var chosen = response.Choices.OfType<int>().Where(index => index < Options.Count).Distinct().Order().ToList();
        if (!MayChoose(chosen.Count)) chosen.Clear();

        return new Mark(Weight.Sum(chosen.Select(index => Options[index].Weight)), chosen.Select(index => Options[index].Feedback))
        {
            Answers = [.. chosen.Select(index => new MarkedAnswer(index, IsRight(index), Options[index].Feedback))],
        };
    }
}

public sealed record SingleChoice(string Name, string Text, IReadOnlyList<Option> Options)
    : ChoiceQuestion(Name, Text, Options)
{
    protected override string Kind => "single-choice";

    protected override bool IsRight(int index) => Options[index].Weight == Weight.Full;

    protected override bool MayChoose(int count) => count == 1;
}

/// <summary>The weights of the right options add up to 100.</summary>
public sealed record MultipleChoice(string Name, string Text, IReadOnlyList<Option> Options)
    : ChoiceQuestion(Name, Text, Options)
{
    protected override string Kind => "multiple-choice";

    protected override bool IsRight(int index) => Options[index].Weight.IsRight;

    protected override bool MayChoose(int count) => count > 0;
}
