using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reminders;

namespace HtiAcademy.Tests.Reminders;

/// <summary>The rules hold for people, histories and hours that nobody thought of.</summary>
public class ReminderPropertyTests
{
    private const int Cases = 4000;
    private static readonly DateTimeOffset From = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Whatever_happened_before_a_mail_keeps_to_the_rules()
    {
        var sent = 0;
        foreach (var (chance, country) in Generated())
        {
            var now = From.AddMinutes(chance.Next(365 * 24 * 60));
            var agenda = Agenda(chance, country, now);
            var history = History(chance, agenda, now);

            var reminders = ReminderPlan.Now(agenda, history, now);

            if (reminders.Count == 0)
            {
                continue;
            }

            sent++;
            var tally = new ReminderTally();
            foreach (var mail in history.GroupBy(s => s.MailId).OrderBy(mail => mail.First().SentAt))
            {
                tally.Add(Guid.Empty, country, [.. mail.Select(s => s.Reminder)], mail.First().SentAt);
            }

            var (outside, over, doubles) = (tally.OutsideHours, tally.OverCap, tally.Doubles);
            tally.Add(Guid.Empty, country, reminders, now);
            (tally.OutsideHours - outside, tally.OverCap - over, tally.Doubles - doubles).Should().Be((0, 0, 0));
            reminders.Should().OnlyHaveUniqueItems().And.NotContain(r => agenda.Stopped.Contains(r.Kind) && !ReminderKinds.Obligatory.Contains(r.Kind));
            reminders.Select(r => r.About).Should().NotIntersectWith(agenda.Courses.Where(c => c.State > EnrolmentState.Active).Select(c => c.EnrolmentId));
        }

        sent.Should().BeGreaterThan(Cases / 20, "otherwise this would prove little");
    }

    [Fact]
    public void Whoever_is_late_is_told_sooner_or_later()
    {
        foreach (var (chance, country) in Generated().Take(300))
        {
            var now = From.AddHours(chance.Next(300 * 24));
            var agenda = Agenda(chance, country, now);
            var history = History(chance, agenda, now);
            var late = agenda.Courses.Where(c => c.State <= EnrolmentState.Active && c.DueOn < country.DayOf(now) && c.StartsOn <= c.DueOn)
                .Select(c => new Reminder(ReminderKind.Overdue, c.EnrolmentId, c.DueOn)).ToList();

            // A week that two mails fill, and the longest holidays.
            for (var hour = 0; hour < 21 * 24; hour++)
            {
                var at = now.AddHours(hour);
                var reminders = ReminderPlan.Now(agenda, history, at);
                var mail = Guid.NewGuid();
                history.AddRange(reminders.Select(reminder => new SentReminder(Guid.Empty, reminder, mail, at)));
            }

            late.Should().BeSubsetOf(history.Select(s => s.Reminder));
            history.Select(s => s.Reminder).Should().OnlyHaveUniqueItems();
        }
    }

    private static IEnumerable<(Random Chance, Country Country)> Generated() =>
        Enumerable.Range(0, Cases).Select(seed => (new Random(seed), InventedCountries.All[seed % InventedCountries.All.Count]));

    private static Agenda Agenda(Random chance, Country country, DateTimeOffset now)
    {
        var today = country.DayOf(now);
        return new Agenda(
            country,
            [.. Enumerable.Range(0, chance.Next(4)).Select(_ => Course(chance, country, today, now))],
            [.. Enumerable.Range(0, chance.Next(3)).Select(_ => new AgendaCertificate(Guid.NewGuid(), country, today.AddDays(chance.Next(-5, 90))))],
            chance.Next(3) == 0 ? new AgendaEssays(Guid.NewGuid(), 1, now.AddHours(-chance.Next(200))) : null,
            [.. Enum.GetValues<ReminderKind>().Where(_ => chance.Next(4) == 0)]);
    }

    private static AgendaCourse Course(Random chance, Country country, DateOnly today, DateTimeOffset now)
    {
        var start = today.AddDays(chance.Next(-60, 10));
        return new AgendaCourse(
            Guid.NewGuid(), country, chance.GetItems(Enum.GetValues<EnrolmentState>(), 1)[0], start, start.AddDays(chance.Next(60)),
            now.AddDays(-chance.Next(60)), chance.Next(2) == 0 ? null : now.AddDays(-chance.Next(40)), chance.Next(2) == 0);
    }

    // Some of what is before the person was sent, and other things that are over.
    private static List<SentReminder> History(Random chance, Agenda agenda, DateTimeOffset now)
    {
        var history = new List<SentReminder>();
        for (var mail = 0; mail < chance.Next(4); mail++)
        {
            var at = now.AddHours(-chance.Next(1, 300));
            var reminders = agenda.RemindersAt(at).Where(r => chance.Next(2) == 0 && history.TrueForAll(s => s.Reminder != r))
                .Append(new Reminder(ReminderKind.Inactive, Guid.NewGuid(), new DateOnly(2026, 12, 1)));
            var id = Guid.NewGuid();
            history.AddRange(reminders.Select(reminder => new SentReminder(Guid.Empty, reminder, id, at)).ToList());
        }

        return history;
    }
}
