using HtiAcademy.Web.Layout;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace HtiAcademy.Web.Access;

internal static class AccessEndpoints
{
    public static void MapAccess(this IEndpointRouteBuilder app)
    {
        app.MapPost("/account/sign-out", SignOutAsync).AllowAnonymous();
        app.MapGet("/account/language/{language}", ChooseLanguage).AllowAnonymous();
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

    private static Results<RedirectHttpResult, NotFound> ChooseLanguage(string language, [FromQuery(Name = "ReturnUrl")] string? returnUrl, string? to, HttpContext context)
    {
        if (!Language.All.Contains(language, StringComparer.Ordinal))
        {
            return TypedResults.NotFound();
        }

        context.Response.Cookies.Append(Language.Cookie, language, new CookieOptions
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
