using System.Globalization;
using HtiAcademy.Domain.Jobs;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Jobs;

/// <summary>What administrators read of jobs and mail.</summary>
internal static class JobWords
{
    public static string Say(IStringLocalizer<Words> words, JobOutcome outcome) => outcome switch
    {
        JobOutcome.Running => words["Running"],
        JobOutcome.Succeeded => words["Succeeded"],
        _ => words["Failed"],
    };

    public static string Time(IStringLocalizer<Words> words, DateTimeOffset time) => words["{0} UTC", time.ToString("d MMM yyyy HH:mm:ss", CultureInfo.CurrentCulture)];
}
