using Microsoft.Extensions.Primitives;

namespace HtiAcademy.Web.Layout;

/// <summary>
/// Headers that every response carries. Nothing inline, nothing foreign, no framing; an endpoint that needs another rule sets
/// that header itself.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private static readonly KeyValuePair<string, StringValues>[] Headers =
    [
        new("Content-Security-Policy", "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"),
        new("X-Content-Type-Options", "nosniff"),
        // Even the address of a page tells who is trained on what: it stays here.
        new("Referrer-Policy", "same-origin"),
        new("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    public Task InvokeAsync(HttpContext context)
    {
        // Only now: an error page begins by clearing what was set before.
        context.Response.OnStarting(static state =>
        {
            var response = (HttpResponse)state;
            if (response.ContentType is { } type && (type.StartsWith("text/", StringComparison.Ordinal) || type == "image/svg+xml") && !type.Contains("charset", StringComparison.Ordinal))
            {
                response.ContentType = $"{type}; charset=utf-8";
            }

            foreach (var header in Headers)
            {
                response.Headers.TryAdd(header.Key, header.Value);
            }

            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    }
}
