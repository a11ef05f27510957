using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Content;

internal static class LanguageWords
{
    /// <summary>The name of a language in which courses are written.</summary>
    public static string Language(this IStringLocalizer<Words> words, string language) => language switch
    {
        "es" => words["Spanish"],
        "fr" => words["French"],
        _ => words["English"],
    };
}
