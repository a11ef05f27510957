using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Certificates;

/// <summary>Officers who have completed the demo's course.</summary>
internal static class IssuedCertificates
{
    public static async Task<IReadOnlyList<Certificate>> AddAsync(AcademyApp app, string country, params IReadOnlyList<string> names)
    {
        var issued = new List<Certificate>();
        foreach (var name in names)
        {
            issued.Add(await app.Academy.WriteAsync(Scope.Everything, async db =>
            {
                var cohort = await db.Cohorts.FirstAsync(c => c.Country == country);
                var agency = await db.Agencies.SingleAsync(a => a.Id == cohort.AgencyId);
                var officer = new Person(name, $"{Guid.NewGuid():N}@example.org", Roles.Officer, "en", country);
                officer.BelongTo(agency, "Inspector", "investigator");
                var enrolment = new Enrolment(cohort, officer, app.Clock.Now);
                db.AddRange(officer, enrolment);
                var published = await app.Services.GetRequiredService<Catalogue>().CourseAsync(cohort.VersionId);
                await db.SaveChangesAsync();
                await new DemoStudy(db, published, enrolment, officer, app.Services.GetRequiredService<IProveCertificates>()).AdvanceAsync(steps: 7, app.Clock.Now.AddDays(-20));
                return await db.Certificates.SingleAsync(c => c.EnrolmentId == enrolment.Id);
            }));
        }

        return issued;
    }
}
