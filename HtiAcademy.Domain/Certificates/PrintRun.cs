using HtiAcademy.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Certificates;

public enum PrintForm
{
    /// <summary>One PDF in name order, for the printer.</summary>
    OneFile,

    /// <summary>A ZIP of one signed PDF each, to hand out or to file.</summary>
    Archive,
}

public enum PrintState
{
    Waiting,
    Running,
    Done,
    Failed,
}

/// <summary>Many certificates that somebody asked for at once. They are drawn apart from the request, which a bad line would cut.</summary>
public sealed class PrintRun
{
    /// <summary>Certificates in one run.</summary>
    public const int Most = 1000;

    private const int MostTries = 5;

    /// <summary>Whoever needs the file later asks for it again: it names people.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    private PrintRun()
    {
    }

    /// <param name="certificates">In the order to be printed.</param>
    /// <param name="paper"><c>a4</c> or <c>letter</c>.</param>
    /// <param name="returnTo">The page it was asked from.</param>
    public PrintRun(IReadOnlyList<Guid> certificates, PrintForm form, string paper, string name, string returnTo, Guid askedById, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        ArgumentOutOfRangeException.ThrowIfLessThan(certificates.Count, 1, nameof(certificates));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(certificates.Count, Most, nameof(certificates));
        Id = Guid.CreateVersion7(now);
        Certificates = [.. certificates];
        Total = certificates.Count;
        Form = form;
        Paper = paper;
        Name = name;
        ReturnTo = returnTo;
        AskedById = askedById;
        AskedAt = now;
    }

    public Guid Id { get; private set; }

    public IReadOnlyList<Guid> Certificates { get; private set; } = [];

    public int Total { get; private set; }

    /// <summary>How many are drawn.</summary>
    public int Drawn { get; private set; }

    public PrintForm Form { get; private set; }

    public string Paper { get; private set; } = "";

    /// <summary>The file's, without its ending.</summary>
    public string Name { get; private set; } = "";

    public string ReturnTo { get; private set; } = "";

    public Guid AskedById { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public PrintState State { get; private set; }

    /// <summary>How often it was begun.</summary>
    public int Tries { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Bytes of the file.</summary>
    public long Size { get; private set; }

    /// <summary>Begins, or begins again what was cut short; but fails after a few times, since what cuts it short may be the run itself.</summary>
    public void Begin(DateTimeOffset now)
    {
        if (Tries == MostTries)
        {
            Fail(now);
            return;
        }

        State = PrintState.Running;
        Drawn = 0;
        Tries++;
    }

    public void Progress(int drawn) => Drawn = drawn;

    /// <param name="drawn">Fewer than were asked for when some were revoked in between.</param>
    public void Finish(int drawn, long size, DateTimeOffset now)
    {
        State = PrintState.Done;
        Drawn = drawn;
        Size = size;
        EndedAt = now;
    }

    public void Fail(DateTimeOffset now)
    {
        State = PrintState.Failed;
        EndedAt = now;
    }
}

/// <summary>What a run made, apart from it: who looks how far it is does not load the file.</summary>
public sealed class PrintedFile(Guid runId, byte[] bytes)
{
    public Guid RunId { get; private set; } = runId;

    public byte[] Bytes { get; private set; } = bytes;
}

internal sealed class PrintedFileMapping : IEntityTypeConfiguration<PrintedFile>
{
    public void Configure(EntityTypeBuilder<PrintedFile> builder)
    {
        builder.HasKey(f => f.RunId);
        builder.Property(f => f.RunId).ValueGeneratedNever();
        builder.HasOne<PrintRun>().WithMany().HasForeignKey(f => f.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PrintRunMapping : IEntityTypeConfiguration<PrintRun>
{
    public void Configure(EntityTypeBuilder<PrintRun> builder)
    {
        builder.Property(r => r.Form).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Paper).HasMaxLength(10);
        builder.Property(r => r.Name).HasMaxLength(200);
        builder.Property(r => r.ReturnTo).HasMaxLength(200);
        builder.HasIndex(r => new { r.State, r.AskedAt });
        builder.HasIndex(r => r.AskedById);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.AskedById).OnDelete(DeleteBehavior.Restrict);
    }
}
