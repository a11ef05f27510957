using HtiAcademy.Domain.Content.Yaml;

namespace HtiAcademy.Domain.Content.Courses;

/// <summary>Reads <c>observed</c> of <c>course.md</c>.</summary>
internal static class ObservedReader
{
    private const int MostCriteria = 20;

    public static IReadOnlyList<ObservedExercise> Read(YamlMap map, FindingList findings)
    {
        var exercises = new List<ObservedExercise>();
        foreach (var entry in map.Maps("observed"))
        {
            var exercise = ReadOne(entry, findings);
            if (exercises.Exists(earlier => earlier.Id == exercise.Id) && exercise.Id.Length > 0)
            {
                findings.Error(entry.Path, entry.LineOf("id"), FindingCodes.DuplicateId, $"Another observed exercise of this course has the id \"{exercise.Id}\".");
            }

            exercises.Add(exercise);
        }

        return exercises;
    }

    private static ObservedExercise ReadOne(YamlMap entry, FindingList findings)
    {
        entry.AllowOnly("id", "title", "criteria", "required");
        entry.Require("criteria");
        var criteria = entry.LocalTexts("criteria");
        if (entry.Has("criteria") && criteria.Count is 0 or > MostCriteria)
        {
            entry.Refuse("criteria", $"\"criteria\" must be a list of 1 to {MostCriteria} texts.");
        }

        return new ObservedExercise(new VocabularyReader(entry, findings).Slug("id"), entry.LocalText("title"), criteria, ReadRequired(entry));
    }

    private static bool ReadRequired(YamlMap entry)
    {
        var text = entry.OptionalText("required");
        if (text is not (null or "true" or "false"))
        {
            entry.Refuse("required", "\"required\" must be true or false.");
        }

        return text == "true";
    }
}
