using System.Text.RegularExpressions;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Personnel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Personnel;

/// <summary>What tests of people, agencies and invitations do again and again.</summary>
internal static partial class Office
{
    public const string Password = "four words of mine";

    public static async Task<Person> PersonAsync(this AcademyApp app, string signsInAs)
    {
        await using var db = app.Open();
        return await db.People.AsNoTracking().SingleAsync(p => p.NormalizedUserName == Person.Normalized(signsInAs));
    }

    public static async Task<Agency> AgencyAsync(this AcademyApp app, string country)
    {
        await using var db = app.Open();
        return await db.Agencies.AsNoTracking().FirstAsync(a => a.Country == country);
    }

    public static async Task<Agency> AddAgencyAsync(this AcademyApp app, string name, string country)
    {
        var agency = new Agency(name, country);
        await using var db = app.Open();
        db.Add(agency);
        await db.SaveChangesAsync();
        return agency;
    }

    /// <summary>Fills in the form for an officer and sends it.</summary>
    public static async Task<Page> InviteAsync(this AcademyApp app, Visitor staff, string name, string email, string userName = "", string country = "UG", string how = "mail")
    {
        var page = await staff.GetAsync("/admin/people/invite");
        return await staff.SubmitAsync(
            page.Form("/invite/send"),
            ("name", name), ("email", email), ("userName", userName), ("rank", "Inspector"), ("agency", (await app.AgencyAsync(country)).Id.ToString()),
            ("audience", "prosecutor"), ("language", "en"), ("how", how), ("role", "Officer"));
    }

    /// <summary>An officer of an agency with a code that nobody has used.</summary>
    public static Task<(Person Person, EntryCode Code)> AddInvitedAsync(this AcademyApp app, string name, string userName, InvitationKind kind = InvitationKind.Join) =>
        app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            var agency = await db.Agencies.FirstAsync(a => a.Country == "UG");
            var person = new Person(name, null, Roles.Officer, "en", "UG", userName);
            person.BelongTo(agency, null, "investigator");
            db.Add(person);
            var issued = await db.IssueCodeAsync(person, kind, byMail: false, byId: null, app.Clock.Now, CancellationToken.None);
            return (person, issued.Code);
        });

    public static string CodeIn(string text) => CodeOfLetter().Match(text).Value;

    public static Task<PersonRules> RulesAsync(this AcademyApp app, AcademyDb db) => app.Services.GetRequiredService<Reception>().RulesAsync(db, CancellationToken.None);

    [GeneratedRegex(@"\b[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\b")]
    private static partial Regex CodeOfLetter();
}
