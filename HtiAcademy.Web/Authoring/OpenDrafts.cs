using HtiAcademy.Domain;
using HtiAcademy.Domain.Authoring;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Authoring;

/// <summary>What somebody else writes of a file.</summary>
/// <param name="Author">Their name.</param>
internal sealed record OpenDraft(Guid Id, string Author, DateTimeOffset StartedAt, bool IsSubmitted);

internal static class OpenDrafts
{
    extension(AcademyDb db)
    {
        /// <summary>The drafts of a file that others have not finished. Trainers see each other's, wherever they train.</summary>
        public Task<List<OpenDraft>> OpenDraftsOfOthersAsync(Guid me, string path, CancellationToken cancellationToken) =>
            db.Drafts.IgnoreQueryFilters([AcademyDb.ScopeFilter]).AsNoTracking().Open().Where(d => d.Path == path && d.AuthorId != me)
                .OrderBy(d => d.StartedAt)
                .Join(db.People, d => d.AuthorId, p => p.Id, (d, p) => new OpenDraft(d.Id, p.FullName, d.StartedAt, d.State == DraftState.Submitted))
                .ToListAsync(cancellationToken);
    }
}
