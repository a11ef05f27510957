using HtiAcademy.Domain;
using HtiAcademy.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Access;

/// <summary>Where wwwroot/js/passkeys.js asks what a passkey shall sign, and where its forms go.</summary>
internal static class PasskeyEndpoints
{
    public const string Root = "/account/passkeys";

    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        app.MapPost($"{Root}/ask", AskAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
        app.MapPost($"{Root}/enter", EnterAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
        app.MapPost($"{Root}/confirm", ConfirmAsync);
        app.MapPost($"{Root}/offer", OfferAsync);
        app.MapPost($"{Root}/add", AddAsync);
        app.MapPost($"{Root}/remove", RemoveAsync);
    }

    private static async Task<ContentHttpResult> AskAsync(IFormCollection form, Passkeys passkeys) => TypedResults.Text(await passkeys.AskAsync(), "application/json");

    private static async Task<RedirectHttpResult> EnterAsync(IFormCollection form, Passkeys passkeys, Sessions sessions, DoorCookies cookies, CancellationToken cancellationToken)
    {
        var wanted = LocalReturn.Of(form["returnUrl"]);
        if (await passkeys.RecogniseAsync(form["credential"], cancellationToken) is not { } person)
        {
            return TypedResults.LocalRedirect($"/account/sign-in?passkey=refused&ReturnUrl={Uri.EscapeDataString(wanted)}");
        }

        var shared = form["shared"] == "true" || cookies.Waiting?.Shared == true;
        cookies.ForgetSecondStep();
        await sessions.BeginAsync(person, shared, cancellationToken);
        return TypedResults.LocalRedirect(wanted);
    }

    private static async Task<RedirectHttpResult> ConfirmAsync(IFormCollection form, CurrentPerson me, Passkeys passkeys, Sessions sessions, CancellationToken cancellationToken)
    {
        var wanted = LocalReturn.Of(form["returnUrl"]);
        if ((await passkeys.RecogniseAsync(form["credential"], cancellationToken))?.Id != me.Id)
        {
            return TypedResults.LocalRedirect($"{Confirmation.ThenGoTo(wanted)}&passkey=refused");
        }

        await sessions.ProveAsync(me.SessionId, cancellationToken);
        return TypedResults.LocalRedirect(wanted);
    }

    private static async Task<Results<ContentHttpResult, StatusCodeHttpResult>> OfferAsync(
        IFormCollection form, CurrentPerson me, AcademyDb db, Passkeys passkeys, TimeProvider clock, CancellationToken cancellationToken) => me.MayChangeSignIn(clock)
            ? TypedResults.Text(await passkeys.OfferAsync(await db.People.SingleAsync(p => p.Id == me.Id, cancellationToken)), "application/json")
            : TypedResults.StatusCode(StatusCodes.Status409Conflict);

    private static async Task<RedirectHttpResult> AddAsync(
        IFormCollection form, CurrentPerson me, AcademyDb db, Passkeys passkeys, Sessions sessions, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!me.MayChangeSignIn(clock))
        {
            return TypedResults.LocalRedirect(Confirmation.ThenGoTo(SecurityEndpoints.Overview));
        }

        if (!await passkeys.AddAsync(me, form["name"], form["credential"], cancellationToken))
        {
            return TypedResults.LocalRedirect($"{SecurityEndpoints.Overview}?passkey=refused");
        }

        await sessions.RefreshAsync(me.SessionId, cancellationToken);
        // Without recovery codes, a lost telephone would lock its owner out.
        var recoverable = await db.RecoveryCodes.AnyAsync(c => c.PersonId == me.Id, cancellationToken);
        return TypedResults.LocalRedirect(recoverable ? $"{SecurityEndpoints.Overview}?done=added" : $"{SecurityEndpoints.Overview}/recovery-codes");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> RemoveAsync(
        IFormCollection form, CurrentPerson me, Passkeys passkeys, Sessions sessions, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!me.MayChangeSignIn(clock))
        {
            return TypedResults.LocalRedirect(Confirmation.ThenGoTo(SecurityEndpoints.Overview));
        }

        if (!await passkeys.RemoveAsync(me, form["id"], cancellationToken))
        {
            return TypedResults.NotFound();
        }

        await sessions.RefreshAsync(me.SessionId, cancellationToken);
        return TypedResults.LocalRedirect($"{SecurityEndpoints.Overview}?done=removed");
    }
}
