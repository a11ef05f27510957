using Markdig.Extensions.CustomContainers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace HtiAcademy.Domain.Content.Markdown.Blocks;

/// <summary>
/// Custom containers whose closing <c>:::</c> belongs to the innermost open block, so that blocks nest without
/// counting colons.
/// </summary>
internal sealed class TeachingBlockParser : CustomContainerParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (!HasOpenBlockInside(processor, block))
        {
            return base.TryContinue(processor, block);
        }

        processor.GoToColumn(processor.ColumnBeforeIndent);
        return BlockState.Continue;
    }

    private static bool HasOpenBlockInside(BlockProcessor processor, Block block)
    {
        while (block is ContainerBlock { LastChild: { } child } && processor.IsOpen(child))
        {
            if (child is IFencedBlock)
            {
                return true;
            }

            block = child;
        }

        return false;
    }
}
