using System.Collections.Concurrent;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Certificates;

/// <summary>The signed status lists of all years, each kept for a minute.</summary>
internal sealed class StatusLists(Academy academy, AcademyKeys keys, Issuer issuer, AcademyAddress address, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private const int FirstYear = 2020;

    private readonly ConcurrentDictionary<int, SignedList> _lists = new();

    /// <returns>Null for a year in which nobody can have completed a course.</returns>
    public async Task<SignedList?> OfAsync(int year, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // East of Greenwich the next year begins before UTC's.
        if (year < FirstYear || year > now.AddDays(1).Year)
        {
            return null;
        }

        if (_lists.TryGetValue(year, out var kept) && now - kept.At < Kept)
        {
            return kept;
        }

        await using var db = academy.Open(Scope.Nobody);
        var list = new StatusList(address, year, await db.Certificates.PlacesFallen(year).ToListAsync(cancellationToken));
        return _lists[year] = new SignedList(JsonWebToken.Sign(list.Claims(issuer, now), JsonWebToken.Credential, keys, issuer), list.Tag, now);
    }
}

/// <param name="Tag">Changes only when the list does.</param>
internal sealed record SignedList(string Token, string Tag, DateTimeOffset At);
