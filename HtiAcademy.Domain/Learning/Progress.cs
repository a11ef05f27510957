using HtiAcademy.Domain.Content;

namespace HtiAcademy.Domain.Learning;

public enum NextStep
{
    /// <summary>Another course must be completed before this one: see <see cref="Progress.CoursesBefore"/>.</summary>
    CompleteAnotherCourse,
    TakePretest,
    ReadModule,
    TakeQuiz,
    TakeFinal,

    /// <summary>The final was failed and may be tried again at <see cref="Progress.FinalOpensAt"/>.</summary>
    WaitForFinal,

    /// <summary>A trainer has still to mark what the officer wrote, and nothing else can be done meanwhile.</summary>
    WaitForMarking,

    /// <summary>A trainer has still to sign off what is to be shown in practice, and nothing else is left.</summary>
    ShowInPractice,

    /// <summary>No attempt at the final is left: a trainer must help.</summary>
    AskTrainer,
    Nothing,
}

/// <summary>Where an officer stands on a course: the one next step, and what is left.</summary>
public sealed class Progress
{
    private readonly Course _course;
    private readonly Step? _final;
    private readonly bool _isOpen;
    private readonly bool _pretestTaken;

    /// <param name="completed">Ids of the courses that the officer has completed; null where it does not matter.</param>
    public Progress(Course course, Enrolment enrolment, string audience, IReadOnlyCollection<string>? completed = null)
    {
        ArgumentNullException.ThrowIfNull(course);
        ArgumentNullException.ThrowIfNull(enrolment);
        _course = course;
        _final = enrolment.StepOf(Step.Final);
        _isOpen = enrolment.IsOpen;
        _pretestTaken = enrolment.StepOf(Step.Pretest) is not null;
        CoursesBefore = completed is null ? [] : [.. course.Requires.Except(completed, StringComparer.Ordinal)];
        Modules = [.. course.ModulesFor(enrolment.Country, audience).Select(module => new ModuleProgress(module, enrolment.StepOf(module.Id)))];
        Exercises = [.. course.Observed.Select(exercise => new ExerciseProgress(exercise, enrolment.StepOf(Step.OfExercise(exercise.Id))))];
    }

    public IReadOnlyList<ModuleProgress> Modules { get; }

    /// <summary>Ids of the courses that must be completed before this one is begun.</summary>
    public IReadOnlyList<string> CoursesBefore { get; }

    /// <summary>It measures what an officer knew before: whoever has read a module can no longer take it.</summary>
    public bool WantsPretest => _course.Pretest is not null && !_pretestTaken && !Modules.Any(m => m.Read);

    public IReadOnlyList<ExerciseProgress> Exercises { get; }

    /// <summary>The exercises that a trainer has still to sign off before the course is complete.</summary>
    public IEnumerable<ExerciseProgress> ExercisesLeft => Exercises.Where(e => e.Exercise.Required && !e.SignedOff);

    public bool FinalPassed => _final?.PassedAt is not null;

    public decimal? FinalBest => _final?.BestPercent;

    public bool ModulesDone => Modules.All(m => m.Done);

    public bool EverythingDone => ModulesDone && FinalPassed && !ExercisesLeft.Any();

    /// <summary>A module counts once for reading and once for its quiz, the final and each required exercise once.</summary>
    public int StepsDone => Modules.Sum(m => (m.Read ? 1 : 0) + (m.QuizPassed ? 1 : 0)) + (FinalPassed ? 1 : 0) + Exercises.Count(e => e.Exercise.Required && e.SignedOff);

    public int StepsInAll => (2 * Modules.Count) + 1 + Exercises.Count(e => e.Exercise.Required);

    public int FinalAttemptsLeft => Math.Max(0, _course.Attempts - (_final?.Attempts ?? 0));

    /// <summary>Null when the final has not been tried.</summary>
    public DateTimeOffset? FinalOpensAt => _final?.LastAttemptAt + _course.Wait;

    /// <summary>Whether an attempt at the final waits for a trainer to mark it.</summary>
    public bool FinalWaits => _final?.WaitsSince is not null;

    /// <summary>The first that is not done; one whose quiz waits to be marked keeps nobody from the next.</summary>
    public ModuleProgress? NextModule => Modules.FirstOrDefault(m => !m.Done && !m.QuizWaits);

    /// <summary>Whether reading and taking quizzes may begin.</summary>
    public bool MayBegin => _isOpen && CoursesBefore.Count == 0;

    /// <summary>Whether an attempt may begin: at a quiz once its module is read, at the pre-test and the final when they are the next step.</summary>
    /// <param name="assessment">A module's id for its quiz, <see cref="Step.Pretest"/> or <see cref="Step.Final"/>.</param>
    public bool MayTake(string assessment, DateTimeOffset now) => MayBegin && assessment switch
    {
        Step.Pretest => Next(now) == NextStep.TakePretest,
        Step.Final => Next(now) == NextStep.TakeFinal,
        _ => Modules.Any(m => m.Module.Id == assessment && m is { Read: true, QuizWaits: false }),
    };

    /// <summary>Whether the next step is the officer's own, and may be taken.</summary>
    public bool MayGoOn(DateTimeOffset now) =>
        Next(now) is NextStep.TakePretest or NextStep.ReadModule or NextStep.TakeQuiz or NextStep.TakeFinal;

    public NextStep Next(DateTimeOffset now) => NextModule switch
    {
        _ when CoursesBefore.Count > 0 => NextStep.CompleteAnotherCourse,
        _ when WantsPretest => NextStep.TakePretest,
        { Read: false } => NextStep.ReadModule,
        not null => NextStep.TakeQuiz,
        null when FinalWaits || !ModulesDone => NextStep.WaitForMarking,
        null when FinalPassed => ExercisesLeft.Any() ? NextStep.ShowInPractice : NextStep.Nothing,
        null when FinalAttemptsLeft == 0 => NextStep.AskTrainer,
        null when now < FinalOpensAt => NextStep.WaitForFinal,
        null => NextStep.TakeFinal,
    };
}

public sealed class ModuleProgress(Module module, Step? step)
{
    public Module Module => module;

    public bool Read => step?.ReadAt is not null;

    public bool QuizPassed => step?.PassedAt is not null;

    public decimal? QuizBest => step?.BestPercent;

    /// <summary>Whether an attempt at the quiz waits for a trainer to mark it; until then no other may begin.</summary>
    public bool QuizWaits => step?.WaitsSince is not null;

    public bool Done => Read && QuizPassed;
}

public sealed class ExerciseProgress(ObservedExercise exercise, Step? step)
{
    public ObservedExercise Exercise => exercise;

    public bool SignedOff => step?.PassedAt is not null;

    /// <summary>Whether a trainer saw it before, signed off or not.</summary>
    public bool Observed => step is not null;
}
