using System.Security.Cryptography;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.DataProtection;

namespace HtiAcademy.Web.Reminders;

/// <summary>
/// Links that stop reminders without signing in. They do not expire, since an old mail must stop what it announces, and
/// they can be neither read nor made up.
/// </summary>
public sealed class StopLinks(IDataProtectionProvider protection, AcademyAddress address)
{
    private readonly IDataProtector _protector = protection.CreateProtector("stop-reminders");

    public string To(Guid personId, params IEnumerable<ReminderKind> kinds) => address.Page(Path(personId, kinds));

    public string Path(Guid personId, params IEnumerable<ReminderKind> kinds) =>
        $"/reminders/stop/{_protector.Protect($"{personId:N} {string.Join(' ', kinds)}")}";

    /// <returns>Null when the academy made no such link.</returns>
    public StopRequest? Read(string token)
    {
        try
        {
            var words = _protector.Unprotect(token).Split(' ');
            return new StopRequest(Guid.ParseExact(words[0], "N"), [.. words.Skip(1).Select(Enum.Parse<ReminderKind>)]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <param name="Kinds">To be stopped.</param>
public sealed record StopRequest(Guid PersonId, IReadOnlyList<ReminderKind> Kinds);
