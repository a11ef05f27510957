using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace HtiAcademy.Web.Layout;

/// <summary>How often one network address may try what can be guessed at.</summary>
internal static class RateLimits
{
    /// <summary>
    /// A whole class behind one address signs in within minutes, so it is wide here; a single account is kept by lock-out.
    /// </summary>
    public const string SignIn = "sign-in";

    public const string Verify = "verify";

    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(SignIn, context => PerAddress(context, HttpMethods.IsPost(context.Request.Method), 100));
        options.AddPolicy(Verify, context => PerAddress(context, limited: true, 60));
    }

    // One household or office has a whole /64 of IPv6.
    private static string Network(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    private static RateLimitPartition<string> PerAddress(HttpContext context, bool limited, int perMinute) => limited
        ? RateLimitPartition.GetSlidingWindowLimiter(
            Network(context.Connection.RemoteIpAddress),
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 })
        : RateLimitPartition.GetNoLimiter("");
}
