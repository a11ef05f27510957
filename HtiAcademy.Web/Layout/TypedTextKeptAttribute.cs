using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace HtiAcademy.Web.Layout;

/// <summary>
/// On an endpoint that takes a long text: whoever is no longer signed in gets it back with the refusal, instead of being led
/// away from it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TypedTextKeptAttribute : Attribute
{
    private const string Field = "text";

    /// <returns>What was typed; null when nothing was, or it cannot be read.</returns>
    public static async Task<string?> ReadAsync(HttpContext context)
    {
        var refused = context.Features.Get<IStatusCodeReExecuteFeature>();
        if ((refused?.Endpoint ?? context.GetEndpoint())?.Metadata.GetMetadata<TypedTextKeptAttribute>() is null)
        {
            return null;
        }

        if (refused is not null)
        {
            // Nothing is done any more by a form without its token: it is shown to whoever sent it.
            context.Features.Set<IAntiforgeryValidationFeature>(null);
        }

        try
        {
            return context.Request.HasFormContentType && (await context.Request.ReadFormAsync(context.RequestAborted))[Field].ToString() is { Length: > 0 } text ? text : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // It is too large, or was cut off on its way.
            return null;
        }
    }
}
