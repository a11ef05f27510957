using HtiAcademy.Domain.Content.Text;

namespace HtiAcademy.Domain.Content.Checks;

/// <summary>The keys that a translation or an overlay may have; a base text's are checked where they are read.</summary>
internal static class FrontMatterChecks
{
    public static readonly string[] CourseTranslation = ["title", "summary"];
    public static readonly string[] ModuleTranslation = ["title", "objectives"];

    private const string Reviewed = "reviewed";

    public static void CheckKeys(AuthoredText text, string[] translated)
    {
        if (text.Name.IsOverlay)
        {
            text.FrontMatter?.AllowOnly("remove", Reviewed);
        }
        else if (text.Name.IsTranslation && text.FrontMatter is { } map)
        {
            map.AllowOnly([.. translated, Reviewed]);
            foreach (var key in translated)
            {
                map.Require(key);
            }
        }
    }

    /// <summary>Facts are filled in below the front matter only.</summary>
    public static void CheckFacts(AuthoredText text, FindingList findings)
    {
        foreach (var (key, value) in text.Objectives.Select(objective => ("objectives", objective)).Append(("title", text.Title)).Append(("summary", text.Summary)))
        {
            if (value.Contains("{{", StringComparison.Ordinal))
            {
                findings.Error(text.Path, text.FrontMatter!.LineOf(key), FindingCodes.Leftover, $"Facts are not filled in here: \"{value}\".");
            }
        }
    }
}
