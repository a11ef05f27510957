using HtiAcademy.Domain.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Reports;

/// <summary>A quarter of a country: what its units did, beside how many officers completed a course. Neither explains the other.</summary>
/// <param name="Completed">Courses completed in the quarter, by the country's calendar.</param>
/// <param name="Units">How many recorded their cases: while it is 0 nothing is known of any.</param>
public sealed record CountryQuarter(Quarter Quarter, int Completed, int Units, int Investigations, int Prosecutions, int Convictions, int VictimsAssisted);

public static class CountryResults
{
    extension(AcademyDb db)
    {
        /// <returns>Every quarter from the first of which there is anything to tell to <paramref name="current"/>, the newest first.</returns>
        public async Task<IReadOnlyList<CountryQuarter>> ResultsOfAsync(string country, Quarter current, CancellationToken cancellationToken)
        {
            var counts = await db.CaseCounts.AsNoTracking().Where(c => c.Country == country).ToListAsync(cancellationToken);
            var completed = await db.CompletionsAsync(country, cancellationToken);
            var quarters = new List<CountryQuarter>();
            var first = counts.Select(c => c.Quarter).Concat(completed.Select(c => c.Quarter)).DefaultIfEmpty(current).Min();
            for (var quarter = current; quarter >= first; quarter = quarter.Before())
            {
                var of = counts.FindAll(c => c.Quarter == quarter);
                quarters.Add(new CountryQuarter(
                    quarter,
                    completed.Where(c => c.Quarter == quarter).Sum(c => c.Number),
                    of.Count,
                    of.Sum(c => c.Investigations),
                    of.Sum(c => c.Prosecutions),
                    of.Sum(c => c.Convictions),
                    of.Sum(c => c.VictimsAssisted)));
            }

            return quarters;
        }

        // Each completion earned one certificate of the first edition, which knows the country's day.
        private async Task<List<(Quarter Quarter, int Number)>> CompletionsAsync(string country, CancellationToken cancellationToken)
        {
            var months = await db.Certificates
                .Where(c => c.Country == country && c.Edition == 1 && db.Enrolments.Any(e => e.Id == c.EnrolmentId && e.State == EnrolmentState.Completed))
                .GroupBy(c => new { c.Printed.CompletedOn.Year, c.Printed.CompletedOn.Month })
                .Select(g => new { g.Key.Year, g.Key.Month, Number = g.Count() })
                .ToListAsync(cancellationToken);
            return months.ConvertAll(m => (Quarter.Of(new DateOnly(m.Year, m.Month, 1)), m.Number));
        }
    }
}
