using HtiAcademy.Domain.Content.Markdown.Headings;
using HtiAcademy.Domain.Content.Tailoring;
using HtiAcademy.Domain.Content.Text;

namespace HtiAcademy.Domain.Content.Matrix;

/// <summary>Where the words of a section come from.</summary>
public enum SectionOrigin
{
    /// <summary>The course's own text.</summary>
    Base,
    Translated,

    /// <summary>The country tells it in its own words.</summary>
    Replaced,

    /// <summary>The country's alone.</summary>
    Added,

    /// <summary>The country leaves it out.</summary>
    Removed,
}

/// <summary>The sections of one text as the officers of a locale read it, in their order; those left out come last.</summary>
/// <param name="ReadIn">The language of the text.</param>
public sealed record TextOutline(Locale Locale, string ReadIn, LocalText Title, IReadOnlyList<OutlinedSection> Sections)
{
    internal static TextOutline Of(TailoredText texts, Locale locale)
    {
        var readIn = texts.BestLanguage(locale.Language);
        var (text, overlay) = (texts.In(readIn), texts.Overlay(readIn, locale.Country));
        var comparisons = new[] { overlay, text }.OfType<AuthoredText>().SelectMany(told => Comparisons(told, texts)).ToLookup(comparison => comparison.Stale.SectionId, StringComparer.Ordinal);
        var sections = Composition.Compose(text.Whole, overlay).Inside
            .SelectMany(section => Tailored(section, overlay))
            .Select(section => Outline(section, OriginOf(section, text, overlay), comparisons))
            .Concat(Left(text, overlay).Select(section => Outline(section, SectionOrigin.Removed, comparisons)));
        return new TextOutline(locale, readIn, texts.Titles, [.. text.Whole.HasPreamble || comparisons.Contains(HeadingId.Top) ? sections.Prepend(Top(text, comparisons)) : sections]);
    }

    /// <summary>A section and, when it is not the country's own, what the country changes inside it.</summary>
    private static IEnumerable<Section> Tailored(Section section, AuthoredText? overlay) =>
        IsOf(overlay, section) ? [section] : section.Inside.SelectMany(inside => Tailored(inside, overlay)).Where(inside => IsOf(overlay, inside)).Prepend(section);

    private static IEnumerable<Section> Left(AuthoredText text, AuthoredText? overlay) =>
        (overlay?.Removed ?? []).Select(word => text.Find(word.Text)).OfType<Section>();

    private static SectionOrigin OriginOf(Section section, AuthoredText text, AuthoredText? overlay) =>
        !IsOf(overlay, section) ? OriginOf(text)
        : section.After is null ? SectionOrigin.Replaced
        : SectionOrigin.Added;

    private static SectionOrigin OriginOf(AuthoredText text) => text.Name.IsBase ? SectionOrigin.Base : SectionOrigin.Translated;

    private static bool IsOf(AuthoredText? overlay, Section section) => section.Heading.Path == overlay?.Path;

    private static OutlinedSection Outline(Section section, SectionOrigin origin, ILookup<string, SectionComparison> comparisons) =>
        new(section.Id, section.Title, origin, section.Id is null ? [] : [.. comparisons[section.Id]]);

    private static OutlinedSection Top(AuthoredText text, ILookup<string, SectionComparison> comparisons) =>
        new(HeadingId.Top, null, OriginOf(text), [.. comparisons[HeadingId.Top]]);

    private static IEnumerable<SectionComparison> Comparisons(AuthoredText told, TailoredText texts) =>
        from stale in Staleness.Of(told, texts)
        let parent = texts.ParentOf(told)
        select new SectionComparison(stale, told.Name.IsTranslation, parent.Name.Language ?? texts.CourseLanguage, WordingOf(told, stale.SectionId), WordingOf(parent, stale.SectionId));

    private static string WordingOf(AuthoredText text, string sectionId) =>
        sectionId == HeadingId.Top ? Wording.Of(text.Whole.Own) : Wording.Of(text.Find(sectionId)?.Lines ?? []);
}

/// <param name="Id">Null for a section without one, which a published text has not.</param>
/// <param name="Heading">As written, without its marks; null for the text above the first section.</param>
/// <param name="Comparisons">What must be looked at again; when a country replaces a section of a translation, its own words and the translation's.</param>
public sealed record OutlinedSection(string? Id, string? Heading, SectionOrigin Origin, IReadOnlyList<SectionComparison> Comparisons);

/// <summary>A stale section's words beside its parent's.</summary>
/// <param name="IsTranslation">Of the course's text, rather than a country's own words.</param>
/// <param name="Own">As written in the overlay or translation; empty when it lacks the section.</param>
/// <param name="Parent">The parent's words now.</param>
public sealed record SectionComparison(StaleSection Stale, bool IsTranslation, string ParentLanguage, string Own, string Parent);
