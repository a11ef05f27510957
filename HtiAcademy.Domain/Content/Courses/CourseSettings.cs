using System.Globalization;
using HtiAcademy.Domain.Content.Yaml;

namespace HtiAcademy.Domain.Content.Courses;

/// <summary>The front matter of <c>course.md</c>.</summary>
internal sealed record CourseSettings(
    string Id,
    string Language,
    IReadOnlyList<string> Countries,
    IReadOnlyList<string> Audience,
    decimal Hours,
    int Pass,
    int Attempts,
    TimeSpan Wait,
    int? ValidityMonths,
    Assessment? Pretest,
    Assessment Final,
    IReadOnlyList<PlacedWord> Requires,
    IReadOnlyList<PlacedWord> Refreshes,
    IReadOnlyList<ObservedExercise> Observed)
{
    public static CourseSettings Read(YamlMap map, IReadOnlyCollection<string> knownCountries, FindingList findings)
    {
        map.AllowOnly("id", "title", "summary", "language", "countries", "audience", "hours", "pass", "attempts", "wait", "validity", "pretest", "final", "requires", "refreshes", "observed");
        map.Require("title");
        map.Require("summary");
        map.Require("countries");
        map.Require("audience");
        map.Require("final");
        var vocabulary = new VocabularyReader(map, findings);
        return new CourseSettings(
            vocabulary.Slug("id"),
            vocabulary.Language("language"),
            vocabulary.Countries("countries", knownCountries),
            vocabulary.Audiences("audience", Audiences.All),
            ReadHours(map),
            map.Integer("pass", 1, 100),
            map.Integer("attempts", 1, 100),
            Durations.Wait(map, "wait"),
            Durations.Months(map, "validity"),
            ReadAssessment(map, "pretest"),
            ReadAssessment(map, "final") ?? new Assessment(1, null),
            map.Words("requires"),
            map.Words("refreshes"),
            ObservedReader.Read(map, findings));
    }

    /// <summary>For a course whose own front matter cannot be read, so that its other files are still checked.</summary>
    public static CourseSettings StandIn(IReadOnlyList<string> countries) =>
        new("", Languages.All[0], countries, Audiences.All, 0, 1, 1, TimeSpan.Zero, null, null, new Assessment(1, null), [], [], []);

    private static decimal ReadHours(YamlMap map)
    {
        var text = map.Text("hours");
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours is > 0 and <= 1000)
        {
            return hours;
        }

        if (text.Length > 0)
        {
            map.Refuse("hours", "\"hours\" must be a number of hours, like 4 or 1.5.");
        }

        return 0;
    }

    private static Assessment? ReadAssessment(YamlMap map, string key)
    {
        if (map.Map(key) is not { } assessment)
        {
            return null;
        }

        assessment.AllowOnly("draw", "minutes", "page", "feedback");
        return new Assessment(assessment.Integer("draw", 1, 500), assessment.OptionalInteger("minutes", 1, 600), Sittings.OnOnePage(assessment), Sittings.Feedback(assessment));
    }
}
