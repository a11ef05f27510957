using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Reminders;

/// <summary>Writes to the outbox the reminders that are due and may reach their officers at this hour.</summary>
public sealed class DueReminderJob(Academy academy, Catalogue catalogue, ReminderLetter letter, TimeProvider clock) : IAcademyJob
{
    private const int BatchSize = 100;

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var written = 0;
        foreach (var batch in (await NearlyDueAsync(now, cancellationToken)).Chunk(BatchSize))
        {
            written += await academy.WriteAsync(Scope.Everything, db => WriteAsync(db, batch, now, cancellationToken), cancellationToken);
        }

        return $"{written} written";
    }

    // By officer, so that one officer's courses mostly share a batch.
    private async Task<List<Guid>> NearlyDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // One day more than the earliest reminder: somewhere it is tomorrow already.
        var latest = DateOnly.FromDateTime(now.UtcDateTime).AddDays(8);
        await using var db = academy.Open(Scope.Everything);
        return await db.Enrolments
            .Open()
            .Where(e => e.DueOn <= latest)
            .OrderBy(e => e.OfficerId)
            .Select(e => e.Id)
            .ToListAsync(cancellationToken);
    }

    private async Task<int> WriteAsync(AcademyDb db, Guid[] batch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = await DueAsync(db, batch, now, cancellationToken);
        var ids = due.Select(d => d.Enrolment.OfficerId).ToList();
        var officers = await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        var lately = await LatelyAsync(db, officers.Values, now, cancellationToken);
        var written = 0;
        foreach (var (enrolment, reminder, course, country) in due)
        {
            var officer = officers[enrolment.OfficerId];
            var number = lately.GetValueOrDefault(officer.Email!);
            if (number < DueReminders.MostAWeek)
            {
                lately[officer.Email!] = number + 1;
                db.Add(letter.Write(reminder, enrolment, new Progress(course, enrolment, officer.Audience), officer, country, now));
                written++;
            }
        }

        return written;
    }

    /// <summary>What is to be sent now and was never sent before.</summary>
    private async Task<List<Due>> DueAsync(AcademyDb db, Guid[] batch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = new List<Due>();
        foreach (var enrolment in await db.Enrolments.AsNoTracking().Where(e => batch.Contains(e.Id)).OrderBy(e => e.DueOn).ToListAsync(cancellationToken))
        {
            var course = (await catalogue.CourseAsync(enrolment.VersionId)).Course;
            var country = course.Country(enrolment.Country);
            if (DueReminders.MayReach(country.LocalTime(now), country.Weekend) && DueReminders.For(enrolment, country.DayOf(now)) is { } reminder)
            {
                due.Add(new Due(enrolment, reminder, course, country));
            }
        }

        var keys = due.Select(d => d.Key).ToList();
        var sent = await db.Outbox.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(cancellationToken);
        return due.FindAll(d => !sent.Contains(d.Key, StringComparer.Ordinal));
    }

    private static async Task<Dictionary<string, int>> LatelyAsync(AcademyDb db, IEnumerable<Person> officers, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var addresses = officers.Select(p => p.Email!).ToList();
        return await db.Outbox.RemindersSince(now.AddDays(-7))
            .Where(m => addresses.Contains(m.ToAddress))
            .GroupBy(m => m.ToAddress)
            .Select(mails => new { Address = mails.Key, Number = mails.Count() })
            .ToDictionaryAsync(m => m.Address, m => m.Number, cancellationToken);
    }

    private sealed record Due(Enrolment Enrolment, DueReminder Reminder, Course Course, Country Country)
    {
        public string Key => DueReminders.Key(Enrolment, Reminder);
    }
}
