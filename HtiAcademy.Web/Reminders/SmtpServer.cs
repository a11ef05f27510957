using System.Net;
using System.Net.Mail;
using System.Security.Cryptography.X509Certificates;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Data;

namespace HtiAcademy.Web.Reminders;

/// <summary>
/// Hands mail to the server that <c>Mail:Smtp</c> names, encrypted (STARTTLS) unless it is this machine and no certificate
/// is named.
/// </summary>
public sealed class SmtpServer : IMailTransport
{
    private readonly string _host;
    private readonly int _port;
    private readonly NetworkCredential? _credentials;
    private readonly MailAddress _from;
    private readonly X509Certificate2Collection? _trusted;

    /// <exception cref="StartupException">The sender is missing or no mail address, or the certificate cannot be read.</exception>
    public SmtpServer(IConfigurationSection smtp)
    {
        _host = smtp["Host"] ?? "";
        _port = smtp.GetValue("Port", 587);
        _credentials = smtp["User"] is { Length: > 0 } user ? new NetworkCredential(user, smtp["Password"]) : null;
        _from = MailAddress.TryCreate(smtp["From"], out var from)
            ? from
            : throw new StartupException($"Mail:Smtp:From is '{smtp["From"]}'; it must be the mail address that the academy writes from.");
        _trusted = smtp["TrustedCertificate"] is { Length: > 0 } file ? TrustedCertificates.Read(file) : null;
    }

    public async Task SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        using var message = mail.ToMessage(_from);
        // Less than the outbox waits: a server that falls silent after a wrong password would hold it for 100 seconds.
        using var client = new SmtpClient(_host, _port) { EnableSsl = _trusted is not null || !IsThisMachine(_host), Credentials = _credentials, Timeout = 20_000 };
        TrustedCertificates.TrustHere(_trusted);
        try
        {
            await client.SendMailAsync(message, cancellationToken);
        }
        catch (SmtpException e) when (IsForGood(e))
        {
            throw new RefusedForGoodException(e.Message, e);
        }
        catch (SmtpException e) when (e.InnerException is not null)
        {
            // The outer one says no more than that it failed.
            throw new SmtpException($"{e.Message} {e.InnerException.Message}", e);
        }
    }

    // The client tells a refused recipient by its exception only where the code is one of the four that mean a mailbox:
    // a server that would have to relay, or does not like what it reads, answers 554, and 556 when no mail goes to that place at all.
    private static bool IsForGood(SmtpException e) =>
        (int)e.StatusCode is 554 or 556 || (e is SmtpFailedRecipientException && (int)e.StatusCode >= 500);

    private static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
