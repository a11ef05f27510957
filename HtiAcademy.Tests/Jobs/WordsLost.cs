using System.Globalization;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Tests.Jobs;

/// <summary>Says everything but in one language, for which it fails.</summary>
internal sealed class WordsLost(string language) : IStringLocalizer<Words>
{
    public LocalizedString this[string name] => Found[name];

    public LocalizedString this[string name, params object[] arguments] => Found[name, arguments];

    private IStringLocalizer<Words> Found => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == language
        ? throw new InvalidDataException($"The words of {language} are lost.")
        : TaggedWords.Real;

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
}
