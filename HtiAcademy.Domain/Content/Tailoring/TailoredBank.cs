using HtiAcademy.Domain.Content.Text;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Domain.Content.Tailoring;

/// <summary>One file of questions.</summary>
internal sealed record BankFile(TextName Name, string Path, IReadOnlyList<Question> Questions);

/// <summary>A module's question bank in the course's language, with its translations and its countries' own questions.</summary>
internal sealed class TailoredBank(string courseLanguage, IReadOnlyDictionary<TextName, BankFile> files)
{
    private static readonly TextName BaseName = new(null, null);

    public IEnumerable<BankFile> All => files.Values;

    public BankFile? Base => files.GetValueOrDefault(BaseName);

    public IEnumerable<string> LanguagesWritten =>
        files.Keys.Where(name => name.IsTranslation).Select(name => name.Language!).Prepend(courseLanguage);

    public bool IsTranslated(string language) => files.ContainsKey(new TextName(language, null));

    /// <summary>In the base's order; a question of the same name replaces, a country's new name is added.</summary>
    public IReadOnlyList<Question> Questions(Locale locale)
    {
        var language = IsTranslated(locale.Language) ? locale.Language : courseLanguage;
        var questions = new OrderedDictionary<string, Question>(StringComparer.Ordinal);
        TextName[] layers = [BaseName, new(language, null), new(language, locale.Country)];
        foreach (var question in layers.Where(files.ContainsKey).SelectMany(layer => files[layer].Questions))
        {
            questions[question.Name] = question;
        }

        return [.. questions.Values];
    }
}
