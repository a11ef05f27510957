using System.Globalization;
using HtiAcademy.Web.Jobs;

namespace HtiAcademy.Web.Assessments;

/// <summary>Closes and marks attempts whose time is over, so that an officer whose line failed has a result.</summary>
public sealed class OverdueAttemptsJob(Invigilator invigilator) : IAcademyJob
{
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var collected = await invigilator.CollectOverdueAsync(cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{collected} attempts closed and marked");
    }
}
