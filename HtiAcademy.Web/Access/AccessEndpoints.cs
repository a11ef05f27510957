using HtiAcademy.Web.Data;
using HtiAcademy.Web.Layout;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Access;

internal static class AccessEndpoints
{
    public static void MapAccess(this IEndpointRouteBuilder app)
    {
        app.MapPost("/account/sign-out", SignOutAsync).AllowAnonymous();
        app.MapGet("/account/language/{language}", ChooseLanguage).AllowAnonymous();
        app.MapPost("/account/language/choose", SpeakAsync);
        app.MapSecurity();
        app.MapPasskeys();
    }

    private static async Task<RedirectHttpResult> SignOutAsync(IFormCollection form, CurrentPerson person, Sessions sessions, HttpContext context, CancellationToken cancellationToken)
    {
        await sessions.EndAsync(person.SessionId, cancellationToken);
        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        // Not even a picture of a module stays behind.
        context.Response.Headers["Clear-Site-Data"] = person.IsOnSharedComputer ? "\"cache\", \"cookies\", \"storage\"" : "\"cache\"";
        return TypedResults.LocalRedirect("/account/sign-in");
    }

    /// <summary>For who is signed in: pages, letters and certificates from now on.</summary>
    private static async Task<Results<RedirectHttpResult, NotFound>> SpeakAsync(
        IFormCollection form, CurrentPerson person, Academy academy, Sessions sessions, CancellationToken cancellationToken)
    {
        var language = form["language"].ToString();
        if (!Language.All.Contains(language, StringComparer.Ordinal))
        {
            return TypedResults.NotFound();
        }

        await academy.WriteAsync(person.Scope, async db => (await db.People.SingleAsync(p => p.Id == person.Id, cancellationToken)).Speak(language), cancellationToken);
        await sessions.RefreshAsync(person.SessionId, cancellationToken);
        return TypedResults.LocalRedirect("/account/language");
    }

    private static Results<RedirectHttpResult, NotFound> ChooseLanguage(string language, [FromQuery(Name = "ReturnUrl")] string? returnUrl, string? to, HttpContext context)
    {
        if (!Language.All.Contains(language, StringComparer.Ordinal))
        {
            return TypedResults.NotFound();
        }

        context.Response.Cookies.Append(Language.CookieOf(context.Request), language, new CookieOptions
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            MaxAge = TimeSpan.FromDays(365),
        });
        // Visitors choose on the public pages too, and stay there.
        var stays = to?.StartsWith("/verify", StringComparison.OrdinalIgnoreCase) == true && to.All(c => c is > ' ' and < '\x7f');
        return TypedResults.LocalRedirect(stays ? to! : $"/account/sign-in?ReturnUrl={Uri.EscapeDataString(returnUrl ?? "")}");
    }
}
