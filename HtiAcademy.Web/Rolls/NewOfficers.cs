using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Rolls;

/// <summary>An officer who has no account yet.</summary>
/// <param name="Mail">Null for who has no mailbox of their own; then there is a user name.</param>
public sealed record NewOfficer(string FullName, string? Mail, string? UserName, string Language, string Country, Agency Agency, string? Rank, string Audience);

/// <summary>Makes accounts for officers and invites them, in what is saved next.</summary>
public sealed class NewOfficers(IStringLocalizer<Words> words, AcademyAddress address)
{
    /// <summary>Who has a mailbox gets a letter with the code; for the others a slip is printed, with a code of its own.</summary>
    public Person Invite(AcademyDb db, NewOfficer officer, Guid byId, DateTimeOffset now)
    {
        var person = new Person(officer.FullName, officer.Mail, Roles.Officer, officer.Language, officer.Country, officer.UserName);
        person.BelongTo(officer.Agency, officer.Rank, officer.Audience);
        db.Add(person);
        if (person.TakesMail)
        {
            var code = EntryCode.New();
            var invitation = new Invitation(person, InvitationKind.Join, code, byMail: true, byId, now);
            db.Add(invitation);
            db.Send(person, to => Letter(invitation, code, to, now));
        }

        return person;
    }

    private Mail Letter(Invitation invitation, EntryCode code, Person to, DateTimeOffset now)
    {
        using var _ = Language.Speak(Language.Culture(to.Language, to.Country));
        string[] paragraphs =
        [
            words["Dear {0},", to.FullName],
            words["You are invited to the HTI Academy. Open this address, choose a password and say how your name shall stand on your certificate:"],
            address.Page($"/account/invitation/{code}"),
            words["The address works once, until {0}. Do not pass it on.", LocalTime.Show(DateOnly.FromDateTime(invitation.ExpiresAt.UtcDateTime))],
        ];
        return new Mail($"invitation/{invitation.Id:N}", to, words["HTI Academy: your invitation"], string.Join("\n\n", paragraphs) + "\n", now);
    }
}
