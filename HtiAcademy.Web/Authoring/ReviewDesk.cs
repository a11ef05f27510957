using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Authoring;

/// <summary>What becomes of a draft between its author and whoever decides. For who is neither of them there is none: null.</summary>
public sealed class ReviewDesk(Academy academy, Manuscripts manuscripts, TimeProvider clock)
{
    /// <param name="revision">That the author has before them.</param>
    public async Task<ReviewOutcome?> SubmitAsync(CurrentPerson author, Guid draftId, int revision, string from, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(author);
        Draft? written;
        await using (var db = academy.Open(author.Scope))
        {
            written = await OwnAsync(db, author, draftId, cancellationToken);
        }

        if (written is null || !author.Writer.Writes(written.File))
        {
            return null;
        }

        // Read before the transaction, in which nobody else could write; the revision says whether it still holds.
        var problem = await ProblemAsync(written, cancellationToken);
        return await OfOwnAsync(author, draftId, async (db, draft) =>
        {
            // Sent twice over a bad line, it was done the first time.
            var isDone = draft.State == DraftState.Submitted && draft.Revision == revision + 1;
            var refused = isDone ? null
                : draft.State != DraftState.Writing ? ReviewProblem.NotWriting
                : draft.Revision != revision || written.Revision != revision ? ReviewProblem.ReadEarlier
                : problem;
            if (refused is null && !isDone)
            {
                draft.Submit(clock.GetUtcNow());
                await NoteAsync(db, author, "draft.submitted", draft, from, cancellationToken);
            }

            return refused;
        }, cancellationToken);
    }

    public Task<ReviewOutcome?> TakeBackAsync(CurrentPerson author, Guid draftId, string from, CancellationToken cancellationToken) => OfOwnAsync(
        author,
        draftId,
        async (db, draft) =>
        {
            if (draft.State == DraftState.Submitted)
            {
                draft.TakeBack(clock.GetUtcNow());
                await NoteAsync(db, author, "draft.taken-back", draft, from, cancellationToken);
            }

            return draft.State == DraftState.Writing ? null : ReviewProblem.NotOpen;
        },
        cancellationToken);

    public Task<ReviewOutcome?> GiveUpAsync(CurrentPerson author, Guid draftId, string from, CancellationToken cancellationToken) => OfOwnAsync(
        author,
        draftId,
        async (db, draft) =>
        {
            if (draft.IsOpen)
            {
                draft.GiveUp(clock.GetUtcNow());
                await NoteAsync(db, author, "draft.given-up", draft, from, cancellationToken);
            }

            return draft.State == DraftState.GivenUp ? null : ReviewProblem.NotOpen;
        },
        cancellationToken);

    /// <summary>Asks an agency of the draft's country to read it.</summary>
    public Task<ReviewOutcome?> AskAsync(CurrentPerson author, Guid draftId, Guid? agencyId, string from, CancellationToken cancellationToken) => OfOwnAsync(
        author,
        draftId,
        async (db, draft) =>
        {
            if (!draft.IsOpen)
            {
                return ReviewProblem.NotOpen;
            }

            // Who leads writes for countries whose agencies their scope does not show.
            if (!draft.File.IsText || !author.Writer.Writes(draft.File)
                || await db.AgenciesOf(draft).FirstOrDefaultAsync(a => a.Id == agencyId, cancellationToken) is not { } agency)
            {
                return ReviewProblem.Agency;
            }

            if (!await db.AgencyReadings.AnyAsync(r => r.DraftId == draftId && r.AgencyId == agency.Id, cancellationToken))
            {
                var person = await db.People.SingleAsync(p => p.Id == author.Id, cancellationToken);
                db.Add(new AgencyReading(draft, agency, person, clock.GetUtcNow()));
                await NoteAsync(db, author, "draft.agency-asked", draft, from, cancellationToken);
            }

            return null;
        },
        cancellationToken);

    /// <summary>Tells whoever commented what became of it.</summary>
    public Task<ReviewOutcome?> AnswerAsync(CurrentPerson author, Guid draftId, Guid commentId, string answer, CancellationToken cancellationToken) => academy.WriteAsync(
        author.Scope,
        async db =>
        {
            if (await OwnAsync(db, author, draftId, cancellationToken) is not { } draft
                || await db.DraftComments.FirstOrDefaultAsync(c => c.Id == commentId && c.DraftId == draftId, cancellationToken) is not { } comment)
            {
                return null;
            }

            if (!DraftComment.IsText(answer))
            {
                return new ReviewOutcome(draft, ReviewProblem.AnswerText);
            }

            comment.Reply(answer, clock.GetUtcNow());
            return new ReviewOutcome(draft, null);
        },
        cancellationToken);

