using Microsoft.AspNetCore.Authorization;

namespace HtiAcademy.Web.Access;

/// <summary>Who must have a second factor and has none comes to the pages for adding one, and to no other.</summary>
internal sealed class SecondFactorGate(RequestDelegate next)
{
    private static readonly PathString[] Open = [SecurityEndpoints.Overview, PasskeyEndpoints.Root, Confirmation.Address];

    public Task InvokeAsync(HttpContext context)
    {
        if (!new CurrentPerson(context.User).LacksSecondFactor || IsOpen(context))
        {
            return next(context);
        }

        context.Response.Redirect(SecurityEndpoints.Overview);
        return Task.CompletedTask;
    }

    // What needs no sign-in is open anyway: the person has no more rights there than anybody.
    private static bool IsOpen(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null || Array.Exists(Open, path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}
