using HtiAcademy.Domain.Jobs;

namespace HtiAcademy.Domain.Reminders;

public static class MailQueries
{
    extension(IQueryable<Mail> outbox)
    {
        /// <summary>To be sent now or tried again, the longest waiting first. What waits beyond any wait was written before the clock was set back.</summary>
        public IQueryable<Mail> Due(DateTimeOffset now) =>
            outbox.Where(m => m.TryAt <= now || m.TryAt > now + Mail.LongestWait + Clocks.Tolerance).OrderBy(m => m.TryAt);

        /// <summary>Not sent yet, the next first.</summary>
        public IQueryable<Mail> Waiting() => outbox.Where(m => m.TryAt != null).OrderBy(m => m.TryAt);

        /// <summary>The newest first.</summary>
        public IQueryable<Mail> Delivered() => outbox.Where(m => m.SentAt != null).OrderByDescending(m => m.SentAt);

        /// <summary>Given up, the newest first.</summary>
        public IQueryable<Mail> Undeliverable() =>
            outbox.Where(m => m.TryAt == null && m.SentAt == null).OrderByDescending(m => m.WrittenAt);

        /// <summary>Kept long enough to answer questions about it.</summary>
        public IQueryable<Mail> Outdated(DateTimeOffset now) =>
            outbox.Where(m => m.SentAt < now - Mail.SentKeptFor || (m.TryAt == null && m.SentAt == null && m.WrittenAt < now - Mail.UndeliverableKeptFor));
    }
}
