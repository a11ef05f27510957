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
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var (sent, failed, givenUp) = (0, 0, 0);
        foreach (var id in await DueAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var mail = await SendAsync(id, cancellationToken);
            sent += mail.SentAt is not null ? 1 : 0;
            failed += mail.TryAt is not null ? 1 : 0;
            givenUp += mail is { SentAt: null, TryAt: null } ? 1 : 0;
        }

        return $"{sent} sent, {failed} to be tried again, {givenUp} given up";
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = academy.Open(Scope.Everything);
        return await db.Outbox.Due(clock.GetUtcNow()).Take(MostARun).Select(m => m.Id).ToListAsync(cancellationToken);
    }

    private async Task<Mail> SendAsync(Guid id, CancellationToken cancellationToken)
    {
        var error = await TryAsync(id, cancellationToken);
        // What was sent is recorded even when the academy is told to stop at this moment.
        return await academy.WriteAsync(Scope.Everything, async db =>
        {
            var mail = await db.Outbox.SingleAsync(m => m.Id == id, CancellationToken.None);
            if (error is null)
            {
                mail.Sent(clock.GetUtcNow());
            }
            else
            {
                mail.Failed(error, clock.GetUtcNow());
            }

            return mail;
        }, CancellationToken.None);
    }

    /// <returns>Why it could not be sent; null when it was.</returns>
    private async Task<string?> TryAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = academy.Open(Scope.Everything);
        var mail = await db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id, cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await transport.SendAsync(mail, patience.Token);
            return null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever ails one message must not hold up the others.
            log.LogWarning(e, "Mail {Mail} could not be sent", id);
            return e.Message;
        }
    }
}
