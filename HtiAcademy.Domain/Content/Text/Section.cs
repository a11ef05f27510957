namespace HtiAcademy.Domain.Content.Text;

/// <summary>A heading and what follows it, up to the next heading of its level or above.</summary>
/// <param name="Level">2 to 6; 0 for the whole text, whose own lines stand above the first heading.</param>
/// <param name="After">In an overlay, the id of the section behind which this new one belongs.</param>
/// <param name="Own">The heading's line and the lines down to the first heading inside.</param>
internal sealed record Section(int Level, string? Id, string? After, IReadOnlyList<TextLine> Own, IReadOnlyList<Section> Inside)
{
    public IEnumerable<TextLine> Lines => Own.Concat(Inside.SelectMany(section => section.Lines));

    public IEnumerable<Section> SelfAndInside => Inside.SelectMany(section => section.SelfAndInside).Prepend(this);

    public TextLine Heading => Own[0];

    /// <summary>The heading's words as written, without its marks.</summary>
    public string Title => Heading.Source.TrimStart('#', ' ').Split("{#", StringSplitOptions.None)[0].Trim();

    /// <summary>Whether an author wrote anything above the first heading.</summary>
    public bool HasPreamble => Own.Any(line => !string.IsNullOrWhiteSpace(line.Text));
}
