namespace HtiAcademy.Domain.Content.Text;

/// <summary>
/// Whose text a file holds: <c>module.md</c> is the base, <c>module.es.md</c> a translation, <c>module.en-UG.md</c> a
/// country's overlay.
/// </summary>
internal readonly record struct TextName(string? Language, string? Country)
{
    public bool IsBase => Language is null;

    public bool IsOverlay => Country is not null;

    public bool IsTranslation => Language is not null && Country is null;

    /// <returns>Null when the file name does not begin and end so, or its middle is no <c>language</c> or <c>language-COUNTRY</c>.</returns>
    public static TextName? Parse(string fileName, string stem, string extension)
    {
        if (fileName == stem + extension)
        {
            return new TextName(null, null);
        }

        if (!fileName.StartsWith(stem + ".", StringComparison.Ordinal)
            || !fileName.EndsWith(extension, StringComparison.Ordinal)
            || fileName.Length <= stem.Length + 1 + extension.Length)
        {
            return null;
        }

        return fileName[(stem.Length + 1)..^extension.Length].Split('-') switch
        {
            [var language] when IsLanguage(language) => new TextName(language, null),
            [var language, var country] when IsLanguage(language) && country.All(char.IsAsciiLetterUpper) && country.Length == 2 => new TextName(language, country),
            _ => null,
        };
    }

    private static bool IsLanguage(string word) => word.Length is 2 or 3 && word.All(char.IsAsciiLetterLower);
}
