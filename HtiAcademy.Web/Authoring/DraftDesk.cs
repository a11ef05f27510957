using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Authoring;

/// <summary>What an author does with drafts of their own.</summary>
public sealed class DraftDesk(Academy academy, Manuscripts manuscripts, TimeProvider clock)
{
    /// <summary>The author's open draft of a file, begun now when there is none.</summary>
    /// <param name="begin">What a new draft begins with; null for the published text, or for what a new file begins with.</param>
    /// <returns>Null for a file that is not theirs to write.</returns>
    public async Task<Draft?> OpenAsync(CurrentPerson author, AuthoredFile file, string? begin, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(author);
        if (!author.Writer.Writes(file))
        {
            return null;
        }

        var published = await manuscripts.FindAsync(file, cancellationToken);
        var text = begin ?? published?.Text ?? NewText.Of(file, (await manuscripts.ParentOfAsync(file, cancellationToken))?.Text);
        return await academy.WriteAsync(
            author.Scope,
            async db =>
            {
                if (await db.Drafts.OpenOf(author.Id, file.Path).FirstOrDefaultAsync(cancellationToken) is { } open)
                {
                    return open;
                }

                var person = await db.People.SingleAsync(p => p.Id == author.Id, cancellationToken);
                var draft = new Draft(file, person, published?.Hash, text, clock.GetUtcNow());
                db.Add(draft);
                return draft;
            },
            cancellationToken);
    }

    /// <returns>Null when it is not the author's.</returns>
    public Task<DraftSaved?> SaveAsync(CurrentPerson author, Guid draftId, string text, int revision, CancellationToken cancellationToken) =>
        ChangeAsync(author, draftId, draft => draft.Write(text, revision, clock.GetUtcNow()), cancellationToken);

    /// <summary>Goes on from what is published now.</summary>
    /// <inheritdoc cref="SaveAsync"/>
    public async Task<DraftSaved?> MergeAsync(CurrentPerson author, Guid draftId, string text, string? basedOn, int revision, CancellationToken cancellationToken) =>
        await ChangeAsync(author, draftId, draft => draft.Merge(text, basedOn, revision, clock.GetUtcNow()), cancellationToken);

    private Task<DraftSaved?> ChangeAsync(CurrentPerson author, Guid draftId, Func<Draft, DraftProblem?> change, CancellationToken cancellationToken) => academy.WriteAsync(
        author.Scope,
        async db =>
        {
            var draft = await db.Drafts.FirstOrDefaultAsync(d => d.Id == draftId && d.AuthorId == author.Id, cancellationToken);
            return draft is null ? null : new DraftSaved(draft, change(draft));
        },
        cancellationToken);
}

/// <param name="Problem">Why nothing was saved; null when it was.</param>
public sealed record DraftSaved(Draft Draft, DraftProblem? Problem);
