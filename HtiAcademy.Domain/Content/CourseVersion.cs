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

    public CourseVersion(string courseId, int number, string hash, string publishedBy, DateTimeOffset now, IEnumerable<VersionDocument> documents)
    {
        Id = Guid.CreateVersion7(now);
        CourseId = courseId;
        Number = number;
        Hash = hash;
        PublishedBy = publishedBy;
        PublishedAt = now;
        _documents.AddRange(documents);
    }

    public Guid Id { get; private set; }

    public string CourseId { get; private set; } = "";

    /// <summary>1 for a course's first version.</summary>
    public int Number { get; private set; }

    /// <summary>SHA-256 over all paths and contents.</summary>
    public string Hash { get; private set; } = "";

    public string PublishedBy { get; private set; } = "";

    public DateTimeOffset PublishedAt { get; private set; }

    public IReadOnlyList<VersionDocument> Documents => _documents;
}

/// <param name="DocumentHash">Of the <see cref="Document"/> that stood at this path.</param>
public sealed record VersionDocument(string Path, string DocumentHash);

/// <summary>One file's bytes, stored once however many versions hold it.</summary>
public sealed class Document(string hash, byte[] bytes)
{
    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = hash;

    public byte[] Bytes { get; private set; } = bytes;
}

internal sealed class CourseVersionMapping : IEntityTypeConfiguration<CourseVersion>
{
    public void Configure(EntityTypeBuilder<CourseVersion> builder)
    {
        builder.Property(v => v.CourseId).HasMaxLength(100);
        builder.Property(v => v.Hash).HasMaxLength(64);
        builder.Property(v => v.PublishedBy).HasMaxLength(200);
        builder.HasIndex(v => new { v.CourseId, v.Number }).IsUnique();
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
