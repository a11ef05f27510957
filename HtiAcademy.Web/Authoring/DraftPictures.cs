using HtiAcademy.Domain.Authoring;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Authoring;

/// <summary>Pictures that a draft's author puts beside its text and into it.</summary>
public sealed class DraftPictures(Academy academy, Manuscripts manuscripts, TimeProvider clock)
{
    /// <summary>Characters that say what a picture shows.</summary>
    public const int MostShown = 200;

    /// <summary>Whether words can stand in a picture's place for who does not see it.</summary>
    public static bool Says(string? shows) =>
        shows?.Trim() is { Length: > 0 and <= MostShown } said && said.Any(char.IsLetter) && !said.Any(letter => char.IsControl(letter) || letter is '[' or ']' or '\\' or '{' or '}');

    /// <param name="shows">What <see cref="Says"/> takes.</param>
    /// <param name="sectionId">At whose end it stands; null for the end of the text.</param>
    /// <returns>Null when it is no text of the author's own.</returns>
    public Task<DraftSaved?> AddAsync(CurrentPerson author, Guid draftId, UploadedPicture picture, string shows, string? sectionId, CancellationToken cancellationToken) => academy.WriteAsync(
        author.Scope,
        async db =>
        {
            var draft = await db.Drafts.FirstOrDefaultAsync(d => d.Id == draftId && d.AuthorId == author.Id, cancellationToken);
            if (draft is null || !draft.File.IsText)
            {
                return null;
            }

            if (draft.State != DraftState.Writing)
            {
                return new DraftSaved(draft, DraftProblem.NotWriting);
            }

            var now = clock.GetUtcNow();
            var published = (await manuscripts.LatestAsync(cancellationToken)).FirstOrDefault(course => course.Folder == draft.CourseFolder);
            var image = TextPicture.Of(picture, draft.File, shows, path => published?.Find(path) is not null);
            var line = $"![{shows.Trim()}](images/{image.Path[(image.Path.LastIndexOf('/') + 1)..]})";
            var sections = AuthoredSections.Of(draft.Text);
            var text = draft.Text.Contains(line, StringComparison.Ordinal) ? draft.Text
                : sections.Wording(sectionId ?? "") is { } wording ? sections.Replace(sectionId!, $"{wording}\n\n{line}")
                : sections.Append(line);
            var problem = draft.Write(text, draft.Revision, now);
            if (problem is null)
            {
                draft.Add(image, now);
            }

            return new DraftSaved(draft, problem);
        },
        cancellationToken);
}
