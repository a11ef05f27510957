using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HtiAcademy.Web.Demo;

/// <summary>Invented people in five countries, each with a cohort part-way through the course, to try the academy with.</summary>
public sealed class DemoAcademy(Academy academy, Catalogue catalogue, IProveCertificates prover, IOptions<PasswordHasherOptions> hashes, TimeProvider clock, IConfiguration configuration, IHostEnvironment environment)
{
    public const string Password = "Academy-demo-1";
    public const string AdministratorAddress = "admin@demo.example";
    private const string CourseId = "foundations";

    private static readonly string[] Parts = ["officer", "trainer", "partner"];

    /// <summary>What the sign-in page offers.</summary>
    public static IEnumerable<string> Accounts =>
    [
        .. from cast in DemoCast.All from part in Parts select $"{part}.{cast.Country.ToLowerInvariant()}@demo.example",
        AdministratorAddress,
    ];

    public bool IsOn => configuration.GetValue("Academy:Demo", environment.IsDevelopment());

    /// <summary>Does nothing when there are people already.</summary>
    public Task EnsureAsync() => academy.WriteAsync(Scope.Everything, async db =>
    {
        if (await db.People.AnyAsync())
        {
            return;
        }

        var version = await db.CourseVersions.LatestOf(CourseId).FirstAsync();
        var published = await catalogue.CourseAsync(version.Id);
        var account = new Account(new PasswordHasher<Person>(hashes).HashPassword(null!, Password));
        db.Add(account.Of(new Person("Amina Osei", AdministratorAddress, Roles.Administrator, "en", "UG")));
        foreach (var cast in DemoCast.All)
        {
            await PopulateAsync(db, cast, version, published, account);
        }
    });

    private async Task PopulateAsync(AcademyDb db, DemoCast cast, CourseVersion version, PublishedCourse published, Account account)
    {
        var now = clock.GetUtcNow();
        var tag = cast.Country.ToLowerInvariant();
        var agency = new Agency(cast.Agency, cast.Country);
        var trainer = account.Of(new Person(cast.Trainer, $"trainer.{tag}@demo.example", Roles.Trainer, cast.Language, cast.Country));
        trainer.TrainIn(cast.Country);
        var partner = account.Of(new Person(cast.Partner, $"partner.{tag}@demo.example", Roles.Partner, cast.Language, cast.Country));
        partner.BelongTo(agency, rank: null, audience: "investigator");
        var today = published.Course.Country(cast.Country).DayOf(now);
        var cohort = new Cohort(cast.Cohort, version, cast.Country, agency, today.AddDays(-21), today.AddDays(6));
        cohort.Appoint(trainer);
        db.AddRange(agency, trainer, partner, cohort);
        await db.SaveChangesAsync();

        foreach (var member in cast.Officers)
        {
            var address = member == cast.Officers[0] ? $"officer.{tag}@demo.example" : $"{member.Address}@demo.example";
            var officer = account.Of(new Person(member.Name, address, Roles.Officer, cast.Language, cast.Country));
            officer.BelongTo(agency, member.Rank, member.Audience);
            var enrolment = new Enrolment(cohort, officer, now.AddDays(-21));
            db.AddRange(officer, enrolment);
            await db.SaveChangesAsync();
            await new DemoStudy(db, published, enrolment, officer, prover).AdvanceAsync(member.StepsDone, now.AddDays(-20));
        }
    }

    // One hash for all: they share the password anyway, and each hash takes a tenth of a second.
    private sealed class Account(string passwordHash)
    {
        public Person Of(Person person)
        {
            person.EmailConfirmed = true;
            person.SecurityStamp = Guid.NewGuid().ToString("N");
            person.PasswordHash = passwordHash;
            return person;
        }
    }
}
