using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace HtiAcademy.Domain.Content.Markdown.Practices;

internal sealed class PracticeBlockParser : FencedBlockParserBase<PracticeBlock>
{
    public PracticeBlockParser()
    {
        OpeningCharacters = [':'];
        InfoParser = IsPractice;
    }

    protected override PracticeBlock CreateFencedBlock(BlockProcessor processor) => new(this);

    private static bool IsPractice(BlockProcessor processor, ref StringSlice line, IFencedBlock block, char fence) =>
        DefaultInfoParser(processor, ref line, block, fence) && block.Info == PracticeBlock.Kind;
}
