using HtiAcademy.Domain.Content.Yaml;

namespace HtiAcademy.Domain.Content.Courses;

/// <summary>How an assessment is sat, as authors write it: <c>page: all</c>, <c>feedback: after-passing</c>.</summary>
internal static class Sittings
{
    public static bool OnOnePage(YamlMap map) => map.OptionalText("page") switch
    {
        null or "each" => false,
        "all" => true,
        _ => Refused(map, "page", "\"page\" is each (a page for each question) or all (one page for all).", instead: false),
    };

    public static FeedbackPolicy Feedback(YamlMap map) => map.OptionalText("feedback") switch
    {
        null or "at-once" => FeedbackPolicy.AtOnce,
        "after-passing" => FeedbackPolicy.AfterPassing,
        "after-due" => FeedbackPolicy.AfterDue,
        "never" => FeedbackPolicy.Never,
        _ => Refused(map, "feedback", "\"feedback\" is at-once, after-passing, after-due or never.", instead: FeedbackPolicy.AtOnce),
    };

    private static T Refused<T>(YamlMap map, string key, string message, T instead)
    {
        map.Refuse(key, message);
        return instead;
    }
}
