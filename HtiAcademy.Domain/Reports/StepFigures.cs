using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;

namespace HtiAcademy.Domain.Reports;

public enum StepKind
{
    Pretest,
    Reading,
    Quiz,
    Final,
    Exercise,
}

/// <summary>How many officers have done one step of a course.</summary>
/// <param name="Module">Of a reading and of a quiz.</param>
/// <param name="Of">The officers who have it to do: some modules are for one audience only.</param>
public sealed record StepFigures(StepKind Kind, Module? Module, ObservedExercise? Exercise, int Done, int Of)
{
    /// <summary>0 to 1.</summary>
    public double Share => Of == 0 ? 0 : (double)Done / Of;

    /// <param name="course">In whose order modules stand; those that only an earlier version has come after them.</param>
    /// <returns>The steps that at least one officer has to do, in the order they are done; passing is what counts as done.</returns>
    public static IReadOnlyList<StepFigures> All(Course course, IReadOnlyList<OfficerFigures> officers)
    {
        ArgumentNullException.ThrowIfNull(course);
        var order = course.Modules.Select((module, place) => (module.Id, place)).ToDictionary(m => m.Id, m => m.place, StringComparer.Ordinal);
        var steps = officers.Where(officer => officer.HasPretest)
            .GroupBy(_ => true).Select(those => new StepFigures(StepKind.Pretest, null, null, those.Count(officer => officer.PretestTaken), those.Count()));
        var modules = officers.SelectMany(officer => officer.Progress.Modules)
            .GroupBy(module => module.Module.Id, StringComparer.Ordinal)
            .OrderBy(module => order.GetValueOrDefault(module.Key, int.MaxValue))
            .SelectMany(OfModule);
        var exercises = officers.SelectMany(officer => officer.Progress.Exercises)
            .Where(exercise => exercise.Exercise.Required)
            .GroupBy(exercise => exercise.Exercise.Id, StringComparer.Ordinal)
            .Select(those => new StepFigures(StepKind.Exercise, null, those.Last().Exercise, those.Count(exercise => exercise.SignedOff), those.Count()));
        IEnumerable<StepFigures> final = officers.Count == 0 ? [] : [new(StepKind.Final, null, null, officers.Count(officer => officer.Progress.FinalPassed), officers.Count)];
        return [.. steps, .. modules, .. final, .. exercises];
    }

    private static IEnumerable<StepFigures> OfModule(IGrouping<string, ModuleProgress> those)
    {
        var (module, count) = (those.Last().Module, those.Count());
        yield return new(StepKind.Reading, module, null, those.Count(m => m.Read), count);
        yield return new(StepKind.Quiz, module, null, those.Count(m => m.QuizPassed), count);
    }
}
