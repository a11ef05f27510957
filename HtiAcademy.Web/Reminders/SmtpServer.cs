using System.Net;
using System.Net.Mail;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Data;

namespace HtiAcademy.Web.Reminders;

/// <summary>Hands mail to the server that <c>Mail:Smtp</c> names, encrypted unless it is this machine.</summary>
public sealed class SmtpServer : IMailTransport
{
    private readonly string _host;
    private readonly int _port;
    private readonly NetworkCredential? _credentials;
    private readonly MailAddress _from;

    /// <exception cref="StartupException">The sender is missing or no mail address.</exception>
    public SmtpServer(IConfigurationSection smtp)
    {
        _host = smtp["Host"] ?? "";
        _port = smtp.GetValue("Port", 587);
        _credentials = smtp["User"] is { Length: > 0 } user ? new NetworkCredential(user, smtp["Password"]) : null;
        _from = MailAddress.TryCreate(smtp["From"], out var from)
            ? from
            : throw new StartupException($"Mail:Smtp:From is '{smtp["From"]}'; it must be the mail address that the academy writes from.");
    }

    public async Task SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        using var message = mail.ToMessage(_from);
        using var client = new SmtpClient(_host, _port) { EnableSsl = !IsThisMachine(_host), Credentials = _credentials };
        await client.SendMailAsync(message, cancellationToken);
    }

    private static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
