using System.Threading.RateLimiting;
using HtiAcademy.Web.Access;
using Microsoft.AspNetCore.RateLimiting;

namespace HtiAcademy.Web.Layout;

/// <summary>How often one network address may try what can be guessed at.</summary>
internal static class RateLimits
{
    /// <summary>
    /// A whole class behind one address signs in within minutes, so it is wide here; a single account is kept by counting guesses.
    /// </summary>
    public const string SignIn = "sign-in";

    public const string Verify = "verify";

    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            var context = rejected.HttpContext;
            context.RequestServices.GetRequiredService<ILogger<App>>().LogWarning("Too many requests from {Network}: {Page}", Caller.NetworkOf(context.Connection.RemoteIpAddress), context.PagePattern);
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(SignIn, context => PerAddress(context, HttpMethods.IsPost(context.Request.Method), 100));
        // A name that is typed takes long to compare, so that nobody finds it by trying.
        options.AddPolicy(Verify, context => HttpMethods.IsPost(context.Request.Method) ? PerAddress(context, limited: true, 20, "name ") : PerAddress(context, limited: true, 60));
    }

    private static RateLimitPartition<string> PerAddress(HttpContext context, bool limited, int perMinute, string what = "") => limited
        ? RateLimitPartition.GetSlidingWindowLimiter(
            what + Caller.NetworkOf(context.Connection.RemoteIpAddress),
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 })
        : RateLimitPartition.GetNoLimiter("");
}
