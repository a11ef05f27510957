using HtiAcademy.Domain.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Reports;

/// <summary>How a course goes in a country, now.</summary>
/// <param name="Enrolled">Enrolments, but for those withdrawn: an officer counts once for each cohort.</param>
/// <param name="Completed">Of them.</param>
/// <param name="ByMonth">Completions of the months that were asked for, by the day in the country.</param>
public sealed record LiveRow(string Country, string CourseId, int Enrolled, int Completed, IReadOnlyList<int> ByMonth)
{
    /// <summary>In percent; null when nobody is enrolled.</summary>
    public decimal? Share => Enrolled == 0 ? null : Math.Round(100m * Completed / Enrolled, 1, MidpointRounding.AwayFromZero);
}

public static class LiveFigures
{
    extension(AcademyDb db)
    {
        /// <param name="months">The first days of the months to tell of, in the order to be told.</param>
        /// <returns>By country and course.</returns>
        public async Task<IReadOnlyList<LiveRow>> LiveFiguresAsync(IReadOnlyList<DateOnly> months, CancellationToken cancellationToken)
        {
            var enrolled = await db.Enrolments
                .Where(e => e.State != EnrolmentState.Withdrawn)
                .GroupBy(e => new { e.Country, e.CourseId })
                .Select(g => new { g.Key.Country, g.Key.CourseId, Number = g.Count(), Completed = g.Count(e => e.State == EnrolmentState.Completed) })
                .ToListAsync(cancellationToken);
            // Each completion earned one certificate of the first edition, which knows the country's day.
            var first = months.Min();
            var completed = await db.Certificates
                .Where(c => c.Edition == 1 && c.Printed.CompletedOn >= first)
                .Join(db.Enrolments.Where(e => e.State == EnrolmentState.Completed), c => c.EnrolmentId, e => e.Id, (c, e) => new { e.Country, e.CourseId, c.Printed.CompletedOn.Year, c.Printed.CompletedOn.Month })
                .GroupBy(c => c)
                .Select(g => new { g.Key.Country, g.Key.CourseId, g.Key.Year, g.Key.Month, Number = g.Count() })
                .ToListAsync(cancellationToken);
            var byMonth = completed.ToDictionary(c => (c.Country, c.CourseId, c.Year, c.Month), c => c.Number);
            return
            [
                .. enrolled.OrderBy(e => e.Country, StringComparer.Ordinal).ThenBy(e => e.CourseId, StringComparer.Ordinal)
                    .Select(e => new LiveRow(e.Country, e.CourseId, e.Number, e.Completed, [.. months.Select(m => byMonth.GetValueOrDefault((e.Country, e.CourseId, m.Year, m.Month)))])),
            ];
        }
    }
}
