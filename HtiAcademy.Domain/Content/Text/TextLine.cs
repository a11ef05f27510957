using HtiAcademy.Domain.Content.Tailoring;

namespace HtiAcademy.Domain.Content.Text;

/// <summary>A line of authored text that knows where it was written and who is to read it.</summary>
/// <param name="Source">As it was written.</param>
/// <param name="Line">1-based.</param>
internal sealed record TextLine(string Source, string Path, int Line)
{
    /// <summary>What is composed: the source, but nothing for the fence of a country's or audience's block.</summary>
    public string Text { get; init; } = Source;

    /// <summary>Null when everybody reads it.</summary>
    public BlockRule? Readers { get; init; }
}
