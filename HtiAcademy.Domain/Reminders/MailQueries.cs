namespace HtiAcademy.Domain.Reminders;

public static class MailQueries
{
    extension(IQueryable<Mail> outbox)
    {
        /// <summary>To be sent now or tried again, the longest waiting first.</summary>
        public IQueryable<Mail> Due(DateTimeOffset now) => outbox.Where(m => m.TryAt <= now).OrderBy(m => m.TryAt);

        /// <summary>Given up, the newest first.</summary>
        public IQueryable<Mail> Undeliverable() =>
            outbox.Where(m => m.TryAt == null && m.SentAt == null).OrderByDescending(m => m.WrittenAt);

        /// <summary>Reminders written since <paramref name="time"/>, of whatever kind and course.</summary>
        public IQueryable<Mail> RemindersSince(DateTimeOffset time) =>
            outbox.Where(m => m.Key.StartsWith(DueReminders.KeyStart) && m.WrittenAt > time);
    }
}
