using HtiAcademy.Domain.Content.Courses;
using HtiAcademy.Domain.Content.Tailoring;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Domain.Content;

/// <summary>A module of a course: one sitting's reading and the quiz on it.</summary>
public sealed class Module
{
    private readonly ModuleSettings _settings;

    internal Module(string folder, ModuleSettings settings, TailoredText text, TailoredBank bank)
    {
        Folder = folder;
        _settings = settings;
        Text = text;
        Bank = bank;
    }

    public string Id => _settings.Id;

    /// <summary><c>courses/foundations/10-what-is-trafficking</c>.</summary>
    public string Folder { get; }

    public int Minutes => _settings.Minutes;

    /// <summary>How many questions a quiz draws.</summary>
    public int Draw => Quiz.Draw;

    public Assessment Quiz => _settings.Quiz;

    /// <summary>Percent.</summary>
    public int Pass => _settings.Pass;

    public IReadOnlyList<string> Countries => _settings.Countries;

    public IReadOnlyList<string> Audience => _settings.Audience;

    internal TailoredText Text { get; }

    internal TailoredBank Bank { get; }

    public string Title(Locale locale) => Text.In(locale.Language).Title;

    public IReadOnlyList<string> Objectives(Locale locale) => Text.In(locale.Language).Objectives;

    /// <summary>
    /// The bank in the language asked for, or the course's; the country's question of the same name replaces one of
    /// the bank, and one of a new name is added.
    /// </summary>
    public IReadOnlyList<Question> Questions(Locale locale) => Bank.Questions(locale);

    /// <param name="audience">Null for a reader of every audience's modules.</param>
    public bool IsFor(string country, string? audience) =>
        Countries.Contains(country, StringComparer.Ordinal) && (audience is null || Audience.Contains(audience, StringComparer.Ordinal));
}
