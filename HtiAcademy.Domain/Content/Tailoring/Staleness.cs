using HtiAcademy.Domain.Content.Markdown.Headings;
using HtiAcademy.Domain.Content.Text;

namespace HtiAcademy.Domain.Content.Tailoring;

/// <summary>A section that has not been compared with its parent since the parent changed.</summary>
/// <param name="Path">Of the overlay or translation.</param>
/// <param name="SectionId">The parent section's; <c>top</c> for the text above the first section.</param>
/// <param name="Reviewed">The parent's hash when they were last compared; null when they never were.</param>
/// <param name="Current">The parent's hash now.</param>
public sealed record StaleSection(string Path, int Line, string ParentPath, string SectionId, string? Reviewed, string Current);

internal static class Staleness
{
    public static IEnumerable<StaleSection> Of(TailoredText texts) => texts.All.SelectMany(text => Of(text, texts));

    public static IEnumerable<StaleSection> Of(AuthoredText text, TailoredText texts) =>
        texts.ParentOf(text) is not { } parent ? [] :
        from section in ParentSections(text, parent)
        let reviewed = text.Reviewed.GetValueOrDefault(section.Id)
        where reviewed != section.Hash
        select new StaleSection(text.Path, section.Line, parent.Path, section.Id, reviewed, section.Hash);

    /// <summary>
    /// The parent's sections that a text depends on: those that an overlay replaces, all those that a translation
    /// translates; each with the line of the text that tells it.
    /// </summary>
    public static IEnumerable<(string Id, string Hash, int Line)> ParentSections(AuthoredText text, AuthoredText parent)
    {
        if (text.Name.IsTranslation && parent.Whole.HasPreamble)
        {
            yield return (HeadingId.Top, SectionHash.Of(parent.Whole.Own), text.Whole.Own.FirstOrDefault(line => line.Text.Length > 0)?.Line ?? 1);
        }

        foreach (var section in text.Name.IsOverlay ? Replaced(text, parent) : parent.Whole.Inside)
        {
            if (section.Id is not null)
            {
                yield return (section.Id, SectionHash.Of(section.Lines), text.Find(section.Id)?.Heading.Line ?? 1);
            }
        }
    }

    private static IEnumerable<Section> Replaced(AuthoredText overlay, AuthoredText parent) =>
        from section in overlay.Whole.Inside
        where section.Id is not null && section.After is null
        let replaced = parent.Find(section.Id!)
        where replaced is not null
        select replaced;
}
