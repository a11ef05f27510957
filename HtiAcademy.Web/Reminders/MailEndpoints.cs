using System.Globalization;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Reminders;

internal static class MailEndpoints
{
    public static void MapMail(this IEndpointRouteBuilder app)
    {
        app.MapPost("/admin/mail/{id:guid}/send-again", SendAgainAsync).RequireAuthorization(Policies.Administrators);
        app.MapPost("/admin/mail/send-all-again", SendAllAgainAsync).RequireAuthorization(Policies.Administrators);
    }

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
                    await db.AuditAsync(by.AuditName, "mail.sent-again", mail.Key, context.From, now, cancellationToken);
                }

                return mail is not null;
            },
            cancellationToken);
        return isThere ? BackToPage() : TypedResults.NotFound();
    }

    /// <summary>For when all was refused for a reason that is gone, such as a setting of the mail server.</summary>
    private static async Task<RedirectHttpResult> SendAllAgainAsync(
        IFormCollection form, HttpContext context, CurrentPerson administrator, Academy academy, TimeProvider clock, CancellationToken cancellationToken)
    {
        await academy.WriteAsync(
            administrator.Scope,
            async db =>
            {
                var now = clock.GetUtcNow();
                var again = (await db.Outbox.Undeliverable().ToListAsync(cancellationToken)).Count(mail => mail.SendAgain(now));
                if (again > 0)
                {
                    var by = await db.People.SingleAsync(p => p.Id == administrator.Id, cancellationToken);
                    await db.AuditAsync(by.AuditName, "mail.all-sent-again", again.ToString(CultureInfo.InvariantCulture), context.From, now, cancellationToken);
                }
            },
            cancellationToken);
        return BackToPage();
    }

    private static RedirectHttpResult BackToPage() => TypedResults.LocalRedirect($"/admin/mail?state={MailStates.GivenUp}&again=true");
}
