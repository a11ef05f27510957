using HtiAcademy.Domain.Content.Markdown;
using HtiAcademy.Domain.Content.Text;

namespace HtiAcademy.Domain.Content.Checks;

/// <summary>What can be said of a Markdown file without composing it.</summary>
internal static class FileChecks
{
    public static void Check(AuthoredText text, CheckedCourse course)
    {
        FrontMatterChecks.CheckFacts(text, course.Findings);
        if (text.Parse() is not { } document)
        {
            return;
        }

        SafetyChecks.Check(document, text.Text, course.Findings);
        HeadingChecks.CheckFile(document, text, course.Findings);
        BlockChecks.Check(document, text.Text, course);
        FactChecks.CheckFile(document, text.Text, course);
        LinkChecks.CheckFile(document, text.Text, AcademyMarkdown.Teaching, course);
    }
}
