using HtiAcademy.Domain.Reminders;

namespace HtiAcademy.Tests.Reminders;

/// <summary>
/// Asks the plan every hour for everybody, as the job does: in batches, of which some are cut short and run again, and
/// some run twice. It needs no database; <c>eng/bench</c> runs a long one.
/// </summary>
public sealed class ReminderYear(int people, DateTimeOffset from, int days, int seed)
{
    private const int BatchSize = 100;

    private readonly Random _chance = new(seed);

    public ReminderTally Tally { get; } = new();

    /// <summary>Batches that a crash undid.</summary>
    public int CutShort { get; private set; }

    /// <summary>Reminders of a kind that the person had stopped, or of a course that was closed.</summary>
    public int Unwanted { get; private set; }

    /// <summary>Due dates that nobody was told of.</summary>
    public int Missed { get; private set; }

    public void Run()
    {
        var everybody = Enumerable.Range(0, people)
            .Select(i => (Id: Guid.CreateVersion7(), Person: new InventedPerson(InventedCountries.All[i % InventedCountries.All.Count], trains: i % 20 == 0, new Random(seed + i))))
            .ToArray();
        for (var hour = 0; hour < days * 24; hour++)
        {
            var now = from.AddHours(hour).AddMinutes(5);
            if (hour % 24 == 0)
            {
                Array.ForEach(everybody, one => one.Person.Live(now));
            }

            foreach (var batch in everybody.Chunk(BatchSize))
            {
                RunBatch(batch, now);
            }
        }

        Missed = everybody.Sum(one => one.Person.Missed);
    }

    private void RunBatch((Guid Id, InventedPerson Person)[] batch, DateTimeOffset now)
    {
        if (_chance.Next(50) == 0)
        {
            // What a transaction has not committed is lost with the process, and the next run begins anew.
            CutShort++;
            _ = Plan(batch.Take(_chance.Next(batch.Length)), now);
        }

        Commit(Plan(batch, now), now);
        if (_chance.Next(50) == 0)
        {
            Commit(Plan(batch, now), now);
        }
    }

    private static List<(Guid Id, InventedPerson Person, IReadOnlyList<Reminder> Reminders)> Plan(IEnumerable<(Guid Id, InventedPerson Person)> batch, DateTimeOffset now) =>
        [.. batch.Select(one => (one.Id, one.Person, ReminderPlan.Now(one.Person.Agenda, one.Person.History, now))).Where(one => one.Item3.Count > 0)];

    private void Commit(List<(Guid Id, InventedPerson Person, IReadOnlyList<Reminder> Reminders)> mails, DateTimeOffset now)
    {
        foreach (var (id, person, reminders) in mails)
        {
            Tally.Add(id, person.Country, reminders, now);
            Unwanted += reminders.Count(r => person.Stopped.Contains(r.Kind) || (IsOfCourse(r.Kind) && !person.Has(r.About)));
            var mail = Guid.NewGuid();
            person.History.AddRange(reminders.Select(reminder => new SentReminder(id, reminder, mail, now)));
        }
    }

    private static bool IsOfCourse(ReminderKind kind) => kind is not (ReminderKind.WaitingForMarking or ReminderKind.CertificateExpires);
}
