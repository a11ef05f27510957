namespace HtiAcademy.Domain.Learning;

/// <summary>What an officer has done of one module, or of the final.</summary>
public sealed class Step
{
    /// <summary>The step that is the course's final assessment; no module may have this id.</summary>
    public const string Final = "final";

    /// <summary>The step that is the course's pre-test; no module may have this id.</summary>
    public const string Pretest = "pretest";

    internal Step(string id) => Id = id;

    /// <summary>The id of the step that is an observed exercise; no module can have it.</summary>
    public static string OfExercise(string exercise) => $"observed/{exercise}";

    /// <summary>A module's id, <see cref="Final"/>, or that of an observed exercise.</summary>
    public string Id { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>0 to 100 with one decimal: the best of all attempts.</summary>
    public decimal? BestPercent { get; private set; }

    public DateTimeOffset? PassedAt { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset? LastAttemptAt { get; private set; }

    /// <summary>When the attempt was submitted of which a trainer has still to mark an essay; null when none waits.</summary>
    public DateTimeOffset? WaitsSince { get; private set; }

    internal void Read(DateTimeOffset now) => ReadAt ??= now;

    // The last time counts, unlike at an assessment: what somebody could do once in front of a trainer may be lost.
    internal void Observe(bool signedOff, DateTimeOffset at)
    {
        Attempts++;
        LastAttemptAt = at;
        PassedAt = signedOff ? at : null;
    }

    internal void Wait(int number, DateTimeOffset at)
    {
        Count(number, at);
        WaitsSince = at;
    }

    internal void Score(decimal percent, bool passed, int number, DateTimeOffset at)
    {
        Count(number, at);
        if (WaitsSince <= at)
        {
            // An older attempt that is marked again leaves a newer one waiting.
            WaitsSince = null;
        }

        BestPercent = Math.Max(BestPercent ?? 0, percent);
        if (passed)
        {
            PassedAt ??= at;
        }
    }

    private void Count(int number, DateTimeOffset at)
    {
        Attempts = Math.Max(Attempts, number);
        LastAttemptAt = LastAttemptAt > at ? LastAttemptAt : at;
    }
}
