using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using HtiAcademy.Domain.Reminders;

namespace HtiAcademy.Web.Reminders;

internal static class MailMessages
{
    extension(Mail mail)
    {
        /// <summary>The message as it goes over the wire (RFC 5322). Its id is the same however often it is sent, so that mail programs show it once.</summary>
        public MailMessage ToMessage(MailAddress from)
        {
            var message = new MailMessage(from, new MailAddress(mail.ToAddress, mail.ToName, Encoding.UTF8))
            {
                Subject = mail.Subject,
                SubjectEncoding = Encoding.UTF8,
                HeadersEncoding = Encoding.UTF8,
                Body = mail.Text.ReplaceLineEndings("\r\n"),
                BodyEncoding = Encoding.UTF8,
                BodyTransferEncoding = TransferEncoding.QuotedPrintable,
            };
            message.Headers["Message-ID"] = $"<{mail.Id:N}@{from.Host}>";
            message.Headers["Content-Language"] = mail.Language;
            // Keeps holiday notices from answering.
            message.Headers["Auto-Submitted"] = "auto-generated";
            if (mail.Unsubscribe is { } address)
            {
                message.Headers["List-Unsubscribe"] = $"<{address}>";
                message.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
            }

            message.AlternateViews.Add(HtmlPart(mail));
            foreach (var attachment in mail.Attachments)
            {
                message.Attachments.Add(new Attachment(new MemoryStream(attachment.Bytes), attachment.Name, attachment.MediaType));
            }

            return message;
        }
    }

    private static AlternateView HtmlPart(Mail mail)
    {
        var html = HtmlLetter.Write(mail.Text, mail.Language).ReplaceLineEndings("\r\n");
        var view = AlternateView.CreateAlternateViewFromString(html, Encoding.UTF8, MediaTypeNames.Text.Html);
        view.TransferEncoding = TransferEncoding.QuotedPrintable;
        return view;
    }
}
