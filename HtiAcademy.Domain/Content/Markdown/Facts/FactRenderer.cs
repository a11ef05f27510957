using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace HtiAcademy.Domain.Content.Markdown.Facts;

/// <summary>Writes a fact's value as text: nothing in a country file can become markup.</summary>
internal sealed class FactRenderer : HtmlObjectRenderer<FactInline>
{
    protected override void Write(HtmlRenderer renderer, FactInline inline)
    {
        var content = (ContentRenderer)renderer;
        content.WriteText(Wording(inline, content.Reader));
    }

    /// <summary>The checks let no text with an unknown fact be published; in a draft it stays as written, never blank.</summary>
    internal static string Wording(FactInline inline, RenderingFor reader) =>
        reader.Country?.Fact(inline.Path)?.Wording(reader.Language) ?? $"{{{{ {inline.Path} }}}}";
}
