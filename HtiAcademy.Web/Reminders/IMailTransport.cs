using HtiAcademy.Domain.Reminders;

namespace HtiAcademy.Web.Reminders;

/// <summary>Takes a message away. An exception means that it was not taken.</summary>
public interface IMailTransport
{
    /// <summary>May be asked for the same message again, when the academy did not hear that it was taken.</summary>
    Task SendAsync(Mail mail, CancellationToken cancellationToken);
}
