using HtiAcademy.Domain.Content;

namespace HtiAcademy.Domain.Learning;

public enum NextStep
{
    ReadModule,
    TakeQuiz,
    TakeFinal,

    /// <summary>The final was failed and may be tried again at <see cref="Progress.FinalOpensAt"/>.</summary>
    WaitForFinal,

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

    public Progress(Course course, Enrolment enrolment, string audience)
    {
        ArgumentNullException.ThrowIfNull(course);
        ArgumentNullException.ThrowIfNull(enrolment);
        _course = course;
        _final = enrolment.StepOf(Step.Final);
        _isOpen = enrolment.IsOpen;
        Modules = [.. course.ModulesFor(enrolment.Country, audience).Select(module => new ModuleProgress(module, enrolment.StepOf(module.Id)))];
    }

    public IReadOnlyList<ModuleProgress> Modules { get; }

    public bool FinalPassed => _final?.PassedAt is not null;

    public decimal? FinalBest => _final?.BestPercent;

    public bool ModulesDone => Modules.All(m => m.Done);

    public bool EverythingDone => ModulesDone && FinalPassed;

    /// <summary>A module counts once for reading and once for its quiz, the final once.</summary>
    public int StepsDone => Modules.Sum(m => (m.Read ? 1 : 0) + (m.QuizPassed ? 1 : 0)) + (FinalPassed ? 1 : 0);

    public int StepsInAll => (2 * Modules.Count) + 1;

    public int FinalAttemptsLeft => Math.Max(0, _course.Attempts - (_final?.Attempts ?? 0));

    /// <summary>Null when the final has not been tried.</summary>
    public DateTimeOffset? FinalOpensAt => _final?.LastAttemptAt + _course.Wait;

    public ModuleProgress? NextModule => Modules.FirstOrDefault(m => !m.Done);

    /// <summary>Whether an attempt may begin: at a quiz once its module is read, at the final when it is the next step.</summary>
    /// <param name="assessment">A module's id for its quiz, or <see cref="Step.Final"/>.</param>
    public bool MayTake(string assessment, DateTimeOffset now) => _isOpen
        && (assessment == Step.Final ? Next(now) == NextStep.TakeFinal : Modules.Any(m => m.Module.Id == assessment && m.Read));

    public NextStep Next(DateTimeOffset now) => NextModule switch
    {
        { Read: false } => NextStep.ReadModule,
        not null => NextStep.TakeQuiz,
        null when FinalPassed => NextStep.Nothing,
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

    public bool Done => Read && QuizPassed;
}
