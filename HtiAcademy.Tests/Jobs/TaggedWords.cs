using System.Globalization;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Tests.Jobs;

/// <summary>Says each word in English with the language before it that was to be spoken: <c>[es] Rank</c>.</summary>
internal sealed class TaggedWords : IStringLocalizer<Words>
{
    /// <summary>The academy's own words.</summary>
    public static IStringLocalizer<Words> Real { get; } =
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<Words>>();

    public LocalizedString this[string name] => new(name, $"[{CultureInfo.CurrentUICulture.Name}] {name}");

    public LocalizedString this[string name, params object[] arguments] =>
        new(name, string.Format(CultureInfo.CurrentCulture, $"[{CultureInfo.CurrentUICulture.Name}] {name}", arguments));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
}