    public Task<ReviewOutcome?> CommentAsync(CurrentPerson reader, Guid draftId, IReadOnlyList<SectionComment> comments, CancellationToken cancellationToken) => OfOthersAsync(
        reader,
        draftId,
        async (db, draft) =>
            !draft.IsOpen ? ReviewProblem.NotOpen
            : comments.Count == 0 ? ReviewProblem.NoComment
            : await db.AddCommentsAsync(draft, comments, reader, clock.GetUtcNow(), cancellationToken) ? null : ReviewProblem.CommentText,
        cancellationToken);

    /// <summary>Sends it back to its author, who is told what to change.</summary>
    /// <param name="revision">That was read.</param>
    public Task<ReviewOutcome?> ReturnAsync(CurrentPerson by, Guid draftId, int revision, IReadOnlyList<SectionComment> comments, string from, CancellationToken cancellationToken) => OfOthersAsync(
        by,
        draftId,
        async (db, draft) =>
        {
            if (draft.State == DraftState.Writing && draft.ReturnedAt is not null && draft.Revision == revision + 1)
            {
                // Sent twice over a bad line, it was done the first time.
                return null;
            }

            var problem = draft.State != DraftState.Submitted ? ReviewProblem.NotSubmitted
                : draft.Revision != revision ? ReviewProblem.ReadEarlier
                : !await db.AddCommentsAsync(draft, comments, by, clock.GetUtcNow(), cancellationToken) ? ReviewProblem.CommentText
                : comments.Count == 0 && !await db.DraftComments.AnyAsync(c => c.DraftId == draftId && c.Answer == null, cancellationToken) ? ReviewProblem.NoComment
                : (ReviewProblem?)null;
            if (problem is null)
            {
                draft.Return(await db.People.SingleAsync(p => p.Id == by.Id, cancellationToken), clock.GetUtcNow());
                await NoteAsync(db, by, "draft.returned", draft, from, cancellationToken);
            }

            return problem;
        },
        cancellationToken);

    /// <summary>Whether there is something to read, that can be put where it belongs.</summary>
    private async Task<ReviewProblem?> ProblemAsync(Draft draft, CancellationToken cancellationToken)
    {
        var published = await manuscripts.FindAsync(draft.File, cancellationToken);
        var courses = await manuscripts.WithAsync(draft, cancellationToken);
        return published?.Hash != draft.BasedOn ? ReviewProblem.PublishedSince
            : draft.Images.Count == 0 && draft.Says(published?.Text ?? "") ? ReviewProblem.NothingNew
            : courses.Count == 0 || DraftFindings.Of(draft, courses).HasOwnErrors ? ReviewProblem.HasErrors
            : null;
    }

    private static Task<Draft?> OwnAsync(AcademyDb db, CurrentPerson author, Guid draftId, CancellationToken cancellationToken) =>
        db.Drafts.FirstOrDefaultAsync(d => d.Id == draftId && d.AuthorId == author.Id, cancellationToken);

    /// <param name="act">Changes the draft and returns null, or returns why not and changes nothing.</param>
    private Task<ReviewOutcome?> OfOwnAsync(CurrentPerson author, Guid draftId, Func<AcademyDb, Draft, Task<ReviewProblem?>> act, CancellationToken cancellationToken) => academy.WriteAsync(
        author.Scope,
        async db => await OwnAsync(db, author, draftId, cancellationToken) is { } draft ? new ReviewOutcome(draft, await act(db, draft)) : null,
        cancellationToken);

    /// <param name="act">Changes the draft and returns null, or returns why not and changes nothing.</param>
    private Task<ReviewOutcome?> OfOthersAsync(CurrentPerson by, Guid draftId, Func<AcademyDb, Draft, Task<ReviewProblem?>> act, CancellationToken cancellationToken) => academy.WriteAsync(
        by.Scope,
        async db =>
        {
            var draft = await db.Drafts.FirstOrDefaultAsync(d => d.Id == draftId && d.AuthorId != by.Id, cancellationToken);
            return draft is not null && await db.MayDecideAsync(by.Writer, draft, cancellationToken) ? new ReviewOutcome(draft, await act(db, draft)) : null;
        },
        cancellationToken);

    private Task NoteAsync(AcademyDb db, CurrentPerson by, string what, Draft draft, string from, CancellationToken cancellationToken) =>
        db.ActAsync(by, what, $"draft {draft.Id}: {draft.Path}", from, clock.GetUtcNow(), cancellationToken);
}
