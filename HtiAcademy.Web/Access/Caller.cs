using System.Net;
using System.Net.Sockets;
using HtiAcademy.Domain.Access;

namespace HtiAcademy.Web.Access;

/// <summary>From where, and with what, somebody asks.</summary>
public sealed class Caller(IHttpContextAccessor accessor)
{
    // The more telling first: Edge and Opera say Chrome too, and Chrome says Safari.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("Nobody asks.");

    private IPAddress? Address => Context.Address;

    /// <summary>For the audit log.</summary>
    public string From => Context.From;

    /// <summary>What tries are counted for: one household or office has a whole /64 of IPv6.</summary>
    public string Network => NetworkOf(Address);

    /// <summary>For people to recognise, without saying which device of a network it was.</summary>
    public string CoarseNetwork => Address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6 } v6 => $"{string.Join(':', v6.GetAddressBytes().Take(6).Chunk(2).Select(two => $"{(two[0] << 8) | two[1]:x}"))}:…",
        var v4 => $"{string.Join('.', v4.GetAddressBytes().Take(3))}.…",
    };

    /// <summary>Such as <c>Firefox, Windows</c>.</summary>
    public string Device => DeviceOf(Context.Request.Headers.UserAgent.ToString());

    public static string DeviceOf(string userAgent) =>
        string.Join(", ", new[] { First(Browsers, userAgent), First(Systems, userAgent) }.OfType<string>());

    public static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    private static string? First((string Sign, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(k => userAgent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}

internal static class CallerAddress
{
    extension(HttpContext context)
    {
        public IPAddress? Address => context.Connection.RemoteIpAddress switch
        {
            { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4(),
            var address => address,
        };

        /// <summary>For the audit log.</summary>
        public string From => context.Address?.ToString() ?? "";
    }
}
