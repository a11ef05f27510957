using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Personnel;

namespace HtiAcademy.Web.Rolls;

/// <summary>An officer who has no account yet.</summary>
/// <param name="Mail">Null for who has no mailbox of their own; then there is a user name.</param>
public sealed record NewOfficer(string FullName, string? Mail, string? UserName, string Language, Country Country, Agency Agency, string? Rank, string Audience);

/// <summary>
/// Makes accounts for officers and invites them, in what is saved next. A list has been checked as a whole, and is one entry of
/// the audit log.
/// </summary>
public sealed class NewOfficers(InvitationLetter letter)
{
    /// <summary>Who has a mailbox gets a letter with the code; for the others a slip is printed, with a code of its own.</summary>
    public Person Invite(AcademyDb db, NewOfficer officer, Guid byId, DateTimeOffset now)
    {
        var person = new Person(officer.FullName, officer.Mail, Roles.Officer, officer.Language, officer.Country.Code, officer.UserName);
        person.BelongTo(officer.Agency, officer.Rank, officer.Audience);
        db.Add(person);
        if (person.TakesMail)
        {
            var code = EntryCode.New();
            var invitation = new Invitation(person, InvitationKind.Join, code, byMail: true, byId, now);
            db.Add(invitation);
            db.Send(person, to => letter.Write(to, new IssuedCode(invitation, code), officer.Country, now));
        }

        return person;
    }
}
