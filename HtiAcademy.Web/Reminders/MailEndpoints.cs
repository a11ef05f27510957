using HtiAcademy.Domain.Audit;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Reminders;

internal static class MailEndpoints
{
    public static void MapMail(this IEndpointRouteBuilder app) =>
        app.MapPost("/admin/mail/{id:guid}/send-again", SendAgainAsync).RequireAuthorization(Policies.Administrators);

    private static async Task<Results<RedirectHttpResult, NotFound>> SendAgainAsync(
        Guid id, IFormCollection form, HttpContext context, CurrentPerson administrator, Academy academy, TimeProvider clock, CancellationToken cancellationToken)
    {
        var isThere = await academy.WriteAsync(
            administrator.Scope,
            async db =>
            {
                var mail = await db.Outbox.SingleOrDefaultAsync(m => m.Id == id, cancellationToken);
                var now = clock.GetUtcNow();
                if (mail is not null && mail.SendAgain(now))
                {
                    var by = await db.People.SingleAsync(p => p.Id == administrator.Id, cancellationToken);
                    await db.AuditAsync(by.AuditName, "mail.sent-again", mail.Key, context.Connection.RemoteIpAddress?.ToString() ?? "", now, cancellationToken);
                }

                return mail is not null;
            },
            cancellationToken);
        return isThere ? TypedResults.LocalRedirect($"/admin/mail?state={MailStates.GivenUp}&again=true") : TypedResults.NotFound();
    }
}
