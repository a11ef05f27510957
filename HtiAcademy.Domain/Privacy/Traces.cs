using System.Text;
using System.Text.RegularExpressions;
using HtiAcademy.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Privacy;

/// <summary>A report that is kept and names somebody.</summary>
/// <param name="RunId">As a <see cref="Reports.CohortReport"/> has it.</param>
public sealed record NamingReport(Guid Id, Guid RunId, string CohortName, string? AgencyName, DateOnly Week, DateTimeOffset MadeAt);

/// <summary>What is about a person though no key of the database points from it to them. For who sees everything.</summary>
public static class Traces
{
    extension(AcademyDb db)
    {
        /// <summary>The letters to the person, also at the address of an account that went into theirs.</summary>
        public async Task<List<Guid>> LettersToAsync(Person person, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(person);
            var accounts = await db.AccountsOfAsync(person.Id, cancellationToken);
            Guid[] causes =
            [
                .. accounts,
                .. await db.Invitations.Where(i => i.PersonId == person.Id).Select(i => i.Id).ToListAsync(cancellationToken),
                .. await db.Enrolments.Where(e => e.OfficerId == person.Id).Select(e => e.Id).ToListAsync(cancellationToken),
                .. await db.Attempts.Where(a => a.OfficerId == person.Id).Select(a => a.Id).ToListAsync(cancellationToken),
                .. await db.CertificateChanges.Where(c => c.AskedById == person.Id).Select(c => c.Id).ToListAsync(cancellationToken),
            ];
            var address = person.Email;
            return [.. await db.LettersByAsync(causes, cancellationToken), .. await db.Outbox.Where(m => m.ToAddress == address).Select(m => m.Id).ToListAsync(cancellationToken)];
        }

        /// <summary>The letters to others that may name the person: on changes of their certificates, and those that bring a report.</summary>
        public async Task<List<Guid>> LettersAboutAsync(Person person, IEnumerable<NamingReport> reports, CancellationToken cancellationToken) => await db.LettersByAsync(
            [.. reports.Select(r => r.Id), .. await db.CertificateChanges.Where(c => c.OfficerId == person.Id).Select(c => c.Id).ToListAsync(cancellationToken)],
            cancellationToken);

        /// <summary>The reports on cohorts that the person is in, and all others of the country that say their name.</summary>
        public async Task<List<NamingReport>> ReportsNamingAsync(Person person, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(person);
            var courses = await db.Enrolments.Where(e => e.OfficerId == person.Id).Select(e => new { e.CohortId, e.Country, e.AgencyId, e.InvitedAt }).ToListAsync(cancellationToken);
            var names = await db.Certificates.Where(c => c.OfficerId == person.Id && c.HolderSeal == null).Select(c => c.Printed.HolderName).ToListAsync(cancellationToken);
            var sought = CellOf(names.Append(person.FullName));
            var countries = courses.Select(c => c.Country).Append(person.Country).Distinct(StringComparer.Ordinal).ToList();
            var naming = new List<NamingReport>();
            var kept = db.CohortReports.Where(r => countries.Contains(r.Country)).OrderBy(r => r.MadeAt)
                .Select(r => new { r.CohortId, r.AgencyId, r.Csv, Report = new NamingReport(r.Id, r.RunId, r.CohortName, r.AgencyName, r.Week, r.MadeAt) });
            await foreach (var each in kept.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                // Whoever was moved is in the reports on the cohort that they left; whose name was corrected, in older ones by the old name.
                if (courses.Exists(c => c.CohortId == each.CohortId && (each.AgencyId ?? c.AgencyId) == c.AgencyId && c.InvitedAt <= each.Report.MadeAt)
                    || sought.IsMatch(Encoding.UTF8.GetString(each.Csv)))
                {
                    naming.Add(each.Report);
                }
            }

            return naming;
        }

        // The key of a letter says by ids, between slashes, why it is sent.
        private async Task<List<Guid>> LettersByAsync(IReadOnlyCollection<Guid> causes, CancellationToken cancellationToken)
        {
            var sought = causes.Select(id => id.ToString("N")).ToHashSet(StringComparer.Ordinal);
            var letters = await db.Outbox.Select(m => new { m.Id, m.Key }).ToListAsync(cancellationToken);
            return [.. letters.Where(m => m.Key.Split('/').Any(sought.Contains)).Select(m => m.Id)];
        }
    }

    // A short name is a part of other words too.
    private static Regex CellOf(IEnumerable<string> names) =>
        new($"(?<![^,\"\r\n])({string.Join('|', names.Select(Regex.Escape))})(?![^,\"\r\n])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
}
