using System.Threading.RateLimiting;
using HtiAcademy.Web.Access;
using Microsoft.AspNetCore.RateLimiting;

namespace HtiAcademy.Web.Layout;

/// <summary>
/// How often one network address may try what can be guessed at. It stands in the place of the framework's middleware, whose
/// timers, and all that hangs on them, outlive the academy that they were made for.
/// </summary>
internal sealed class RateLimits(ILogger<App> log) : IMiddleware, IDisposable
{
    /// <summary>
    /// A whole class behind one address signs in within minutes, so it is wide here; a single account is kept by counting guesses.
    /// </summary>
    public const string SignIn = "sign-in";

    public const string Verify = "verify";

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, string>(LimitOf);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        using var lease = await _limiter.AcquireAsync(context, permitCount: 1, context.RequestAborted);
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }

        log.LogWarning("Too many requests from {Network}: {Page}", Caller.NetworkOf(context.Address), context.PagePattern);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
    }

    public void Dispose() => _limiter.Dispose();

    private static RateLimitPartition<string> LimitOf(HttpContext context)
    {
        var isPost = HttpMethods.IsPost(context.Request.Method);
        return context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName switch
        {
            SignIn when isPost => PerAddress(context, "sign-in ", 100),
            // A name that is typed takes long to compare, so that nobody finds it by trying.
            Verify when isPost => PerAddress(context, "name ", 20),
            Verify => PerAddress(context, "verify ", 60),
            _ => RateLimitPartition.GetNoLimiter(""),
        };
    }

    private static RateLimitPartition<string> PerAddress(HttpContext context, string what, int perMinute) =>
        RateLimitPartition.GetSlidingWindowLimiter(
            what + Caller.NetworkOf(context.Address),
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
}
