using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Personnel;

/// <summary>What is done to one account, in one transaction.</summary>
/// <param name="By">As they are now, whatever their cookie says.</param>
internal sealed record Act(AcademyDb Db, Person By, string From, DateTimeOffset Now, CancellationToken Cancelled);

/// <summary>Where accounts are managed: everything that is done there is done as who asks, within what they may see.</summary>
public sealed class PeopleDesk(Academy academy, CurrentPerson current, IHttpContextAccessor accessor, TimeProvider clock)
{
    internal Task<T> DoAsync<T>(Func<Act, Task<T>> work)
    {
        var context = accessor.HttpContext!;
        var cancelled = context.RequestAborted;
        return academy.WriteAsync(
            current.Scope,
            async db =>
            {
                var by = await db.People.SingleAsync(p => p.Id == current.Id, cancelled);
                return await work(new Act(db, by, context.From, clock.GetUtcNow(), cancelled));
            },
            cancelled);
    }

    /// <returns>Null when whoever asks does not manage the person.</returns>
    internal Task<IReadOnlyList<PersonProblem>?> DoToAsync(Guid id, Func<Act, Person, Task<IReadOnlyList<PersonProblem>?>> work) => DoAsync(async act =>
        await act.Db.FindManagedAsync(id, act.By, act.Cancelled) is { } person ? await work(act, person) : null);
}
