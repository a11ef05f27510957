using HtiAcademy.Domain.Content.Text;

namespace HtiAcademy.Domain.Content.Tailoring;

/// <summary>Lays a country's overlay over a text.</summary>
internal sealed class Composition
{
    private readonly Dictionary<string, Section> _replacements = new(StringComparer.Ordinal);
    private readonly ILookup<string, Section> _additions;
    private readonly HashSet<string> _removed;

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
        return here.Concat(AddedAfter(section.Id, []));
    }

    /// <param name="before">Ids on the way here, so that sections placed after each other do not go round for ever.</param>
    private IEnumerable<Section> AddedAfter(string id, IReadOnlyList<string> before) =>
        before.Contains(id, StringComparer.Ordinal)
            ? []
            : _additions[id].SelectMany(added => AddedAfter(added.Id!, [.. before, id]).Prepend(added));
}
