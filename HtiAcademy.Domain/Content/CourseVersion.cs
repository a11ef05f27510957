using System.Security.Cryptography;
using System.Text;
using HtiAcademy.Domain.Authoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Content;

/// <summary>
/// What a course said at one publication, its country files included. Never changes, so that every node serves the
/// same text and a certificate can name what was taught.
/// </summary>
public sealed class CourseVersion
{
    private readonly List<VersionDocument> _documents = [];

    private CourseVersion()
    {
    }

    /// <param name="draft">That it publishes; null when it comes from the content folder, or is an earlier one again.</param>
    public CourseVersion(string courseId, int number, string publishedBy, DateTimeOffset now, IReadOnlyList<VersionDocument> documents, Draft? draft = null)
    {
        Id = Guid.CreateVersion7(now);
        CourseId = courseId;
        Number = number;
        Hash = HashOf(documents);
        PublishedBy = publishedBy;
        PublishedAt = now;
        DraftId = draft?.Id;
        _documents.AddRange(documents);
    }

    public Guid Id { get; private set; }

    public string CourseId { get; private set; } = "";

    /// <summary>1 for a course's first version.</summary>
    public int Number { get; private set; }

    /// <inheritdoc cref="HashOf"/>
    public string Hash { get; private set; } = "";

    public string PublishedBy { get; private set; } = "";

    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>Says who wrote it, and who approved it. Null when it was not written in the browser.</summary>
    public Guid? DraftId { get; private set; }

    /// <summary>When an import first found the content folder saying just this; null when no import has.</summary>
    public DateTimeOffset? ImportedAt { get; private set; }

    public IReadOnlyList<VersionDocument> Documents => _documents;

    /// <summary>SHA-256 over all paths and contents, whatever their order.</summary>
    public static string HashOf(IEnumerable<VersionDocument> documents) =>
        Document.HashOf(Encoding.UTF8.GetBytes(string.Join('\n', documents.OrderBy(d => d.Path, StringComparer.Ordinal).Select(d => $"{d.DocumentHash} {d.Path}"))));

    /// <summary>Notes that the content folder says what this version says. Does nothing when it was noted before.</summary>
    public void FoundInFolder(DateTimeOffset now) => ImportedAt ??= now;

    /// <summary>
    /// What would be lost if the folder were published over this version, which somebody published in the browser since
    /// the last import: a finding for each file whose words here the folder does not hold.
    /// </summary>
    /// <param name="imported">What the folder held at the last import; null when there was none.</param>
    public IEnumerable<Finding> LostUnder(IReadOnlyList<VersionDocument> folder, CourseVersion? imported)
    {
        var folderByPath = ByPath(folder);
        return
            from mine in Changes(imported?._documents ?? [], _documents)
            let theirs = folderByPath.GetValueOrDefault(mine.Path)
            where mine.After != theirs
            let change = mine.After is null ? "removed" : mine.Before is null ? "added" : "changed"
            let folderSays = theirs == mine.Before ? "the folder is as it was at the last import" : theirs is null ? "the folder has removed it" : "the folder has changed too"
            select new Finding(mine.Path, 1, Severity.Error, FindingCodes.ImportConflict, $"Version {Number}, published by {PublishedBy}, has {change} this file since the last import; {folderSays}.");
    }

    /// <summary>The files that are not as they were in another version, by path.</summary>
    public IReadOnlyList<DocumentChange> ChangesSince(CourseVersion earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return Changes(earlier._documents, _documents);
    }

    private static List<DocumentChange> Changes(IReadOnlyList<VersionDocument> before, IReadOnlyList<VersionDocument> after)
    {
        var (hashBefore, hashAfter) = (ByPath(before), ByPath(after));
        return
        [
            .. hashAfter.Keys.Union(hashBefore.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(path => new DocumentChange(path, hashBefore.GetValueOrDefault(path), hashAfter.GetValueOrDefault(path)))
                .Where(change => change.Before != change.After),
        ];
    }

    private static Dictionary<string, string> ByPath(IReadOnlyList<VersionDocument> documents) =>
        documents.ToDictionary(d => d.Path, d => d.DocumentHash, StringComparer.Ordinal);
}

/// <param name="DocumentHash">Of the <see cref="Document"/> that stood at this path.</param>
public sealed record VersionDocument(string Path, string DocumentHash);

/// <param name="Before">The document's hash; null when the file was added.</param>
/// <param name="After">Null when the file was removed.</param>
public sealed record DocumentChange(string Path, string? Before, string? After);

/// <summary>One file's bytes, stored once however many versions hold it.</summary>
public sealed class Document
{
    private Document(string hash, byte[] bytes) => (Hash, Bytes) = (hash, bytes);

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public string Hash { get; private set; }

    public byte[] Bytes { get; private set; }

    public static Document Of(byte[] bytes) => new(HashOf(bytes), bytes);

    internal static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

internal sealed class CourseVersionMapping : IEntityTypeConfiguration<CourseVersion>
{
    public void Configure(EntityTypeBuilder<CourseVersion> builder)
    {
        builder.Property(v => v.CourseId).HasMaxLength(100);
        builder.Property(v => v.Hash).HasMaxLength(64);
        builder.Property(v => v.PublishedBy).HasMaxLength(200);
        builder.HasIndex(v => new { v.CourseId, v.Number }).IsUnique();
        builder.HasOne<Draft>().WithMany().HasForeignKey(v => v.DraftId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(v => v.Documents, document =>
        {
            document.ToTable("VersionDocuments");
            document.WithOwner().HasForeignKey("VersionId");
            document.HasKey("VersionId", nameof(VersionDocument.Path));
            document.Property(d => d.Path).HasMaxLength(300);
            document.Property(d => d.DocumentHash).HasMaxLength(64);
            document.HasOne<Document>().WithMany().HasForeignKey(d => d.DocumentHash).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

internal sealed class DocumentMapping : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.HasKey(d => d.Hash);
        builder.Property(d => d.Hash).HasMaxLength(64);
    }
}
