namespace HtiAcademy.Domain.Content.Markdown.Blocks;

/// <summary>The boxes that set a passage apart, and the title of each.</summary>
internal static class TeachingBlocks
{
    public const string Note = "note";
    public const string Warning = "warning";

    public static IReadOnlyDictionary<string, string> TitleOf { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Note] = "Note",
        [Warning] = "Warning",
        ["case"] = "Case",
        ["discuss"] = "Discuss",
    };
}
