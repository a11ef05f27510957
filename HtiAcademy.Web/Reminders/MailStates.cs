using HtiAcademy.Domain.Reminders;

namespace HtiAcademy.Web.Reminders;

/// <summary>The states of mail as addresses of the mail page name them.</summary>
internal static class MailStates
{
    public const string GivenUp = "given-up";
    public const string Waiting = "waiting";
    public const string Sent = "sent";

    public static IQueryable<Mail> In(this IQueryable<Mail> outbox, string state) => state switch
    {
        Waiting => outbox.Waiting(),
        Sent => outbox.Delivered(),
        _ => outbox.Undeliverable(),
    };
}
