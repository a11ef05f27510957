using HtiAcademy.Domain.Statistics;

namespace HtiAcademy.Tests.Statistics;

/// <summary>Officers of known ability who draw from a bank of known difficulty (Rasch's model); the seed makes every run the same.</summary>
internal sealed class Simulation(int seed)
{
    private readonly Random _random = new(seed);

    public int Bank { get; init; } = 40;

    public int Drawn { get; init; } = 20;

    /// <summary>How much less able Spanish readers are, in standard deviations of ability.</summary>
    public double Gap { get; init; }

    /// <summary>How much harder question 0 is in Spanish than in English, in logits.</summary>
    public double Unfair { get; init; }

    public List<Sitting> Sit(int english, int spanish)
    {
        var difficulties = Enumerable.Range(0, Bank).Select(_ => Normal() - 0.8).ToArray();
        return
        [
            .. Enumerable.Range(0, english).Select(number => Sitting("en", number, difficulties)),
            .. Enumerable.Range(0, spanish).Select(number => Sitting("es", number, difficulties)),
        ];
    }

    private Sitting Sitting(string language, int number, double[] difficulties) =>
        Sheets.Sitting($"{language} {number:0000}", Answers(language, difficulties)) with { Language = language };

    private Answer[] Answers(string language, double[] difficulties)
    {
        var spanish = language == "es";
        var ability = Normal() - (spanish ? Gap : 0);
        var drawn = Enumerable.Range(0, Bank).ToArray();
        _random.Shuffle(drawn);
        return [.. drawn.Take(Drawn).Select(index => Answer.Given(Question(index, language), Mark(ability - difficulties[index] - (spanish && index == 0 ? Unfair : 0))))];
    }

    private static AskedQuestion Question(int index, string language) => new($"hash of {index} in {language}", $"{index}");

    private decimal Mark(double advantage) => _random.NextDouble() < 1 / (1 + Math.Exp(-advantage)) ? 1 : 0;

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
