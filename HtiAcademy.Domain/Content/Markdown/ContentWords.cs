using System.Globalization;
using System.Resources;

namespace HtiAcademy.Domain.Content.Markdown;

/// <summary>The few words that the academy adds to an author's text, in the language of that text. Keys are the English words.</summary>
public static class ContentWords
{
    public const string Unverified = "to be confirmed – ask your prosecution service";

    private static readonly ResourceManager Words = new(typeof(ContentWords));

    public static string In(string language, string word) =>
        Words.GetString(word, CultureInfo.GetCultureInfo(language)) ?? throw new ArgumentException($"No such word: {word}", nameof(word));
}
