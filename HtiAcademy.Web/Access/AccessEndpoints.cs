using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Layout;
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
    }

    private static async Task<RedirectHttpResult> SignOutAsync(IFormCollection form, SignInManager<Person> signIn, HttpResponse response)
    {
        await signIn.SignOutAsync();
        // Computers are shared: not even a picture of a module stays behind.
        response.Headers["Clear-Site-Data"] = "\"cache\"";
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
