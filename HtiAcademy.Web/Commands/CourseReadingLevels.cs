using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Reading;

namespace HtiAcademy.Web.Commands;

/// <summary>How long and how hard to read a course's modules are, a line for each module and language.</summary>
/// <param name="Folder"><c>courses/foundations</c></param>
internal sealed record CourseReadingLevels(string Folder, IReadOnlyList<ReadingLevel> Levels)
{
    public IEnumerable<object> Json => Levels.Select(level => new
    {
        Course = Folder,
        Module = level.ModuleId,
        level.Language,
        level.FewestWords,
        level.MostWords,
        level.Hardest.Formula,
        Value = Math.Round(level.Hardest.Value, 1),
        level.Hardest.Band,
    });

    public static CourseReadingLevels Of(IReadOnlyCollection<SourceDocument> documents, string folder) => new(folder, ReadingLevel.Of(documents, folder));

    public void Print(TextWriter output)
    {
        var width = Levels.Select(level => level.ModuleId.Length).DefaultIfEmpty().Max();
        foreach (var level in Levels)
        {
            output.WriteLine($"{Folder}: {level.ModuleId.PadRight(width)}  {level.Language}  {Words(level),-18}  {level.Hardest}");
        }
    }

    private static string Words(ReadingLevel level) => level.FewestWords == level.MostWords
        ? FormattableString.Invariant($"{level.MostWords} words")
        : FormattableString.Invariant($"{level.FewestWords} to {level.MostWords} words");
}
