using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace HtiAcademy.Web.Access;

/// <summary>A few words that only the academy can write and read, kept by the browser for a while.</summary>
internal sealed class ProtectedCookie(string name, TimeSpan lasts, HttpContext context, IDataProtectionProvider protection, TimeProvider clock)
{
    private const char Between = '|';

    private readonly IDataProtector _protector = protection.CreateProtector("cookie", name);

    // A browser takes such a name only over HTTPS and only from this host.
    private string Name => context.Request.IsHttps ? $"__Host-{name}" : name;

    /// <summary>Empty when there is none, or it is too old or not ours.</summary>
    public IReadOnlyList<string> Words
    {
        get
        {
            try
            {
                var words = context.Request.Cookies[Name] is { } value ? _protector.Unprotect(value).Split(Between) : [];
                return words.Length > 0 && clock.GetUtcNow().UtcTicks - long.Parse(words[0], CultureInfo.InvariantCulture) < lasts.Ticks ? words[1..] : [];
            }
            catch (CryptographicException)
            {
                return [];
            }
        }
    }

    public void Set(params string[] words)
    {
        var text = string.Join(Between, [clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture), .. words]);
        context.Response.Cookies.Append(Name, _protector.Protect(text), Options(lasts));
    }

    public void Delete() => context.Response.Cookies.Delete(Name, Options(null));

    private CookieOptions Options(TimeSpan? age) =>
        new() { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = age };
}
