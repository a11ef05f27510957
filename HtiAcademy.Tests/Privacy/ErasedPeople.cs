using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Privacy;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Privacy;

internal static class ErasedPeople
{
    /// <summary>Erases somebody as the administrator does who was asked to.</summary>
    public static async Task EraseAsync(this AcademyApp app, Guid id) => (await app.TryToEraseAsync(id)).Should().BeNull();

    public static Task<ErasureProblem?> TryToEraseAsync(this AcademyApp app, Guid id, string? userName = null, AccountReason? reason = AccountReason.AskedFor, string by = Cast.Administrator) =>
        app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            var person = await db.People.SingleAsync(p => p.Id == id);
            return await db.EraseAsync(person, userName ?? person.UserName, reason, app.Services.GetRequiredService<Catalogue>().BankAsync, await db.People.SingleAsync(p => p.Email == by), "192.0.2.1", app.Clock.Now, CancellationToken.None);
        });
}
