using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Access;

/// <summary>
/// Lets people in by password. What it answers, and how long it takes, tells nobody whether an account exists or is locked.
/// </summary>
public sealed class Door(UserManager<Person> people, SignInManager<Person> signIn, Academy academy, TimeProvider clock)
{
    /// <returns>False when the account is unknown or locked, or the password wrong.</returns>
    public async Task<bool> EnterAsync(string? name, string? password)
    {
        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrEmpty(password))
        {
            return false;
        }

        var person = await people.FindByNameAsync(name.Trim());
        if (person is null or { DeactivatedAt: not null } || person.LockoutEnd > clock.GetUtcNow())
        {
            // A hash takes time wherever one is made; without this, a quick answer would tell.
            people.PasswordHasher.HashPassword(null!, password);
            return false;
        }

        if (!await people.CheckPasswordAsync(person, password))
        {
            await ChangeAsync(person.Id, p => p.MistypePassword(clock.GetUtcNow()));
            return false;
        }

        if (person.AccessFailedCount > 0 || person.LockoutEnd is not null)
        {
            await ChangeAsync(person.Id, p => p.ForgetMistypings());
        }

        await signIn.SignInAsync(person, isPersistent: false);
        return true;
    }

    // Not by Identity: of many tries at once it counts only one.
    private Task ChangeAsync(Guid id, Action<Person> change) =>
        academy.WriteAsync(Scope.Everything, async db => change(await db.People.SingleAsync(p => p.Id == id)));
}
