using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Authoring;

internal static class Decisions
{
    extension(AcademyDb db)
    {
        /// <summary>Whether somebody may publish or return a draft; what they wrote themselves only where an administrator allows it.</summary>
        public async Task<bool> MayDecideAsync(Writer writer, Draft draft, CancellationToken cancellationToken) =>
            writer.Decides(draft.File, draft.AuthorId, draft.AuthorId == writer.Id && draft.Country is { } country && await db.ApprovesAloneAsync(country, cancellationToken));

        /// <summary>Whether a country's trainer may publish what they wrote themselves: when it is allowed, and still nobody else is there.</summary>
        public async Task<bool> ApprovesAloneAsync(string country, CancellationToken cancellationToken) =>
            await db.SelfApprovals.AnyAsync(a => a.Country == country, cancellationToken) && await db.ActiveTrainersIn(country).CountAsync(cancellationToken) == 1;

        /// <summary>Among the countries that a person trains in, those in which they are the only one and may publish their own.</summary>
        public async Task<HashSet<string>> CountriesApprovedAloneAsync(CurrentPerson person, CancellationToken cancellationToken)
        {
            var alone = new HashSet<string>(StringComparer.Ordinal);
            foreach (var country in person.TrainsIn)
            {
                if (await db.ApprovesAloneAsync(country, cancellationToken))
                {
                    alone.Add(country);
                }
            }

            return alone;
        }

        /// <summary>Who trains in a country and has joined.</summary>
        public IQueryable<Person> ActiveTrainersIn(string country) =>
            // They are colleagues, whom no trainer's scope shows.
            db.People.IgnoreQueryFilters([AcademyDb.ScopeFilter])
                .Where(p => p.DeactivatedAt == null && p.PasswordHash != null && p.Roles.HasFlag(Roles.Trainer) && p.TrainsIn.Contains(country));

        /// <summary>What people are called who write, comment and decide, whoever asks.</summary>
        public async Task<Dictionary<Guid, string>> NamesOfAsync(IEnumerable<Guid> people, CancellationToken cancellationToken)
        {
            List<Guid> ids = [.. people.Distinct()];
            return await db.People.IgnoreQueryFilters([AcademyDb.ScopeFilter]).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FullName, cancellationToken);
        }
    }
}
