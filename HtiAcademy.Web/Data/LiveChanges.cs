using System.Collections.Concurrent;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Data;

/// <summary>
/// Wakes those who watch a cohort when an enrolment in it was written by this process, and those who watch a draft when it
/// was. What other nodes write they find only by looking again.
/// </summary>
public sealed class LiveChanges
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _awaited = new();

    /// <summary>Ends with the next change. Ask for it before reading, or what happens between the two is missed.</summary>
    /// <param name="id">A cohort's or a draft's.</param>
    public Task NextAsync(Guid id) =>
        _awaited.GetOrAdd(id, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    internal void Tell(IEnumerable<Guid> ids)
    {
        foreach (var id in ids)
        {
            if (_awaited.TryRemove(id, out var change))
            {
                change.SetResult();
            }
        }
    }

    /// <summary>The drafts that are about to be saved, the cohorts of enrolments that are, and those that an officer is moved from.</summary>
    internal static IEnumerable<Guid> In(AcademyDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries<Enrolment>().Where(e => e.State is not EntityState.Unchanged))
        {
            yield return entry.Entity.CohortId;
            yield return entry.Property(e => e.CohortId).OriginalValue;
        }

        foreach (var entry in db.ChangeTracker.Entries<Draft>().Where(e => e.State is not EntityState.Unchanged))
        {
            yield return entry.Entity.Id;
        }
    }
}
