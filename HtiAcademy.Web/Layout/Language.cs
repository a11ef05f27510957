using System.Globalization;
using HtiAcademy.Web.Access;
using Microsoft.AspNetCore.Localization;

namespace HtiAcademy.Web.Layout;

/// <summary>The languages that the academy speaks, and how a request chooses one.</summary>
public static class Language
{
    private const string Cookie = "language";

    public static readonly IReadOnlyList<string> All = ["en", "es", "fr"];

    /// <summary>Dates and numbers as in the person's country, words in their language; English when we lack it.</summary>
    public static CultureInfo Culture(string language, string country = "") =>
        CultureInfo.GetCultureInfo(All.Contains(language, StringComparer.Ordinal) ? country.Length == 0 ? language : $"{language}-{country}" : "en");

    /// <summary>Speaks <paramref name="culture"/> until disposed: for what is written to somebody else.</summary>
    public static IDisposable Speak(CultureInfo culture) => new Speaking(culture);

    internal static void Configure(RequestLocalizationOptions options)
    {
        var cultures = CultureInfo.GetCultures(CultureTypes.AllCultures).Where(c => All.Contains(c.TwoLetterISOLanguageName, StringComparer.Ordinal)).ToList();
        options.SupportedCultures = cultures;
        options.SupportedUICultures = cultures;
        options.DefaultRequestCulture = new RequestCulture("en");
        options.RequestCultureProviders =
        [
            new CustomRequestCultureProvider(OfPersonAsync),
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    }

    /// <summary>A browser takes the longer name only over HTTPS and only from this host.</summary>
    internal static string CookieOf(HttpRequest request) => request.IsHttps ? $"__Host-{Cookie}" : Cookie;

    private static Task<ProviderCultureResult?> OfPersonAsync(HttpContext context)
    {
        var person = new CurrentPerson(context.User);
        var chosen = person.IsSignedIn ? Culture(person.Locale.Language, person.Locale.Country).Name : context.Request.Cookies[CookieOf(context.Request)];
        return Task.FromResult(string.IsNullOrEmpty(chosen) ? null : new ProviderCultureResult(chosen));
    }

    private sealed class Speaking : IDisposable
    {
        private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
        private readonly CultureInfo _words = CultureInfo.CurrentUICulture;

        public Speaking(CultureInfo culture) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;

        public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _words);
    }
}
