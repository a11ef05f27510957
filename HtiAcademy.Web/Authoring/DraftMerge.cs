using System.Globalization;
using System.Text;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Authoring;

/// <summary>An author's draft beside another wording of the same file.</summary>
/// <param name="Other">Another person's draft; null when it is the published text.</param>
/// <param name="Hash">Of the published text; null when there is none.</param>
/// <param name="Common">What both were made from; null when that is not known.</param>
public sealed record DraftMerge(Draft Mine, Draft? Other, string? Hash, string Theirs, string? Common)
{
    public const string Field = "part";

    /// <summary>For files without sections: which text goes on.</summary>
    public const string Whole = "whole";

    /// <summary>For files without sections: written by hand.</summary>
    public const string ByHand = "Hand";

    /// <summary>Tells whether the other text is still the one that was shown.</summary>
    public string Seen => Other?.Revision.ToString(CultureInfo.InvariantCulture) ?? Hash ?? "";

    public bool HasParts => Mine.File.IsText;

    /// <summary>Whether there is anything that the author has not seen.</summary>
    public bool IsNeeded => Other is not null || Hash != Mine.BasedOn;

    public TextMerge Parts => new(TextPart.Of(Mine.File, Mine.Text), TextPart.Of(Mine.File, Theirs), Common is null ? [] : TextPart.Of(Mine.File, Common));

    public static string FieldOf(int index) => string.Create(CultureInfo.InvariantCulture, $"{Field}-{index}");

    /// <returns>Null when a choice is missing.</returns>
    public string? TextOf(IFormCollection form)
    {
        if (!HasParts)
        {
            return form[Whole].ToString() switch
            {
                nameof(MergeChoice.Mine) => Mine.Text,
                nameof(MergeChoice.Theirs) => Theirs,
                ByHand => form["text"].ToString(),
                _ => null,
            };
        }

        var merge = Parts;
        var choices = new Dictionary<MergedPart, MergeChoice>(ReferenceEqualityComparer.Instance);
        foreach (var (index, part) in merge.Parts.Index().Where(part => part.Item.Differs))
        {
            if (!Enum.TryParse<MergeChoice>(form[FieldOf(index)], out var choice) || !Enum.IsDefined(choice))
            {
                return null;
            }

            choices[part] = choice;
        }

        return merge.Text(part => choices[part]);
    }
}

internal static class DraftMerges
{
    extension(AcademyDb db)
    {
        /// <param name="with">Another person's open draft of the same file; null for the published text.</param>
        /// <returns>Null when one of them does not exist, or the first is not the person's own.</returns>
        public async Task<DraftMerge?> MergeOfAsync(CurrentPerson author, Guid draftId, Guid? with, Manuscripts manuscripts, CancellationToken cancellationToken)
        {
            var mine = await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == draftId && d.AuthorId == author.Id, cancellationToken);
            if (mine is not { IsOpen: true })
            {
                return null;
            }

            if (with is null)
            {
                var published = await manuscripts.FindAsync(mine.File, cancellationToken);
                return new DraftMerge(mine, null, published?.Hash, published is null ? "" : PlainText(published.Document.Bytes.Span), await db.TextAsync(mine.BasedOn, cancellationToken));
            }

            var other = await db.Drafts.AsNoTracking().Open().FirstOrDefaultAsync(d => d.Id == with && d.Path == mine.Path && d.AuthorId != author.Id, cancellationToken);
            return other is null ? null
                : new DraftMerge(mine, other, null, other.Text, other.BasedOn == mine.BasedOn ? await db.TextAsync(mine.BasedOn, cancellationToken) : null);
        }

        /// <returns>What a published file said; null when there was none.</returns>
        public async Task<string?> TextAsync(string? hash, CancellationToken cancellationToken) =>
            hash is not null && (await db.Documents.BytesAsync([hash], cancellationToken)).GetValueOrDefault(hash) is { } bytes ? PlainText(bytes) : null;
    }

    private static string PlainText(ReadOnlySpan<byte> bytes) => Draft.WithLineFeeds(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'));
}
