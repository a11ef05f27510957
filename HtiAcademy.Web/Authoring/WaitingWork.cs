using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Authoring;

/// <summary>A draft as a list needs it, without its text.</summary>
public sealed record ListedDraft(Guid Id, string Path, Guid AuthorId, DraftState State, DateTimeOffset ChangedAt, DateTimeOffset? SubmittedAt, DateTimeOffset? ReturnedAt)
{
    public AuthoredFile File => AuthoredFile.Parse(Path)!;

    public bool IsReturned => State == DraftState.Writing && ReturnedAt is not null;
}

/// <summary>What waits for somebody who writes and decides.</summary>
/// <param name="Mine">Their open drafts, those that were sent back first.</param>
/// <param name="ToDecide">Submitted drafts that they may publish or return, the oldest first.</param>
/// <param name="ToAnswer">Their drafts with comments that nobody answered, and how many.</param>
/// <param name="Flags">How many officers' flags wait in their countries.</param>
internal sealed record WaitingWork(IReadOnlyList<ListedDraft> Mine, IReadOnlyList<ListedDraft> ToDecide, IReadOnlyList<(ListedDraft Draft, int Comments)> ToAnswer, IReadOnlyList<(string Country, int Count)> Flags)
{
    public bool IsNothing => Mine.Count + ToDecide.Count + ToAnswer.Count + Flags.Count == 0;

    public static async Task<WaitingWork> ReadAsync(AcademyDb db, CurrentPerson person, CancellationToken cancellationToken)
    {
        var mine = await Listed(db.Drafts.Open().Where(d => d.AuthorId == person.Id)).ToListAsync(cancellationToken);
        var submitted = await Listed(db.Drafts.Where(d => d.State == DraftState.Submitted)).ToListAsync(cancellationToken);
        var alone = await db.CountriesApprovedAloneAsync(person, cancellationToken);
        var commented = await db.DraftComments.Where(c => c.Answer == null)
            .Join(db.Drafts.Where(d => d.AuthorId == person.Id && d.State != DraftState.GivenUp), c => c.DraftId, d => d.Id, (c, d) => c.DraftId)
            .GroupBy(id => id).Select(g => new { Id = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Id, g => g.Count, cancellationToken);
        var ids = commented.Keys.ToList();
        var toAnswer = await Listed(db.Drafts.Where(d => ids.Contains(d.Id))).ToListAsync(cancellationToken);
        var (everywhere, countries) = (person.Has(Roles.Administrator), person.TrainsIn.ToArray());
        var flags = await db.SectionFlags.Where(f => f.AnsweredAt == null && (everywhere || countries.Contains(f.Country)))
            .GroupBy(f => f.Country).Select(g => new { Country = g.Key, Count = g.Count() }).OrderBy(g => g.Country)
            .ToListAsync(cancellationToken);
        return new WaitingWork(
            [.. mine.OrderByDescending(d => d.IsReturned).ThenByDescending(d => d.ChangedAt)],
            [.. submitted.Where(d => person.Writer.Decides(d.File, d.AuthorId, d.File.Country is { } country && alone.Contains(country))).OrderBy(d => d.SubmittedAt)],
            [.. toAnswer.OrderBy(d => d.ChangedAt).Select(d => (d, commented[d.Id]))],
            [.. flags.Select(f => (f.Country, f.Count))]);
    }

    private static IQueryable<ListedDraft> Listed(IQueryable<Draft> drafts) =>
        drafts.Select(d => new ListedDraft(d.Id, d.Path, d.AuthorId, d.State, d.ChangedAt, d.SubmittedAt, d.ReturnedAt));
}
