using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Certificates;

public class AgencyRollTests
{
    [Fact]
    public async Task It_tells_how_far_each_officer_of_the_agency_is_by_name()
    {
        await using var academy = await BorderPosts.OpenAsync();
        await academy.CertificateOfAsync("Okello James");
        await academy.OfficerAsync("Zawadi Mary");
        var begun = await academy.EnrolledAsync(await academy.OfficerAsync("Nakato Florence"));
        await academy.Academy.WriteAsync(Scope.Everything, async db => (await db.Enrolments.SingleAsync(e => e.Id == begun.Id)).Read("signs", BorderPosts.Noon));

        var roll = await RollAsync(academy);

        roll.Select(line => (line.Name, line.CourseTitle, line.Enrolment?.State, line.Progress?.StepsDone, line.Progress?.StepsInAll)).Should().Equal(
            ("Nakato Florence", "Screening at the border", EnrolmentState.Active, 1, 5),
            ("Okello James", "Screening at the border", EnrolmentState.Completed, 5, 5),
            ("Zawadi Mary", null, null, null, null));
    }

    [Fact]
    public async Task Other_agencies_officers_are_not_on_it()
    {
        await using var academy = await BorderPosts.OpenAsync();
        await academy.CertificateOfAsync("José Ángel Ñúñez", "GT", "es");

        (await RollAsync(academy)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_partner_of_another_agency_reads_nothing_of_it()
    {
        await using var academy = await BorderPosts.OpenAsync();
        await academy.CertificateOfAsync("Okello James");
        await using var db = academy.Open(Scope.Of(Guid.NewGuid(), Roles.Partner, academy.AgencyIn("GT").Id, []));

        (await db.RollOfAsync(academy.AgencyIn("UG").Id, academy.Catalogue, new Locale("en", "UG"), CancellationToken.None)).Should().BeEmpty();
    }

    private static async Task<IReadOnlyList<RollLine>> RollAsync(BorderPosts academy)
    {
        var agency = academy.AgencyIn("UG").Id;
        await using var db = academy.Open(Scope.Of(Guid.NewGuid(), Roles.Partner, agency, []));
        return await db.RollOfAsync(agency, academy.Catalogue, new Locale("en", "UG"), CancellationToken.None);
    }
}
