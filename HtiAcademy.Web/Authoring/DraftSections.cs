using System.Text;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Authoring;

/// <summary>A draft of a translation, or of a country's own sections, beside what it is made from.</summary>
public sealed class DraftSections(Academy academy, Manuscripts manuscripts, TimeProvider clock)
{
    /// <returns>Null for a draft that is made from nothing, or that cannot be read.</returns>
    public async Task<ParentText?> ReadAsync(Draft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return await manuscripts.ParentOfAsync(draft.File, cancellationToken) is { } parent
            ? ParentText.Of(new SourceDocument(draft.Path, Encoding.UTF8.GetBytes(draft.Text)), parent.Document)
            : null;
    }

    /// <summary>Puts the parent's section into the draft, for its author to tell in other words.</summary>
    /// <returns>Null when it is not the author's draft, or has no such section.</returns>
    public Task<DraftSaved?> TakeAsync(CurrentPerson author, Guid draftId, string sectionId, CancellationToken cancellationToken) =>
        ChangeAsync(author, draftId, (text, section) => text.Take(section.Id), sectionId, cancellationToken);

    /// <summary>Notes that the section is still right although the parent's has changed.</summary>
    /// <inheritdoc cref="TakeAsync"/>
    public Task<DraftSaved?> KeepAsync(CurrentPerson author, Guid draftId, string sectionId, CancellationToken cancellationToken) =>
        ChangeAsync(author, draftId, (text, section) => section.Own is null ? null : text.Compared(section.Id), sectionId, cancellationToken);

    private async Task<DraftSaved?> ChangeAsync(CurrentPerson author, Guid draftId, Func<ParentText, ParentSection, string?> change, string sectionId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(author);
        return await academy.WriteAsync(
            author.Scope,
            async db =>
            {
                var draft = await db.Drafts.FirstOrDefaultAsync(d => d.Id == draftId && d.AuthorId == author.Id, cancellationToken);
                if (draft is null || await ReadAsync(draft, cancellationToken) is not { } text || text.Sections.FirstOrDefault(s => s.Id == sectionId) is not { } section)
                {
                    return null;
                }

                // Sent twice, it is done the first time.
                var changed = change(text, section) ?? draft.Text;
                return new DraftSaved(draft, draft.Write(changed, draft.Revision, clock.GetUtcNow()));
            },
            cancellationToken);
    }
}
