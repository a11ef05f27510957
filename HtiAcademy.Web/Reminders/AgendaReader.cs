using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Assessments;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Reminders;

/// <summary>Reads from the records what people may be reminded of.</summary>
public sealed class AgendaReader(Catalogue catalogue, Calendars calendars)
{
    /// <summary>The ids of everybody in office now who may have to be reminded: a rough choice, and nobody is missing.</summary>
    public async Task<List<Guid>> PeopleAsync(AcademyDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var countries = await calendars.ReadAsync(db, cancellationToken);
        var (known, open) = (countries.Keys.ToArray(), countries.Values.Where(c => c.IsInOffice(now)).Select(c => c.Code).ToArray());
        // A day more on either side: somewhere it is yesterday still, or tomorrow already.
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var (dueBy, yesterday, lastDay) = (today.AddDays(AgendaCourse.DaysBeforeDue + 1), today.AddDays(-1), today.AddDays(AgendaCertificate.DaysBefore + 1));
        var away = now.AddDays(1 - Enrolment.DaysAway);
        return await db.People
            .Where(p => p.Email != null && p.DeactivatedAt == null && (open.Contains(p.Country) || !known.Contains(p.Country)))
            .Where(p => p.Roles.HasFlag(Roles.Trainer)
                || db.Enrolments.Open().Any(e => e.OfficerId == p.Id
                    && (e.DueOn <= dueBy || e.State == EnrolmentState.Invited || e.LastActiveAt <= away)
                    && !db.SentReminders.Any(s => s.PersonId == p.Id && s.About == e.Id && s.Kind == ReminderKind.Overdue && s.Date == e.DueOn))
                || db.Certificates.Standing().Any(c => c.OfficerId == p.Id
                    && c.SuccessorId == null && c.Printed.ValidUntil >= yesterday && c.Printed.ValidUntil <= lastDay))
            .OrderBy(p => p.Id)
            .Select(p => p.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>How many of those who take mail work in a partner country where the office is open now.</summary>
    public async Task<(int InOffice, int All)> CountAsync(AcademyDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = (await calendars.ReadAsync(db, cancellationToken)).Values.Where(c => c.IsInOffice(now)).Select(c => c.Code).ToArray();
        var reached = db.People.Where(p => p.Email != null && p.DeactivatedAt == null);
        return (await reached.CountAsync(p => open.Contains(p.Country), cancellationToken), await reached.CountAsync(cancellationToken));
    }

    public async Task<List<PersonalAgenda>> ReadAsync(AcademyDb db, IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var countries = await calendars.ReadAsync(db, cancellationToken);
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        var courses = await CoursesAsync(db, people, cancellationToken);
        // After the enrolments: each has its cohort, while a cohort that was read before may have got its first one since.
        var starts = await StartsAsync(db, courses, cancellationToken);
        var certificates = await CertificatesAsync(db, ids, cancellationToken);
        var history = (await db.SentReminders.AsNoTracking().Where(s => ids.Contains(s.PersonId)).ToListAsync(cancellationToken)).ToLookup(s => s.PersonId);
        var invitations = await InvitationsAsync(db, people, cancellationToken);
        var agendas = new List<PersonalAgenda>(people.Count);
        foreach (var person in people)
        {
            var mine = courses[person.Id].ToList();
            var agendaCourses = mine.ConvertAll(course => On(course, now, starts[course.Enrolment.CohortId]));
            var held = certificates[person.Id].ToList();
            // Who works in no partner country is reached in the hours of the one that they study or train in.
            var country = countries.GetValueOrDefault(person.Country)
                ?? agendaCourses.Select(c => c.Country).Concat(held.Select(c => c.Country)).Concat(person.TrainsIn.Select(countries.GetValueOrDefault).OfType<Country>()).FirstOrDefault();
            if (country is not null)
            {
                var agenda = new Agenda(country, agendaCourses, held, await EssaysAsync(db, person, cancellationToken), person.StoppedReminders);
                agendas.Add(new PersonalAgenda(person, agenda, mine, [.. history[person.Id]], invitations[person.Id].LastOrDefault()));
            }
        }

        return agendas;
    }

    private static async Task<ILookup<Guid, Invitation>> InvitationsAsync(AcademyDb db, List<Person> people, CancellationToken cancellationToken)
    {
        var waiting = people.Where(p => p.PasswordHash is null).Select(p => p.Id).ToList();
        return (await db.Invitations.AsNoTracking()
            .Where(i => waiting.Contains(i.PersonId) && i.Kind == InvitationKind.Join)
            .OrderBy(i => i.MadeAt)
            .ToListAsync(cancellationToken)).ToLookup(i => i.PersonId);
    }

    private static Task<Dictionary<Guid, DateOnly>> StartsAsync(AcademyDb db, ILookup<Guid, MyCourse> courses, CancellationToken cancellationToken)
    {
        var cohorts = courses.SelectMany(mine => mine).Select(course => course.Enrolment.CohortId).Distinct().ToArray();
        return db.Cohorts.Where(c => cohorts.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.StartsOn, cancellationToken);
    }

    private async Task<ILookup<Guid, MyCourse>> CoursesAsync(AcademyDb db, List<Person> people, CancellationToken cancellationToken)
    {
        var audiences = people.ToDictionary(p => p.Id, p => p.Audience);
        var enrolments = await db.Enrolments.AsNoTracking().Open().Where(e => audiences.Keys.Contains(e.OfficerId)).OrderBy(e => e.DueOn).ToListAsync(cancellationToken);
        var completed = (await db.Enrolments
            .Where(e => e.State == EnrolmentState.Completed && audiences.Keys.Contains(e.OfficerId))
            .Select(e => new { e.OfficerId, e.CourseId })
            .ToListAsync(cancellationToken)).ToLookup(e => e.OfficerId, e => e.CourseId);
        var courses = new List<MyCourse>(enrolments.Count);
        foreach (var enrolment in enrolments)
        {
            var published = await catalogue.CourseAsync(enrolment.VersionId);
            courses.Add(new MyCourse(enrolment, published, new Progress(published.Course, enrolment, audiences[enrolment.OfficerId], [.. completed[enrolment.OfficerId]])));
        }

        return courses.ToLookup(course => course.Enrolment.OfficerId);
    }

    private async Task<ILookup<Guid, AgendaCertificate>> CertificatesAsync(AcademyDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await db.Certificates.Standing()
            .Where(c => ids.Contains(c.OfficerId) && c.SuccessorId == null && c.Printed.ValidUntil != null)
            .Select(c => new { c.OfficerId, c.EnrolmentId, c.Country, c.Printed.ValidUntil, VersionId = db.Enrolments.Where(e => e.Id == c.EnrolmentId).Select(e => e.VersionId).First() })
            .ToListAsync(cancellationToken);
        var held = new List<(Guid OfficerId, AgendaCertificate Certificate)>(rows.Count);
        foreach (var row in rows)
        {
            var country = (await catalogue.CourseAsync(row.VersionId)).Course.Country(row.Country);
            held.Add((row.OfficerId, new AgendaCertificate(row.EnrolmentId, country, row.ValidUntil!.Value)));
        }

        return held.ToLookup(row => row.OfficerId, row => row.Certificate);
    }

    private static AgendaCourse On(MyCourse course, DateTimeOffset now, DateOnly startsOn)
    {
        var enrolment = course.Enrolment;
        return new AgendaCourse(
            enrolment.Id, course.Published.Course.Country(enrolment.Country), enrolment.State, startsOn, enrolment.DueOn,
            enrolment.InvitedAt, enrolment.LastActiveAt, course.Progress.MayGoOn(now));
    }

    private static async Task<AgendaEssays?> EssaysAsync(AcademyDb db, Person person, CancellationToken cancellationToken)
    {
        if (!person.Roles.HasFlag(Roles.Trainer))
        {
            return null;
        }

        var queue = await db.MarkingQueueAsync(person.Id, [.. person.TrainsIn], cancellationToken);
        var waiting = queue.Where(queued => queued.Stage.IsToDo).Select(queued => queued.Essay).ToList();
        return waiting is [var oldest, ..] ? new AgendaEssays(oldest.AttemptId, waiting.Count, oldest.Since) : null;
    }
}
