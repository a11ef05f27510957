using HtiAcademy.Domain.Content.Markdown;

namespace HtiAcademy.Domain.Content.Countries;

/// <summary>One thing that differs between countries' laws and agencies.</summary>
/// <param name="Path">Dotted: <c>act.short</c>.</param>
/// <param name="Source">Where the value was found: an address, or the author's words.</param>
/// <param name="Checked">The day on which somebody last compared the value with its source.</param>
/// <param name="Verified">False while counsel has not confirmed it; officers are then shown a phrase instead of the value.</param>
public sealed record Fact(string Path, LocalText Text, string Source, DateOnly Checked, bool Verified)
{
    public string Value(string language) => Text.In(language);

    /// <summary>What officers read.</summary>
    public string Wording(string language) => Verified ? Value(language) : ContentWords.In(language, ContentWords.Unverified);
}
