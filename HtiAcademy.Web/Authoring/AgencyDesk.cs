using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Authoring;

/// <summary>What a partner says of drafts that their agency was asked to read. Of others there are none for them: null.</summary>
public sealed class AgencyDesk(Academy academy, TimeProvider clock)
{
    public Task<ReviewOutcome?> CommentAsync(CurrentPerson partner, Guid readingId, IReadOnlyList<SectionComment> comments, CancellationToken cancellationToken) => OfOwnAsync(
        partner,
        readingId,
        async (db, draft, _) =>
            !draft.IsOpen ? ReviewProblem.NotOpen
            : comments.Count == 0 ? ReviewProblem.NoComment
            : await db.AddCommentsAsync(draft, comments, partner, clock.GetUtcNow(), cancellationToken) ? null : ReviewProblem.CommentText,
        cancellationToken);

    /// <summary>Says that it is right for the country.</summary>
    /// <param name="revision">Of the draft, that was read.</param>
    public Task<ReviewOutcome?> ApproveAsync(CurrentPerson partner, Guid readingId, int revision, string from, CancellationToken cancellationToken) => OfOwnAsync(
        partner,
        readingId,
        async (db, draft, reading) =>
        {
            if (!draft.IsOpen || !draft.SaysWhatItDidAt(revision))
            {
                return draft.IsOpen ? ReviewProblem.ReadEarlier : ReviewProblem.NotOpen;
            }

            if (reading.ApprovedRevision is not { } earlier || !draft.SaysWhatItDidAt(earlier))
            {
                reading.Approve(await db.People.SingleAsync(p => p.Id == partner.Id, cancellationToken), draft.Revision, clock.GetUtcNow());
                await db.ActAsync(partner, "draft.approved-by-agency", $"draft {draft.Id}: {draft.Path}", from, clock.GetUtcNow(), cancellationToken);
            }

            return null;
        },
        cancellationToken);

    private Task<ReviewOutcome?> OfOwnAsync(CurrentPerson partner, Guid readingId, Func<AcademyDb, Draft, AgencyReading, Task<ReviewProblem?>> act, CancellationToken cancellationToken) => academy.WriteAsync(
        partner.Scope,
        async db => await db.ReadingOfAsync(partner, readingId, cancellationToken) is { } reading && await db.Drafts.SingleAsync(d => d.Id == reading.DraftId, cancellationToken) is var draft
            ? new ReviewOutcome(draft, await act(db, draft, reading))
            : null,
        cancellationToken);
}

internal static class AgencyReadings
{
    extension(AcademyDb db)
    {
        /// <returns>Null when the partner's own agency was not asked.</returns>
        public Task<AgencyReading?> ReadingOfAsync(CurrentPerson partner, Guid readingId, CancellationToken cancellationToken) =>
            db.ReadingsOf(partner).FirstOrDefaultAsync(r => r.Id == readingId, cancellationToken);

        /// <summary>Who trains too sees more of them, but not as an agency's, and says nothing of what they wrote themselves.</summary>
        public IQueryable<AgencyReading> ReadingsOf(CurrentPerson partner)
        {
            var agency = partner.Roles.HasFlag(Roles.Partner) ? partner.AgencyId : null;
            return db.AgencyReadings.Where(r => r.AgencyId == agency && db.Drafts.Any(d => d.Id == r.DraftId && d.AuthorId != partner.Id));
        }

        /// <summary>Those that can be asked to read a draft: all of its country.</summary>
        public IQueryable<Agency> AgenciesOf(Draft draft)
        {
            var country = draft.Country;
            return db.Agencies.IgnoreQueryFilters([AcademyDb.ScopeFilter]).Where(a => a.Country == country);
        }
    }
}
