using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace HtiAcademy.Domain.Content.Markdown.Practices;

/// <summary>Questions to try in the middle of a text. Its lines are GIFT, so none of them is read as Markdown.</summary>
internal sealed class PracticeBlock(BlockParser parser) : LeafBlock(parser), IFencedBlock
{
    public const string Kind = "practice";

    public string Gift => Lines.ToString();

    public char FencedChar { get; set; }

    public int OpeningFencedCharCount { get; set; }

    public int ClosingFencedCharCount { get; set; }

    public string? Info { get; set; }

    public string? Arguments { get; set; }

    public StringSlice TriviaAfterFencedChar { get; set; }

    public StringSlice UnescapedInfo { get; set; }

    public StringSlice TriviaAfterInfo { get; set; }

    public StringSlice UnescapedArguments { get; set; }

    public StringSlice TriviaAfterArguments { get; set; }

    public NewLine InfoNewLine { get; set; }

    public StringSlice TriviaBeforeClosingFence { get; set; }
}
