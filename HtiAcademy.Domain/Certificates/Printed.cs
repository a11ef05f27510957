using System.Globalization;

namespace HtiAcademy.Domain.Certificates;

/// <summary>What is printed on the paper, kept as it was when issued whatever changes later.</summary>
/// <param name="CompletedOn">In the country's time zone.</param>
/// <param name="ScoreBand">Such as <c>80–89 %</c>.</param>
/// <param name="CourseVersion">The number of the version that was taught.</param>
/// <param name="Trainers">Their names, one a line.</param>
/// <param name="Modules">One a line: its minutes, a tab, its title.</param>
/// <param name="Practised">What a trainer saw the officer do, one a line.</param>
/// <param name="EmblemId">The agency's <see cref="Emblem"/> of that day.</param>
/// <param name="Replaces">The number of the certificate that this one corrects.</param>
/// <param name="Renews">The number of the certificate that this one renews.</param>
public sealed record Printed(
    string HolderName,
    string? Rank,
    string? AgencyName,
    string CountryName,
    string CourseTitle,
    int CourseVersion,
    decimal Hours,
    DateOnly CompletedOn,
    DateOnly? ValidUntil,
    string ScoreBand,
    string Trainers,
    string Language,
    string Modules = "",
    string Practised = "",
    string? EmblemId = null,
    string? Replaces = null,
    string? Renews = null)
{
    public IReadOnlyList<PrintedModule> ModuleList() =>
        [.. Modules.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t', 2)).Select(parts => new PrintedModule(parts[1], int.Parse(parts[0], CultureInfo.InvariantCulture)))];
}

public sealed record PrintedModule(string Title, int Minutes);
