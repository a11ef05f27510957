namespace HtiAcademy.Domain.Content;

/// <summary>A text that is the same in every language, or has one wording for each.</summary>
public sealed class LocalText
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> _wordings;

    public LocalText(string text) => _wordings = [KeyValuePair.Create("", text)];

    /// <param name="wordings">By language; at least one, the first being shown where a language has none.</param>
    public LocalText(IReadOnlyList<KeyValuePair<string, string>> wordings) =>
        _wordings = wordings is [] ? throw new ArgumentException("A text needs a wording.", nameof(wordings)) : wordings;

    public string In(string language)
    {
        foreach (var (wordingLanguage, text) in _wordings)
        {
            if (wordingLanguage == language)
            {
                return text;
            }
        }

        return _wordings[0].Value;
    }

    public bool Speaks(string language) => _wordings.Any(wording => wording.Key == language || wording.Key.Length == 0);
}
