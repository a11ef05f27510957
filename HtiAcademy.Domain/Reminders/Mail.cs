using HtiAcademy.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Reminders;

/// <summary>
/// A message in the outbox, written in the transaction that causes it and sent later by a job. Its key says why it is
/// sent, so that the same cause never sends twice while it is kept.
/// </summary>
public sealed class Mail
{
    // After the first try: a short hiccup, a restart, a night.
    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(12)];

    /// <summary>Nothing waits longer than this for its next try.</summary>
    public static readonly TimeSpan LongestWait = Waits[^1];

    public static readonly TimeSpan SentKeptFor = TimeSpan.FromDays(90);

    public static readonly TimeSpan UndeliverableKeptFor = TimeSpan.FromDays(365);

    private readonly List<MailAttachment> _attachments = [];

    private Mail()
    {
    }

    /// <param name="key">Why it is sent: unique over all mail.</param>
    public Mail(string key, Person to, string subject, string text, DateTimeOffset now, params IEnumerable<MailAttachment> attachments)
        : this(key, to, subject, text, now, unsubscribe: null, attachments)
    {
    }

    /// <param name="unsubscribe">The address that stops mail of this kind by one POST (RFC 8058); null when it cannot be stopped.</param>
    public Mail(string key, Person to, string subject, string text, DateTimeOffset now, string? unsubscribe, params IEnumerable<MailAttachment> attachments)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(to);
        Id = Guid.CreateVersion7(now);
        Key = key;
        ToAddress = to.Email ?? throw new ArgumentException($"{to.FullName} has no mail address.", nameof(to));
        ToName = to.FullName;
        Language = to.Language;
        Subject = subject;
        Text = text;
        Unsubscribe = unsubscribe;
        WrittenAt = now;
        TryAt = now;
        _attachments.AddRange(attachments);
    }

    public Guid Id { get; private set; }

    public string Key { get; private set; } = "";

    public string ToAddress { get; private set; } = "";

    public string ToName { get; private set; } = "";

    public string Language { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string? Unsubscribe { get; private set; }

    public IReadOnlyList<MailAttachment> Attachments => _attachments;

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>When to send, or to try again; null once it was sent or given up.</summary>
    public DateTimeOffset? TryAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public int Tries { get; private set; }

    public string? LastError { get; private set; }

    /// <summary>Whoever it was sent to has its attachments now: they name people, so the academy keeps them no longer.</summary>
    public void Sent(DateTimeOffset now)
    {
        _attachments.Clear();
        Tries++;
        SentAt = now;
        TryAt = null;
        LastError = null;
    }

    /// <summary>Waits longer after each failure, and gives up after the fifth.</summary>
    public void Failed(string error, DateTimeOffset now)
    {
        Note(error);
        TryAt = Tries < Waits.Length ? now + Waits[Tries] : null;
        Tries++;
    }

    /// <summary>Is not tried again by itself: it was refused for good.</summary>
    public void GiveUp(string error)
    {
        Note(error);
        TryAt = null;
        Tries++;
    }

    /// <summary>Begins anew with what was given up.</summary>
    /// <returns>False when it was not given up.</returns>
    public bool SendAgain(DateTimeOffset now)
    {
        if (TryAt is not null || SentAt is not null)
        {
            return false;
        }

        Tries = 0;
        TryAt = now;
        return true;
    }

    private void Note(string error) => LastError = error.Length > 500 ? error[..500] : error;
}

public sealed record MailAttachment(string Name, string MediaType, byte[] Bytes);

internal sealed class MailMapping : IEntityTypeConfiguration<Mail>
{
    public void Configure(EntityTypeBuilder<Mail> builder)
    {
        builder.ToTable("Outbox");
        builder.Property(m => m.Key).HasMaxLength(200);
        builder.Property(m => m.ToAddress).HasMaxLength(256);
        builder.Property(m => m.ToName).HasMaxLength(200);
        builder.Property(m => m.Language).HasMaxLength(8);
        builder.Property(m => m.Subject).HasMaxLength(300);
        builder.Property(m => m.Unsubscribe).HasMaxLength(1000);
        builder.Property(m => m.LastError).HasMaxLength(500);
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => m.TryAt);
        builder.OwnsMany(m => m.Attachments, attachment =>
        {
            attachment.ToTable("OutboxAttachments");
            attachment.WithOwner().HasForeignKey("MailId");
            attachment.HasKey("MailId", nameof(MailAttachment.Name));
            attachment.Property(a => a.Name).HasMaxLength(200).ValueGeneratedNever();
            attachment.Property(a => a.MediaType).HasMaxLength(100);
        });
    }
}
