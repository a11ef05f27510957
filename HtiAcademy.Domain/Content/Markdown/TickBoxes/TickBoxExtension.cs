using Markdig;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace HtiAcademy.Domain.Content.Markdown.TickBoxes;

/// <summary>
/// A checklist is for paper or the mind: its boxes are signs. Markdig makes form fields of them, which nobody can tick and
/// a screen reader cannot name.
/// </summary>
internal sealed class TickBoxExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTaskListRenderer>(new TickBoxRenderer());

    private sealed class TickBoxRenderer : HtmlObjectRenderer<TaskList>
    {
        protected override void Write(HtmlRenderer renderer, TaskList obj)
        {
            if (renderer.EnableHtmlForInline)
            {
                renderer.Write($"<span aria-hidden=\"true\">{(obj.Checked ? '☑' : '☐')}</span>");
            }
        }
    }
}

internal static class TickBoxPipeline
{
    public static MarkdownPipelineBuilder UseTickBoxes(this MarkdownPipelineBuilder pipeline) => pipeline.UseTaskLists().Use<TickBoxExtension>();
}
