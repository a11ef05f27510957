namespace HtiAcademy.Domain.Content.Markdown.Blocks;

/// <summary>The boxes that set a passage apart, and the title of each.</summary>
internal static class TeachingBlocks
{
    public static IReadOnlyDictionary<string, string> TitleOf { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["note"] = "Note",
        ["warning"] = "Warning",
        ["case"] = "Case",
        ["discuss"] = "Discuss",
    };
}
