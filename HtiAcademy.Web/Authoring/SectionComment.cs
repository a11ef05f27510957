using HtiAcademy.Domain;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Authoring;

/// <summary>What a form says of one section.</summary>
/// <param name="SectionId">Null for the text as a whole.</param>
public sealed record SectionComment(string? SectionId, string Text)
{
    /// <summary>Before a section's id, or alone for the whole text.</summary>
    public const string Field = "comment";

    public static string FieldOf(string? sectionId) => sectionId is null ? Field : $"{Field}-{sectionId}";

    /// <summary>Those in which something was typed.</summary>
    public static IReadOnlyList<SectionComment> Read(IFormCollection form) =>
    [
        .. form.Where(field => field.Key == Field || field.Key.StartsWith($"{Field}-", StringComparison.Ordinal))
            .Select(field => new SectionComment(field.Key == Field ? null : field.Key[(Field.Length + 1)..], field.Value.ToString()))
            .Where(comment => !string.IsNullOrWhiteSpace(comment.Text)),
    ];
}

internal static class SectionComments
{
    private const int LongestSectionId = 100;

    extension(AcademyDb db)
    {
        /// <summary>Adds what was not said before.</summary>
        /// <returns>False when one is too long, and nothing is added.</returns>
        public async Task<bool> AddCommentsAsync(Draft draft, IReadOnlyList<SectionComment> comments, CurrentPerson by, DateTimeOffset now, CancellationToken cancellationToken)
        {
            if (comments.Any(comment => !DraftComment.IsText(comment.Text) || comment.SectionId?.Length > LongestSectionId))
            {
                return false;
            }

            var person = await db.People.SingleAsync(p => p.Id == by.Id, cancellationToken);
            var said = await db.DraftComments.Where(c => c.DraftId == draft.Id && c.ById == by.Id && c.Answer == null).ToListAsync(cancellationToken);
            db.AddRange(comments
                .Select(comment => new DraftComment(draft, comment.SectionId, comment.Text, person, now))
                .Where(comment => !said.Exists(earlier => earlier.SectionId == comment.SectionId && earlier.Text == comment.Text)));
            return true;
        }
    }
}
