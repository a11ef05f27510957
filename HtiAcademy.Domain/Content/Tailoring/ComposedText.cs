using HtiAcademy.Domain.Content.Text;

namespace HtiAcademy.Domain.Content.Tailoring;

/// <summary>The Markdown that one reader gets.</summary>
/// <param name="Language">Of the text that was found, which need not be the one asked for.</param>
internal sealed record ComposedText(string Language, LinedText Text);
