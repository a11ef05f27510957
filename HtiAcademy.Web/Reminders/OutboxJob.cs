using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Reminders;

/// <summary>
/// Sends the mail that waits in the outbox. Each message is sent and then recorded: a crash between the two sends it
/// again, under the same message id, rather than never.
/// </summary>
public sealed class OutboxJob(Academy academy, IMailTransport transport, TimeProvider clock, ILogger<OutboxJob> log) : IAcademyJob
{
    private const int MostARun = 200;

    // A server that is silent to so many in a row is silent to all: they wait for the next run, and no try is counted.
    private const int MostSilences = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var (sent, failed, givenUp, silences) = (0, 0, 0, 0);
        foreach (var id in await DueAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (mail, answer) = await SendAsync(id, cancellationToken);
            sent += mail.SentAt is not null ? 1 : 0;
            failed += mail.TryAt is not null ? 1 : 0;
            givenUp += mail is { SentAt: null, TryAt: null } ? 1 : 0;
            silences = answer == Answer.Silence ? silences + 1 : 0;
            if (silences == MostSilences)
            {
                return $"{sent} sent, {failed} to be tried again, {givenUp} given up; then the mail server was silent";
            }
        }

        return $"{sent} sent, {failed} to be tried again, {givenUp} given up";
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = academy.Open(Scope.Everything);
        return await db.Outbox.Due(clock.GetUtcNow()).Take(MostARun).Select(m => m.Id).ToListAsync(cancellationToken);
    }

    private async Task<(Mail Mail, Answer Answer)> SendAsync(Guid id, CancellationToken cancellationToken)
    {
        var (answer, error) = await TryAsync(id, cancellationToken);
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
            case Answer.NoSuchRecipient:
                mail.GiveUp(error);
                break;
            default:
                mail.Failed(error, clock.GetUtcNow());
                break;
        }
    }

    private async Task<(Answer Answer, string Error)> TryAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = academy.Open(Scope.Everything);
        var mail = await db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id, cancellationToken);
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
            log.LogWarning(e, "Mail {Mail} could not be sent", id);
            return e switch
            {
                NoSuchRecipientException => (Answer.NoSuchRecipient, e.Message),
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
        NoSuchRecipient,
    }
}
