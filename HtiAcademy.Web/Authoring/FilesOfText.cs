using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Matrix;

namespace HtiAcademy.Web.Authoring;

/// <summary>The files that make what officers of a locale read of one text; those that nobody has written yet among them.</summary>
/// <param name="Translation">Null in the course's own language.</param>
/// <param name="Questions">Null for the welcome text, as are the other banks.</param>
internal sealed record FilesOfText(AuthoredFile Base, AuthoredFile? Translation, AuthoredFile Own, AuthoredFile? Questions, AuthoredFile? OwnQuestions, AuthoredFile Facts)
{
    /// <param name="textId">A module's id, or <see cref="MatrixRow.Welcome"/>.</param>
    public static FilesOfText Of(Course course, string textId, Locale locale)
    {
        ArgumentNullException.ThrowIfNull(course);
        var (folder, stem) = textId == MatrixRow.Welcome ? (course.Folder, "course") : (course.Module(textId).Folder, "module");
        var isTranslated = locale.Language != course.Language;
        return new(
            File($"{folder}/{stem}.md"),
            isTranslated ? File($"{folder}/{stem}.{locale.Language}.md") : null,
            File($"{folder}/{stem}.{locale.Language}-{locale.Country}.md"),
            textId == MatrixRow.Welcome ? null : File(isTranslated ? $"{folder}/questions.{locale.Language}.gift" : $"{folder}/questions.gift"),
            textId == MatrixRow.Welcome ? null : File($"{folder}/questions.{locale.Language}-{locale.Country}.gift"),
            File($"countries/{locale.Country}.yml"));
    }

    private static AuthoredFile File(string path) => AuthoredFile.Parse(path)!;
}
