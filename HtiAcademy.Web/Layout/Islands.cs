using HtiAcademy.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace HtiAcademy.Web.Layout;

/// <summary>Leaves of a page that keep a line open to the server, and that nothing of it reaches other pages.</summary>
internal static class Islands
{
    private const string Hub = "_blazor";

    /// <summary>An island only shows, so nothing large ever comes from a browser.</summary>
    private const int LargestMessage = 16 * 1024;

    public static void AddIslands(this IRazorComponentsBuilder components) => components
        .AddInteractiveServerComponents(circuit =>
        {
            circuit.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(1);
            circuit.DisconnectedCircuitMaxRetained = 50;
            circuit.MaxBufferedUnacknowledgedRenderBatches = 4;
        })
        .AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestMessage);

    /// <summary>Refuses a line that another site's page opens with the cookie of whoever is signed in here.</summary>
    public static void UseOwnOrigin(this IApplicationBuilder app) => app.UseWhen(IsForeign, foreign => foreign.Run(context =>
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }));

    public static void WithIslands(this RazorComponentsEndpointConventionBuilder components) => components
        // The academy's own policy forbids framing; theirs would take its place.
        .AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null)
        .Finally(endpoint =>
        {
            if (IsHub(endpoint))
            {
                endpoint.Metadata.Add(new AuthorizeAttribute(Policies.Trainers));
            }
            else if (!endpoint.Metadata.OfType<NeedsBlazorAttribute>().Any())
            {
                KeepStatic(endpoint);
            }
        });

    private static bool IsForeign(HttpContext context) =>
        context.Request.Path.StartsWithSegments($"/{Hub}", StringComparison.OrdinalIgnoreCase)
        && context.Request.Headers.Origin.ToString() is { Length: > 0 } origin
        && !origin.Equals($"{context.Request.Scheme}://{context.Request.Host}", StringComparison.OrdinalIgnoreCase);

    private static bool IsHub(EndpointBuilder endpoint) =>
        endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } route } && route.TrimStart('/').StartsWith(Hub, StringComparison.Ordinal);

    // Where a page might have islands, the framework writes a kilobyte of state into it. It is told that this page has none,
    // by a list that only its own code can make; with no list at all it would write more.
    private static void KeepStatic(EndpointBuilder endpoint)
    {
        for (var i = 0; i < endpoint.Metadata.Count; i++)
        {
            var type = endpoint.Metadata[i].GetType();
            if (type.Name == "ConfiguredRenderModesMetadata")
            {
                endpoint.Metadata[i] = Activator.CreateInstance(type, [Array.Empty<IComponentRenderMode>()])!;
            }
        }
    }
}
