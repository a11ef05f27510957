namespace HtiAcademy.Domain.Content.Text;

/// <summary>Text made of lines from one file or several; finds the place where an author wrote what a check found.</summary>
internal sealed class LinedText(IReadOnlyList<TextLine> lines)
{
    public IReadOnlyList<TextLine> Lines => lines;

    public string Markdown { get; } = string.Join('\n', lines.Select(line => line.Text));

    /// <param name="index">0-based, as Markdig counts lines.</param>
    public TextLine At(int index) => lines[Math.Clamp(index, 0, lines.Count - 1)];
}
