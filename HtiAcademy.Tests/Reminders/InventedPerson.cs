using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reminders;

namespace HtiAcademy.Tests.Reminders;

/// <summary>Somebody who is enrolled, begins, pauses, finishes, is late, marks essays and changes their mind by chance.</summary>
public sealed class InventedPerson(Country country, bool trains, Random chance)
{
    private readonly List<AgendaCourse> _courses = [];
    private readonly List<AgendaCertificate> _certificates = [];
    private readonly HashSet<ReminderKind> _stopped = [];
    private readonly HashSet<Reminder> _missed = [];
    private AgendaEssays? _essays;

    public Country Country => country;

    public Agenda Agenda { get; private set; } = new(country, [], [], null, []);

    public List<SentReminder> History { get; } = [];

    public IReadOnlySet<ReminderKind> Stopped => _stopped;

    /// <summary>Due dates that were over for three weeks without a word to the officer.</summary>
    public int Missed => _missed.Count;

    public bool Has(Guid course) => _courses.Exists(c => c.EnrolmentId == course && IsOpen(c));

    /// <summary>Lives through one day.</summary>
    public void Live(DateTimeOffset now)
    {
        var today = country.DayOf(now);
        foreach (var course in _courses.Where(c => IsOpen(c) && c.DueOn.AddDays(21) < today && c.StartsOn <= today))
        {
            var overdue = new Reminder(ReminderKind.Overdue, course.EnrolmentId, course.DueOn);
            if (!History.Exists(sent => sent.Reminder == overdue))
            {
                _missed.Add(overdue);
            }
        }

        if (In(80) || _courses.Count == 0)
        {
            Enrol(today, now);
        }

        for (var i = 0; i < _courses.Count; i++)
        {
            _courses[i] = Study(_courses[i], today, now);
        }

        _courses.RemoveAll(c => !IsOpen(c) && In(10));
        Keep(today);
        if (In(200))
        {
            ChangeMind();
        }

        if (trains)
        {
            Mark(now);
        }

        Agenda = new Agenda(country, [.. _courses], [.. _certificates], _essays, [.. _stopped]);
    }

    private void Enrol(DateOnly today, DateTimeOffset now)
    {
        var start = today.AddDays(chance.Next(-5, 30));
        // Some are due soon after they start.
        _courses.Add(new AgendaCourse(NewId(), country, EnrolmentState.Invited, start, start.AddDays(chance.Next(0, 80)), now, null, MayGoOn: true));
    }

    private AgendaCourse Study(AgendaCourse course, DateOnly today, DateTimeOffset now) => course switch
    {
        _ when !IsOpen(course) => course,
        _ when In(300) => course with { State = EnrolmentState.Withdrawn },
        _ when In(150) => course with { DueOn = Later(course.StartsOn, Later(today, course.DueOn.AddDays(chance.Next(-14, 30)))) },
        _ when today < course.StartsOn => course,
        { State: EnrolmentState.Invited } when In(12) => course with { State = EnrolmentState.Active, LastActiveAt = now },
        { State: EnrolmentState.Active } when In(60) => course with { State = EnrolmentState.Completed },
        { State: EnrolmentState.Active } when In(9) => course with { LastActiveAt = now, MayGoOn = !In(5) },
        _ => course,
    };

    private void Keep(DateOnly today)
    {
        if (In(200))
        {
            _certificates.Add(new AgendaCertificate(NewId(), country, today.AddDays(chance.Next(1, 150))));
        }

        _certificates.RemoveAll(certificate => certificate.LastDay.AddDays(5) < today || In(150));
    }

    private void ChangeMind()
    {
        var kind = chance.GetItems(Enum.GetValues<ReminderKind>().Where(k => k.IsOptional).ToArray(), 1)[0];
        if (!_stopped.Remove(kind))
        {
            _stopped.Add(kind);
        }
    }

    private void Mark(DateTimeOffset now)
    {
        if (_essays is null || In(6))
        {
            _essays = In(2) ? new AgendaEssays(NewId(), chance.Next(1, 9), now.AddHours(-chance.Next(0, 90))) : null;
        }
    }

    private bool In(int days) => chance.Next(days) == 0;

    private Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        chance.NextBytes(bytes);
        return new Guid(bytes);
    }

    private static bool IsOpen(AgendaCourse course) => course.State is EnrolmentState.Invited or EnrolmentState.Active;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
