using Markdig.Syntax.Inlines;

namespace HtiAcademy.Domain.Content.Markdown.Facts;

/// <summary><c>{{ act.short }}</c>: a place where the reader's country speaks.</summary>
/// <param name="path">As the author wrote it, without white space around it.</param>
internal sealed class FactInline(string path) : LeafInline
{
    public string Path { get; } = path;
}
