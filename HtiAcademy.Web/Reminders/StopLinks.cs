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
    public const string Start = "/reminders/stop";

    private readonly IDataProtector _protector = protection.CreateProtector("stop-reminders");

    public string To(Guid personId, params IEnumerable<ReminderKind> kinds) => address.Page(Path(personId, kinds));

    public string Path(Guid personId, params IEnumerable<ReminderKind> kinds) =>
        $"{Start}/{_protector.Protect($"{personId:N} {string.Join(' ', kinds)}")}";

    /// <returns>Null when the academy made no such link, or makes none any more: the kind has another name since, or can no longer be stopped.</returns>
    public StopRequest? Read(string token)
    {
        try
        {
            var words = _protector.Unprotect(token).Split(' ');
            var kinds = words.Skip(1).Select(word => Enum.TryParse<ReminderKind>(word, out var kind) && kind.IsOptional ? kind : (ReminderKind?)null).ToList();
            return kinds.Contains(null) ? null : new StopRequest(Guid.ParseExact(words[0], "N"), [.. kinds.OfType<ReminderKind>()]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <param name="Kinds">To be stopped.</param>
public sealed record StopRequest(Guid PersonId, IReadOnlyList<ReminderKind> Kinds);
