using HtiAcademy.Domain.Content.Markdown.Headings;
using HtiAcademy.Domain.Content.Text;
using Markdig.Syntax;

namespace HtiAcademy.Domain.Content.Checks;

internal static class HeadingChecks
{
    private const int SectionLevel = 2;

    public static void CheckFile(MarkdownDocument document, AuthoredText text, FindingList findings)
    {
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            if (ProblemOf(heading, text.Name) is var (code, message))
            {
                findings.Error(text.Path, text.Text.At(heading.Line).Line, code, message);
            }
        }
    }

    /// <summary>What shows only when the text is composed: levels in order, ids unique.</summary>
    public static void CheckComposed(MarkdownDocument document, LinedText text, FindingList findings)
    {
        var above = 1;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            var at = text.At(heading.Line);
            if (heading.Level > above + 1)
            {
                findings.Error(at.Path, at.Line, FindingCodes.HeadingJump, $"The heading jumps from level {above} to level {heading.Level}; use {new string('#', above + 1)}.");
            }

            if (HeadingId.Of(heading) is { } id && !ids.Add(id.Id))
            {
                findings.Error(at.Path, at.Line, FindingCodes.DuplicateHeadingId, $"Another heading has the id \"{id.Id}\" already.");
            }

            above = heading.Level;
        }
    }

    private static (string Code, string Message)? ProblemOf(HeadingBlock heading, TextName name)
    {
        if (heading.Level < SectionLevel)
        {
            return (FindingCodes.TopHeading, "The page owns the first heading; begin with ##.");
        }

        if (HeadingId.IsBad(heading))
        {
            return (FindingCodes.BadHeadingId, $"Write the braces as {{#some-id}} or {{#some-id after=other-id}}: small letters, digits and hyphens, and not \"{HeadingId.Top}\".");
        }

        if (HeadingId.Of(heading) is { After: not null } && !name.IsOverlay)
        {
            return (FindingCodes.BadHeadingId, "\"after=\" belongs in a country's overlay; here, put the section where it should stand.");
        }

        if (heading.Level == SectionLevel && heading.Parent is not MarkdownDocument)
        {
            return (FindingCodes.MisplacedBlock, "A section cannot begin inside a block, a list or a quotation; close it first.");
        }

        return heading.Level == SectionLevel && HeadingId.Of(heading) is null
            ? (FindingCodes.SectionWithoutId, "The section has no id; write ## Heading {#some-id}.")
            : null;
    }
}
