using HtiAcademy.Domain.Authoring;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Authoring;

/// <summary>Reads a draft for its author as officers would get it, and holds nothing open between one reading and the next.</summary>
public sealed class DraftReader(Academy academy, AuthoredPlaces places, Manuscripts manuscripts)
{
    /// <param name="country">Of the officer; as the other two, what the file does not reach is replaced by what it does.</param>
    /// <returns>Null when it is not a draft of that person's.</returns>
    public async Task<DraftReading?> ReadAsync(CurrentPerson author, Guid draftId, string? country, string? language, string? audience, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(author);
        await using var db = academy.Open(author.Scope);
        if (await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == draftId && d.AuthorId == author.Id, cancellationToken) is not { } draft
            || await places.FindAsync(draft.Path, cancellationToken) is not { } place)
        {
            return null;
        }

        var reader = place.Readership.Choose(country, language, audience);
        return new DraftReading(place, reader, Preview.Of(draft.File, await manuscripts.WithAsync(draft, cancellationToken), reader, ReviewEndpoints.Address(draft.Id)));
    }
}

public sealed record DraftReading(AuthoredPlace Place, Reader Reader, Preview Preview);
