using System.Collections.Concurrent;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Data;

/// <summary>
/// Wakes those who watch a cohort when an enrolment in it was written by this process. What other nodes write they find only
/// by looking again.
/// </summary>
public sealed class CohortChanges
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _awaited = new();

    /// <summary>Ends with the next change. Ask for it before reading, or what happens between the two is missed.</summary>
    public Task NextAsync(Guid cohortId) =>
        _awaited.GetOrAdd(cohortId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    internal void Tell(IEnumerable<Guid> cohortIds)
    {
        foreach (var cohortId in cohortIds)
        {
            if (_awaited.TryRemove(cohortId, out var change))
            {
                change.SetResult();
            }
        }
    }

    /// <summary>The cohorts of enrolments that are about to be saved, and those that an officer is moved from.</summary>
    internal static IEnumerable<Guid> In(AcademyDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries<Enrolment>().Where(e => e.State is not EntityState.Unchanged))
        {
            yield return entry.Entity.CohortId;
            yield return entry.Property(e => e.CohortId).OriginalValue;
        }
    }
}
