using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Pdf;
using HtiAcademy.Web.Reminders;

namespace HtiAcademy.Web.Personnel;

/// <summary>Gets people into the academy: makes their accounts and hands out codes by letter and by slip.</summary>
public sealed class Reception(Calendars calendars, InvitationLetter letter)
{
    public async Task<PersonRules> RulesAsync(AcademyDb db, CancellationToken cancellationToken) =>
        new([.. (await calendars.ReadAsync(db, cancellationToken)).Keys.Order(StringComparer.Ordinal)], PdfFonts.Covers);

    /// <param name="byMail">Otherwise a slip is printed later.</param>
    public async Task<Invited> InviteAsync(AcademyDb db, Invitee invitee, bool byMail, Person by, string from, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var invited = await db.InviteAsync(invitee, by, await RulesAsync(db, cancellationToken), from, now, cancellationToken);
        if (byMail && invited.Person is { TakesMail: true } person)
        {
            await WriteAsync(db, person, by, now, cancellationToken);
        }

        return invited;
    }

    /// <summary>Sends a letter with a new code: to begin with, or for a new password.</summary>
    public async Task SendAsync(AcademyDb db, Person person, Person by, string from, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await WriteAsync(db, person, by, now, cancellationToken);
        await db.AuditAsync(by.AuditName, "invitation.sent", $"{person.AuditName}: {KindFor(person)}", from, now, cancellationToken);
    }

    /// <summary>Makes a new code to be printed. Saves, so that many can be made in one transaction.</summary>
    public async Task<Slip> WriteSlipAsync(AcademyDb db, Person person, Person by, string from, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var issued = await db.IssueCodeAsync(person, KindFor(person), byMail: false, by.Id, now, cancellationToken);
        await db.AuditAsync(by.AuditName, "invitation.printed", $"{person.AuditName}: {issued.Invitation.Kind}", from, now, cancellationToken);
        // The audit log's next entry follows the one that is in the database.
        await db.SaveChangesAsync(cancellationToken);
        return new Slip(person.FullName, person.UserName!, person.Language, person.Country, await PlaceAsync(db, person, cancellationToken), issued);
    }

    private static InvitationKind KindFor(Person person) => person.PasswordHash is null ? InvitationKind.Join : InvitationKind.NewPassword;

    private async Task WriteAsync(AcademyDb db, Person person, Person by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var issued = await db.IssueCodeAsync(person, KindFor(person), byMail: true, by.Id, now, cancellationToken);
        var place = await PlaceAsync(db, person, cancellationToken);
        db.Send(person, to => letter.Write(to, issued, place, now));
    }

    private async Task<Country?> PlaceAsync(AcademyDb db, Person person, CancellationToken cancellationToken) =>
        (await calendars.ReadAsync(db, cancellationToken)).GetValueOrDefault(person.Country);
}
