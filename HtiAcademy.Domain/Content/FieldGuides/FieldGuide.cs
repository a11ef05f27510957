namespace HtiAcademy.Domain.Content.FieldGuides;

/// <summary>What an officer takes from a course to the desk and the street: of each module its notes, warnings and checklists.</summary>
/// <param name="Chapters">One for each module, also for one that has none of these.</param>
public sealed record FieldGuide(IReadOnlyList<GuideChapter> Chapters)
{
    public int Characters => Chapters.SelectMany(chapter => chapter.Sections).Sum(section => section.Html.Length);
}

/// <param name="Number">1-based, as the officer counts the modules.</param>
/// <param name="Language">Of the text that was found, which need not be the one asked for.</param>
public sealed record GuideChapter(int Number, string Title, string Language, IReadOnlyList<GuideSection> Sections);

/// <param name="Heading">In plain words; empty above the first heading.</param>
public sealed record GuideSection(string Heading, string Html);
