using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Certificates;

public class CertificateQueriesTests
{
    [Fact]
    public async Task Whoever_has_the_code_finds_the_one_certificate_and_no_other()
    {
        await using var academy = await BorderPosts.OpenAsync();
        await academy.CertificateOfAsync("Okello");
        var certificate = await academy.CertificateOfAsync("Nakato");

        await using var visitor = academy.Open(Scope.Nobody);
        (await visitor.Certificates.OnPaper(certificate.Code).SingleAsync()).Id.Should().Be(certificate.Id);
        (await visitor.Certificates.OnPaper(VerificationCode.New()).AnyAsync()).Should().BeFalse();
        (await visitor.Certificates.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task By_number_it_is_found_by_its_officer_its_trainers_its_agency_and_administrators_alone()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.CertificateOfAsync("Nakato");
        (string Who, Scope Scope, bool Finds)[] people =
        [
            ("the officer", Scope.Of(certificate.OfficerId, Roles.Officer, certificate.AgencyId, []), true),
            ("a trainer there", Scope.Of(Guid.NewGuid(), Roles.Trainer, null, ["UG"]), true),
            ("the agency's partner", Scope.Of(Guid.NewGuid(), Roles.Partner, academy.AgencyIn("UG").Id, []), true),
            ("an administrator", Scope.Of(Guid.NewGuid(), Roles.Administrator, null, []), true),
            ("a colleague", Scope.Of(Guid.NewGuid(), Roles.Officer, certificate.AgencyId, []), false),
            ("a trainer elsewhere", Scope.Of(Guid.NewGuid(), Roles.Trainer, null, ["GT"]), false),
            ("another agency's partner", Scope.Of(Guid.NewGuid(), Roles.Partner, academy.AgencyIn("GT").Id, []), false),
            ("a visitor", Scope.Nobody, false),
        ];

        foreach (var (who, scope, finds) in people)
        {
            await using var db = academy.Open(scope);
            (await db.Certificates.NumberedOrCoded(certificate.Number).AnyAsync()).Should().Be(finds, who);
        }
    }

    [Fact]
    public async Task It_is_found_by_number_or_code_however_typed_and_by_nothing_else()
    {
        await using var academy = await BorderPosts.OpenAsync();
        await academy.CertificateOfAsync("Okello");
        var certificate = await academy.CertificateOfAsync("Nakato");
        await using var db = academy.Open();

        foreach (var typed in new[] { "hti-ug-2026-000002", certificate.Code.ToString().ToLowerInvariant() })
        {
            (await db.Certificates.NumberedOrCoded(typed).SingleAsync()).Id.Should().Be(certificate.Id);
        }

        foreach (var typed in new[] { null, "", "Nakato", "HTI-UG-2026-000003", "HTI-GT-2026-000002", "HTI-UG-2025-000002" })
        {
            (await db.Certificates.NumberedOrCoded(typed).AnyAsync()).Should().BeFalse(typed);
        }
    }

    [Fact]
    public async Task What_was_revoked_is_not_printed_again()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var stands = await academy.CertificateOfAsync("Nakato");
        await academy.RevokedAsync(await academy.CertificateOfAsync("Okello"), "Issued to the wrong person.", BorderPosts.Noon);

        await using var db = academy.Open();
        (await db.Certificates.Standing().SingleAsync()).Id.Should().Be(stands.Id);
    }
}
