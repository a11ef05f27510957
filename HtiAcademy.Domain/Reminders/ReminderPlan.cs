using HtiAcademy.Domain.Jobs;

namespace HtiAcademy.Domain.Reminders;

/// <summary>Decides what a person is reminded of, and when.</summary>
public static class ReminderPlan
{
    /// <summary>Mails with reminders that one person gets within <see cref="Week"/>, whatever they are about.</summary>
    public const int MostMails = 2;

    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <param name="history">Everything that the person was ever reminded of.</param>
    /// <returns>What to send to the person now, in one mail, the most urgent first; empty when nothing is to be sent now.</returns>
    public static IReadOnlyList<Reminder> Now(Agenda agenda, IReadOnlyCollection<SentReminder> history, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(agenda);
        ArgumentNullException.ThrowIfNull(history);
        if (!agenda.Country.IsInOffice(now))
        {
            return [];
        }

        var news = agenda.RemindersAt(now).Where(reminder => history.All(sent => sent.Reminder != reminder)).ToList();
        if (news.Count == 0)
        {
            return [];
        }

        // What a clock that ran ahead dated in the future would count for as long as it did.
        var mails = history.Where(sent => sent.SentAt > now - Week && sent.SentAt <= now + Clocks.Tolerance).Select(sent => sent.MailId).Distinct().Count();
        // What may be stopped leaves room for what must arrive in time.
        var most = news.TrueForAll(reminder => reminder.Kind.IsOptional) ? MostMails - 1 : MostMails;
        return mails < most ? news : [];
    }
}
