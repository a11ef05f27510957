using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace HtiAcademy.Web.Access;

/// <summary>
/// Asks each minute whether the session still stands, and takes over what has changed about the person. So whoever was kept
/// out, given another role or signed out from elsewhere is out within a minute; at once, where this process did it.
/// </summary>
internal sealed class SessionValidator(Sessions sessions, EndedSessions ended, TimeProvider clock) : ISecurityStampValidator
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var person = new CurrentPerson(context.Principal!);
        if (context.Properties.IssuedUtc is { } issued && (clock.GetUtcNow() - issued).Duration() <= Interval && !ended.Contains(person))
        {
            return;
        }

        if (await sessions.GoOnAsync(person.SessionId, context.HttpContext.RequestAborted) is { } principal)
        {
            context.ReplacePrincipal(principal);
            context.ShouldRenew = true;
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
