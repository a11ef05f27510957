using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Jobs;

namespace HtiAcademy.Web.Reminders;

/// <summary>
/// Writes to the outbox what people are to be reminded of now. Each batch is one transaction that writes the mails and
/// remembers what they remind of, so a run that is cut short, repeated or doubled reminds nobody twice.
/// </summary>
public sealed class ReminderJob(Academy academy, AgendaReader agendas, ReminderLetter letter, TimeProvider clock, ILogger<ReminderJob> log) : IAcademyJob
{
    private const int BatchSize = 100;

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var (written, reminders, mishaps) = (0, 0, new Mishaps(log));
        var (people, inOffice, all) = await PeopleAsync(cancellationToken);
        foreach (var batch in people.Chunk(BatchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await RemindAsync(batch);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Whoever it is that cannot be reminded, the others of the batch can.
                log.LogWarning(e, "A batch of reminders failed; each of its people is tried alone");
                foreach (var person in batch)
                {
                    await mishaps.TryAsync($"reminders of {person}", () => RemindAsync([person]));
                }
            }
        }

        return mishaps.Report($"{written} written, with {reminders} reminders; {inOffice} of {all} people in office hours");

        async Task RemindAsync(Guid[] batch)
        {
            // Most batches have nothing to write, and need not wait for those who do.
            if (await ToRemindAsync(batch, cancellationToken) is { Length: > 0 } toRemind)
            {
                var (mails, contents) = await academy.WriteAsync(Scope.Everything, db => WriteAsync(db, toRemind, cancellationToken), cancellationToken);
                (written, reminders) = (written + mails, reminders + contents);
            }
        }
    }

    private async Task<(List<Guid> People, int InOffice, int All)> PeopleAsync(CancellationToken cancellationToken)
    {
        await using var db = academy.Open(Scope.Everything);
        var now = clock.GetUtcNow();
        var (inOffice, all) = await agendas.CountAsync(db, now, cancellationToken);
        return (await agendas.PeopleAsync(db, now, cancellationToken), inOffice, all);
    }

    private async Task<Guid[]> ToRemindAsync(Guid[] batch, CancellationToken cancellationToken)
    {
        await using var db = academy.Open(Scope.Everything);
        var now = clock.GetUtcNow();
        return [.. (await agendas.ReadAsync(db, batch, now, cancellationToken)).Where(agenda => agenda.RemindersNow(now).Count > 0).Select(agenda => agenda.Person.Id)];
    }

    // Decided anew on what this transaction sees: meanwhile somebody may have finished, or another node may have written.
    private async Task<(int Mails, int Reminders)> WriteAsync(AcademyDb db, Guid[] people, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (mails, contents) = (0, 0);
        foreach (var agenda in await agendas.ReadAsync(db, people, now, cancellationToken))
        {
            if (agenda.RemindersNow(now) is { Count: > 0 } reminders)
            {
                var mail = letter.Write(agenda, reminders, now);
                db.Add(mail);
                db.AddRange(reminders.Select(reminder => new SentReminder(agenda.Person.Id, reminder, mail.Id, now)));
                (mails, contents) = (mails + 1, contents + reminders.Count);
            }
        }

        return (mails, contents);
    }
}
