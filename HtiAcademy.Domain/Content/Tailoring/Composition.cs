using HtiAcademy.Domain.Content.Text;

namespace HtiAcademy.Domain.Content.Tailoring;

/// <summary>Lays a country's overlay over a text.</summary>
internal sealed class Composition
{
    private readonly Dictionary<string, Section> _replacements = new(StringComparer.Ordinal);
    private readonly ILookup<string, Section> _additions;
    private readonly HashSet<string> _removed;
    private readonly HashSet<Section> _added = new(ReferenceEqualityComparer.Instance);

    private Composition(AuthoredText overlay)
    {
        var sections = overlay.Whole.Inside.Where(section => section.Id is not null).ToList();
        foreach (var section in sections.Where(section => section.After is null))
        {
            _replacements.TryAdd(section.Id!, section);
        }

        _additions = sections.Where(section => section.After is not null).ToLookup(section => section.After!, StringComparer.Ordinal);
        _removed = overlay.Removed.Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
    }

    public static Section Compose(Section parent, AuthoredText? overlay) =>
        overlay is null ? parent : new Composition(overlay).Inside(parent);

    private Section Inside(Section section) => section with { Inside = [.. section.Inside.SelectMany(Tailored)] };

    private IEnumerable<Section> Tailored(Section section)
    {
        if (section.Id is null)
        {
            return [Inside(section)];
        }

        IEnumerable<Section> here = _replacements.TryGetValue(section.Id, out var replacement) ? [replacement]
            : _removed.Contains(section.Id) ? []
            : [Inside(section)];
        return here.Concat(AddedAfter(section.Id));
    }

    /// <summary>Each addition once, so that sections placed after each other do not go round for ever.</summary>
    private IEnumerable<Section> AddedAfter(string id)
    {
        var waiting = new Stack<Section>(_additions[id].Reverse());
        while (waiting.TryPop(out var added))
        {
            if (_added.Add(added))
            {
                yield return added;
                foreach (var next in _additions[added.Id!].Reverse())
                {
                    waiting.Push(next);
                }
            }
        }
    }
}
