namespace HtiAcademy.Domain.Questions;

/// <summary>Gathers the pairs of a matching question. A choice written twice is offered once.</summary>
internal sealed class PairList
{
    private readonly List<Pair> _pairs = [];
    private readonly OrderedDictionary<string, int> _choices = new(StringComparer.Ordinal);

    public IReadOnlyList<Pair> Pairs => _pairs;

    public IReadOnlyList<string> Choices => [.. _choices.Keys];

    /// <param name="stem">Empty for a choice that matches nothing.</param>
    public void Add(string stem, string choice)
    {
        _choices.TryAdd(choice, _choices.Count);
        if (stem.Length > 0) _pairs.Add(new Pair(stem, _choices[choice]));
    }
}
