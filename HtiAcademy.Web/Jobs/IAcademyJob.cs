namespace HtiAcademy.Web.Jobs;

/// <summary>
/// Work that the academy does on a timetable. It may run again at any time, by hand or after a failure, so a second run
/// must find nothing left to do.
/// </summary>
public interface IAcademyJob
{
    /// <returns>What was done, in counts, for those who look after the academy.</returns>
    Task<string> RunAsync(CancellationToken cancellationToken);
}
