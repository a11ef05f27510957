namespace HtiAcademy.Web.Rolls;

public enum RollUploadProblem
{
    Empty,
    TooLarge,
    Workbook,

    /// <summary>Has no column of names, or none by which the officers sign in.</summary>
    Columns,
    TooManyLines,

    /// <summary>What travelled with the form is too old or altered.</summary>
    TooOld,
}

/// <summary>What the page shows after a roll was sent.</summary>
/// <param name="Carried">The roll, to be sent once more; null when nothing more can be done with it.</param>
/// <param name="ResultCarried">The lines of the file that tells what becomes of each.</param>
public sealed record RollView(RollUploadProblem? Problem = null, RollReading? Reading = null, RollPlan? Plan = null, string? Carried = null, string? ResultCarried = null, bool Done = false, bool Changed = false);
