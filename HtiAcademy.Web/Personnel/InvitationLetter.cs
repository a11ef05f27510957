using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Personnel;

/// <summary>The letter with a one-time code, in the person's language. Safe on a lock screen: it names neither courses nor agencies.</summary>
public sealed class InvitationLetter(IStringLocalizer<Words> words, AcademyAddress address)
{
    /// <summary>Where a code is typed, or follows in a link.</summary>
    public const string Door = "/account/invitation";

    /// <param name="place">Where the person works, in whose time they read; null for universal time.</param>
    public Mail Write(Person person, IssuedCode issued, Country? place, DateTimeOffset now)
    {
        using var _ = Language.Speak(Language.Culture(person.Language, person.Country));
        var joins = issued.Invitation.Kind == InvitationKind.Join;
        string[] paragraphs =
        [
            words["Dear {0},", person.FullName],
            joins
                ? words["An account at the HTI Academy was made for you. Open this address to choose a password and to say how your name is written:"]
                : words["Open this address to choose a new password for your account at the HTI Academy:"],
            address.Page($"{Door}/{issued.Code}"),
            words["It works once, until {0}. After that, ask your trainer for a new one.", LocalTime.Show(issued.Invitation.ExpiresAt, place)],
            words["You sign in with: {0}", person.UserName!],
            words["If you do not know what this is about, you need not do anything."],
        ];
        return new Mail(
            $"invitation/{issued.Invitation.Id:N}",
            person,
            joins ? words["HTI Academy: your account"] : words["HTI Academy: a new password"],
            string.Join("\n\n", paragraphs) + "\n",
            now);
    }
}
