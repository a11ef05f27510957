using HtiAcademy.Domain;
using HtiAcademy.Domain.Authoring;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Authoring;

internal static class Decisions
{
    extension(AcademyDb db)
    {
        /// <summary>Whether somebody may publish or return a draft; what they wrote themselves only where an administrator allows it.</summary>
        public async Task<bool> MayDecideAsync(Writer writer, Draft draft, CancellationToken cancellationToken) =>
            writer.Decides(draft.File, draft.AuthorId, draft.AuthorId == writer.Id && await db.SelfApprovals.AnyAsync(a => a.Country == draft.Country, cancellationToken));
    }
}
