using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Content.Text;

namespace HtiAcademy.Domain.Content.Tailoring;

/// <summary>A text in the course's language, with its translations and its countries' overlays.</summary>
internal sealed class TailoredText(string courseLanguage, IReadOnlyDictionary<TextName, AuthoredText> texts)
{
    private static readonly TextName BaseName = new(null, null);

    public string CourseLanguage => courseLanguage;

    public AuthoredText Base => texts[BaseName];

    public IEnumerable<AuthoredText> All => texts.Values;

    public IEnumerable<string> LanguagesWritten =>
        texts.Keys.Where(name => name.IsTranslation).Select(name => name.Language!).Prepend(courseLanguage);

    /// <summary>The language asked for when there is a translation into it, else the course's.</summary>
    public string BestLanguage(string language) =>
        texts.ContainsKey(new TextName(language, null)) ? language : courseLanguage;

    public AuthoredText In(string language) => texts.GetValueOrDefault(new TextName(language, null), Base);

    /// <summary>Those in which officers of a country work, and any other that it has an overlay in.</summary>
    public IEnumerable<string> LanguagesReadIn(Country country) =>
        country.Languages.Union(All.Where(text => text.Name.Country == country.Code).Select(text => text.Name.Language!), StringComparer.Ordinal);

    /// <summary>The course's language first.</summary>
    public LocalText Titles => new([.. LanguagesWritten.Select(language => KeyValuePair.Create(language, In(language).Title))]);

    public AuthoredText? Overlay(string language, string country) => texts.GetValueOrDefault(new TextName(language, country));

    /// <summary>What a translation was made of, or an overlay is laid over; null for the base and when it is missing.</summary>
    public AuthoredText? ParentOf(AuthoredText text) =>
        text.Name.IsBase ? null
        : text.Name.IsTranslation || text.Name.Language == courseLanguage ? Base
        : texts.GetValueOrDefault(new TextName(text.Name.Language, null));

    /// <param name="audience">Null for a reader of every audience's text, such as a trainer.</param>
    public ComposedText Compose(Locale locale, string? audience)
    {
        var language = BestLanguage(locale.Language);
        var whole = Composition.Compose(In(language).Whole, Overlay(language, locale.Country));
        var lines = new List<TextLine>();
        AddLines(whole, lines, line => line.Readers?.Admits(locale.Country, audience) ?? true);
        if (lines is [])
        {
            lines.Add(Base.Text.Lines[0] with { Text = "" });
        }

        return new ComposedText(language, new LinedText(lines));
    }

    private static void AddLines(Section section, List<TextLine> lines, Func<TextLine, bool> isFor)
    {
        lines.AddRange(section.Own.Where(isFor));
        if (lines is [.., { Text.Length: > 0 } last])
        {
            // Keeps a paragraph at the end of one file's section apart from another file's heading.
            lines.Add(last with { Text = "", Readers = null });
        }

        foreach (var inside in section.Inside)
        {
            AddLines(inside, lines, isFor);
        }
    }
}
