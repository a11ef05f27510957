using System.Text;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Authoring;

public enum DraftState
{
    Writing,

    /// <summary>Waits for somebody else to read it. The author may take it back.</summary>
    Submitted,
    Published,
    GivenUp,
}

/// <summary>Why a draft is not saved. What was typed stays with whoever typed it.</summary>
public enum DraftProblem
{
    /// <summary>The same person wrote in another window since.</summary>
    WrittenElsewhere,

    /// <summary>It is submitted, published or given up.</summary>
    NotWriting,
    TooLong,
}

/// <summary>What one person writes of one file, until it is published or given up. Nobody else writes in it.</summary>
public sealed class Draft
{
    /// <summary>As large as a content file may be.</summary>
    public const int MostBytes = 1_000_000;

    private readonly List<DraftImage> _images = [];

    private Draft()
    {
    }

    /// <param name="basedOn">The hash of the published file; null for a new file.</param>
    /// <param name="text">What to begin with.</param>
    public Draft(AuthoredFile file, Person author, string? basedOn, string text, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(author);
        Id = Guid.CreateVersion7(now);
        Path = file.Path;
        CourseFolder = file.CourseFolder;
        Country = file.Country;
        AuthorId = author.Id;
        BasedOn = basedOn;
        Text = WithLineFeeds(text);
        StartedAt = now;
        ChangedAt = now;
    }

    public Guid Id { get; private set; }

    /// <summary>Such as <c>courses/foundations/10-what-is-trafficking/module.en-UG.md</c>.</summary>
    public string Path { get; private set; } = "";

    public string? CourseFolder { get; private set; }

    /// <summary>Null for what every country reads.</summary>
    public string? Country { get; private set; }

    public Guid AuthorId { get; private set; }

    public DraftState State { get; private set; }

    /// <summary>The hash of the published file that the author had before them; null when there was none.</summary>
    public string? BasedOn { get; private set; }

    /// <summary>With line feeds alone.</summary>
    public string Text { get; private set; } = "";

