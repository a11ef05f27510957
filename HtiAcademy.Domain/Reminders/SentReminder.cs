using HtiAcademy.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Reminders;

/// <summary>
/// That a person was reminded of something, written in the transaction that writes the mail. Its key is the reminder
/// itself: whoever would write a second one, a repeated run or another node, is refused.
/// </summary>
public sealed class SentReminder
{
    /// <summary>By then what it was about is over, or is asked for anew.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(731);

    private SentReminder()
    {
    }

    /// <param name="mailId">Of the mail that it stands in, perhaps with others.</param>
    /// <param name="now">When the mail is written; the outbox sends it within a minute.</param>
    public SentReminder(Guid personId, Reminder reminder, Guid mailId, DateTimeOffset now)
    {
        PersonId = personId;
        (Kind, About, Date) = reminder;
        MailId = mailId;
        SentAt = now;
    }

    public Guid PersonId { get; private set; }

    public ReminderKind Kind { get; private set; }

    /// <inheritdoc cref="Reminders.Reminder"/>
    public Guid About { get; private set; }

    public DateOnly Date { get; private set; }

    public Guid MailId { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    public Reminder Reminder => new(Kind, About, Date);
}

internal sealed class SentReminderMapping : IEntityTypeConfiguration<SentReminder>
{
    public void Configure(EntityTypeBuilder<SentReminder> builder)
    {
        builder.HasKey(s => new { s.PersonId, s.About, s.Kind, s.Date });
        builder.Property(s => s.Kind).HasConversion<string>().HasMaxLength(30);
        builder.Ignore(s => s.Reminder);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
