using HtiAcademy.Domain.Reminders;

namespace HtiAcademy.Web.Reminders;

/// <summary>Takes a message away. An exception means that it was not taken.</summary>
public interface IMailTransport
{
    /// <summary>May be asked for the same message again, when the academy did not hear that it was taken.</summary>
    /// <exception cref="RefusedForGoodException">It will never be taken.</exception>
    Task SendAsync(Mail mail, CancellationToken cancellationToken);
}

/// <summary>The recipient or the message is refused for good, so that another try would be refused too.</summary>
public sealed class RefusedForGoodException(string message, Exception inner) : Exception(message, inner);
