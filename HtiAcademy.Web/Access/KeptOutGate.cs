using HtiAcademy.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace HtiAcademy.Web.Access;

/// <summary>Signs out whoever would write and was kept out since: the cookie is believed for a minute, the database at once.</summary>
internal sealed class KeptOutGate(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (KeptOutException) when (!context.Response.HasStarted)
        {
            await context.SignOutAsync(IdentityConstants.ApplicationScheme);
            await context.ChallengeAsync(IdentityConstants.ApplicationScheme);
        }
    }
}