    /// <summary>One more with each change, so that two windows of one person do not overwrite each other.</summary>
    public int Revision { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>When it was last sent back to its author.</summary>
    public DateTimeOffset? ReturnedAt { get; private set; }

    public Guid? DecidedById { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Shown by the text; published with it.</summary>
    public IReadOnlyList<DraftImage> Images => _images;

    public bool IsOpen => State is DraftState.Writing or DraftState.Submitted;

    public AuthoredFile File => AuthoredFile.Parse(Path)!;

    /// <summary>As the content would hold it.</summary>
    public IEnumerable<SourceDocument> Documents =>
        _images.Select(image => new SourceDocument(image.Path, image.Bytes)).Prepend(new SourceDocument(Path, Encoding.UTF8.GetBytes(Text)));

    /// <summary>Whether it says what the published file says, or the author gave it up without a word.</summary>
    public bool Says(string text) => string.Equals(Text, WithLineFeeds(text), StringComparison.Ordinal);

    /// <summary>
    /// Whether it says what it said at a revision. To submit and to publish change no word; whether there was more between
    /// is not known once it was sent back, and is then denied.
    /// </summary>
    public bool SaysWhatItDidAt(int revision) => revision <= Revision && revision >= Revision - State switch
    {
        DraftState.Submitted => 1,
        DraftState.Published => 2,
        _ => 0,
    };

    /// <summary>What a browser sends and what editors on Windows write end lines otherwise.</summary>
    public static string WithLineFeeds(string text) => TypedText.WellFormed(text).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <param name="revision">That the author wrote on.</param>
    /// <returns>Null when it is saved, or was already.</returns>
    public DraftProblem? Write(string text, int revision, DateTimeOffset now)
    {
        var written = WithLineFeeds(text);
        if (State == DraftState.Writing && written == Text)
        {
            // Sent twice over a bad line.
            return null;
        }

        if (Problem(written, revision) is { } problem)
        {
            return problem;
        }

        Text = written;
        Changed(now);
        return null;
    }

    /// <summary>Goes on from what is published now: the author has seen both and this is what they made of them.</summary>
    /// <returns>Null when it is saved.</returns>
    public DraftProblem? Merge(string text, string? basedOn, int revision, DateTimeOffset now)
    {
        var written = WithLineFeeds(text);
        if (Problem(written, revision) is { } problem)
        {
            return problem;
        }

        (Text, BasedOn) = (written, basedOn);
        Changed(now);
        return null;
    }

    /// <summary>Puts an image beside the text. One of the same name is replaced.</summary>
    /// <exception cref="InvalidOperationException">The draft is not being written.</exception>
    public void Add(DraftImage image, DateTimeOffset now)
    {
        Expect(DraftState.Writing);
        _images.RemoveAll(other => other.Path == image.Path);
        _images.Add(image);
        Changed(now);
    }

    /// <summary>Does nothing when it is submitted already.</summary>
    public void Submit(DateTimeOffset now)
    {
        if (State == DraftState.Submitted)
        {
            return;
        }

        Expect(DraftState.Writing);
        (State, SubmittedAt) = (DraftState.Submitted, now);
        Changed(now);
    }

    /// <summary>By its author, who goes on writing. Does nothing when it is being written already.</summary>
    public void TakeBack(DateTimeOffset now)
    {
        if (State == DraftState.Writing)
        {
            return;
        }

        Expect(DraftState.Submitted);
        (State, SubmittedAt) = (DraftState.Writing, null);
        Changed(now);
    }

    /// <summary>To its author, with what was said about it.</summary>
    public void Return(Person by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        Expect(DraftState.Submitted);
        (State, SubmittedAt, ReturnedAt) = (DraftState.Writing, null, now);
        Changed(now);
    }

    public void Publish(Person by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        Expect(DraftState.Submitted);
        (State, DecidedById, DecidedAt) = (DraftState.Published, by.Id, now);
        Changed(now);
    }

    /// <summary>By its author. It can still be read. Does nothing the second time.</summary>
    public void GiveUp(DateTimeOffset now)
    {
        if (State == DraftState.GivenUp)
        {
            return;
        }

        if (!IsOpen)
        {
            throw new InvalidOperationException("It is published.");
        }

        State = DraftState.GivenUp;
        Changed(now);
    }

    private DraftProblem? Problem(string text, int revision) =>
        State != DraftState.Writing ? DraftProblem.NotWriting
        : revision != Revision ? DraftProblem.WrittenElsewhere
        : Encoding.UTF8.GetByteCount(text) > MostBytes ? DraftProblem.TooLong
        : null;

    private void Expect(DraftState state)
    {
        if (State != state)
        {
            throw new InvalidOperationException($"The draft is {State}.");
        }
    }

    private void Changed(DateTimeOffset now)
    {
        Revision++;
        ChangedAt = now;
    }
}

/// <summary>An image that a draft's text shows.</summary>
/// <param name="Path">Beside the text, such as <c>courses/foundations/10-what-is-trafficking/images/map.png</c>.</param>
public sealed record DraftImage(string Path, byte[] Bytes);

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.Property(d => d.Path).HasMaxLength(300);
        builder.Property(d => d.CourseFolder).HasMaxLength(150);
        builder.Property(d => d.Country).HasMaxLength(2);
        builder.Property(d => d.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(d => d.BasedOn).HasMaxLength(64);
        builder.Property(d => d.Revision).IsConcurrencyToken();
        builder.Ignore(d => d.IsOpen).Ignore(d => d.File).Ignore(d => d.Documents);
        // One at a time, so that it is found again on another machine.
        builder.HasIndex(d => new { d.AuthorId, d.Path }).IsUnique().HasFilter("[State] IN ('Writing', 'Submitted')");
        builder.HasIndex(d => d.Path);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.DecidedById).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(d => d.Images, image =>
        {
            image.ToTable("DraftImages");
            image.WithOwner().HasForeignKey("DraftId");
            image.HasKey("DraftId", nameof(DraftImage.Path));
            image.Property(i => i.Path).HasMaxLength(300);
        });
    }
}
