using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Reminders;

/// <summary>
/// Sends the mail that waits in the outbox. Each message is sent and then recorded: a crash between the two sends it
/// again, under the same message id, rather than never. Mail that was kept long enough is deleted.
/// </summary>
public sealed class OutboxJob(Academy academy, IMailTransport transport, TimeProvider clock, ILogger<OutboxJob> log) : IAcademyJob
{
    private const int MostARun = 200;

    // A server that is silent to so many in a row is silent to all: they wait for the next run, and no try is counted.
    private const int MostSilences = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var deleted = await DeleteOutdatedAsync(cancellationToken);
        var (sent, failed, givenUp, silences) = (0, 0, 0, 0);
        foreach (var id in await DueAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await SendAsync(id, cancellationToken) is not var (mail, answer))
            {
                continue;
            }

            sent += mail.SentAt is not null ? 1 : 0;
            failed += mail.TryAt is not null ? 1 : 0;
            givenUp += mail is { SentAt: null, TryAt: null } ? 1 : 0;
            silences = answer == Answer.Silence ? silences + 1 : 0;
            if (silences == MostSilences)
            {
                return $"{Counts()}; then the mail server was silent";
            }
        }

        return Counts();

        string Counts() => $"{sent} sent, {failed} to be tried again, {givenUp} given up{(deleted > 0 ? $"; {deleted} old ones deleted" : "")}";
    }

    // To look for them the whole outbox is read: once an hour is often enough.
    private async Task<int> DeleteOutdatedAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return now.Minute == 0 ? await academy.WriteAsync(Scope.Everything, db => db.Outbox.Outdated(now).ExecuteDeleteAsync(cancellationToken), cancellationToken) : 0;
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = academy.Open(Scope.Everything);
        return await db.Outbox.Due(clock.GetUtcNow()).Take(MostARun).Select(m => m.Id).ToListAsync(cancellationToken);
    }

    /// <returns>Null when it is no longer due: somebody else has tried it since.</returns>
    private async Task<(Mail Mail, Answer Answer)?> SendAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await StillDueAsync(id, cancellationToken) is not { } due)
        {
            return null;
        }

        var (answer, error) = await TryAsync(due, cancellationToken);
        // What was sent is recorded even when the academy is told to stop at this moment.
        var mail = await academy.WriteAsync(Scope.Everything, async db =>
        {
            var mail = await db.Outbox.SingleAsync(m => m.Id == id, CancellationToken.None);
            Record(mail, answer, error);
            return mail;
        }, CancellationToken.None);
        return (mail, answer);
    }

    private void Record(Mail mail, Answer answer, string error)
    {
        switch (answer)
        {
            case Answer.Taken:
                mail.Sent(clock.GetUtcNow());
                break;
            case Answer.RefusedForGood:
                mail.GiveUp(error);
                break;
            default:
                mail.Failed(error, clock.GetUtcNow());
                break;
        }
    }

    private async Task<Mail?> StillDueAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = academy.Open(Scope.Everything);
        return await db.Outbox.AsNoTracking().Due(clock.GetUtcNow()).SingleOrDefaultAsync(m => m.Id == id, cancellationToken);
    }

    private async Task<(Answer Answer, string Error)> TryAsync(Mail mail, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await transport.SendAsync(mail, patience.Token);
            return (Answer.Taken, "");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever ails one message must not hold up the others.
            log.LogWarning(e, "Mail {Mail} could not be sent", mail.Id);
            return e switch
            {
                RefusedForGoodException => (Answer.RefusedForGood, e.Message),
                OperationCanceledException => (Answer.Silence, $"The mail server did not answer within {Patience.TotalSeconds} seconds."),
                _ => (Answer.Failure, e.Message),
            };
        }
    }

    private enum Answer
    {
        Taken,
        Failure,
        Silence,
        RefusedForGood,
    }
}
