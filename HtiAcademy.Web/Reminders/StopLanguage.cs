using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Layout;
using Microsoft.AspNetCore.Localization;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Reminders;

/// <summary>Whoever comes by a link of a mail reads on in that mail's language, whatever the browser prefers.</summary>
internal static class StopLanguage
{
    public static async Task<ProviderCultureResult?> OfPersonAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(StopLinks.Start, StringComparison.Ordinal, out var token)
            || context.RequestServices.GetRequiredService<StopLinks>().Read(token.ToString().TrimStart('/')) is not { } request)
        {
            return null;
        }

        await using var db = context.RequestServices.GetRequiredService<Academy>().Open(Scope.Everything);
        var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == request.PersonId, context.RequestAborted);
        return person is null ? null : new ProviderCultureResult(Language.Culture(person.Language, person.Country).Name);
    }
}
