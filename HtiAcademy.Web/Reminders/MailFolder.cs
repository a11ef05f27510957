using System.Globalization;
using System.Net.Mail;
using System.Text;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Data;

namespace HtiAcademy.Web.Reminders;

/// <summary>Keeps mail as files that any mail program opens, where no server is configured.</summary>
public sealed class MailFolder(DataDirectory directory) : IMailTransport
{
    private static readonly MailAddress From = new("academy@localhost", "HTI Academy");

    public async Task SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        var pickup = Emptied(directory.File("mail", $".{mail.Id:N}"));
        using (var message = mail.ToMessage(From))
        using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = pickup.FullName })
        {
            await client.SendMailAsync(message, cancellationToken);
        }

        var written = pickup.GetFiles().Single().FullName;
        // The client doubles dots at the beginning of lines, as a server wants them and a mail program does not.
        var text = await File.ReadAllTextAsync(written, Encoding.Latin1, cancellationToken);
        await File.WriteAllTextAsync(written, text.Replace("\r\n..", "\r\n.", StringComparison.Ordinal), Encoding.Latin1, cancellationToken);
        // A file appears whole or not at all, and the same message always under the same name.
        File.Move(written, directory.File("mail", Name(mail)), overwrite: true);
        pickup.Delete();
    }

    // A crash may have left a part of the message there.
    private static DirectoryInfo Emptied(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        return Directory.CreateDirectory(path);
    }

    // In the order in which it was written.
    private static string Name(Mail mail) => string.Create(CultureInfo.InvariantCulture, $"{mail.WrittenAt.UtcDateTime:yyyyMMdd-HHmmss}-{mail.Id:N}.eml");
}
