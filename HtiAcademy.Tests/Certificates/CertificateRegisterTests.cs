using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Certificates;

namespace HtiAcademy.Tests.Certificates;

public class CertificateRegisterTests
{
    /// <summary>Past midnight in Kampala, afternoon in Guatemala.</summary>
    private static readonly DateTimeOffset Evening = new(2028, 6, 15, 21, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_certificate_expires_at_midnight_of_its_own_country()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var inUganda = await academy.CertificateOfAsync("Nakato", "UG");
        var inGuatemala = await academy.CertificateOfAsync("José", "GT");
        inUganda.Printed.ValidUntil.Should().Be(inGuatemala.Printed.ValidUntil).And.Be(new DateOnly(2028, 6, 15));

        (await StandingAsync(academy, inUganda, Evening)).Status.Should().Be(CertificateStatus.Expired);
        (await StandingAsync(academy, inGuatemala, Evening)).Status.Should().Be(CertificateStatus.Expiring);
    }

    [Fact]
    public async Task A_visitor_is_told_of_the_revocation_by_the_calendar_of_the_country()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.CertificateOfAsync("Nakato");
        await academy.RevokedAsync(certificate, "Issued to the wrong person.", Evening);

        var standing = await StandingAsync(academy, certificate, Evening);

        standing.Status.Should().Be(CertificateStatus.Revoked);
        standing.EndedOn.Should().Be(new DateOnly(2028, 6, 16));
        standing.Certificate.Stands.Should().BeFalse();
    }

    [Fact]
    public async Task An_officers_certificates_come_the_newest_first_and_without_anyone_elses()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var mine = await academy.CertificateOfAsync("Nakato");
        await academy.CertificateOfAsync("Okello");
        await using var db = academy.Open();

        var standings = await Register(academy, Evening).ReadAsync(db, db.Certificates.OfOfficer(mine.OfficerId), CancellationToken.None);

        standings.Should().ContainSingle().Which.Certificate.Id.Should().Be(mine.Id);
    }

    private static async Task<Standing> StandingAsync(BorderPosts academy, Certificate certificate, DateTimeOffset now)
    {
        await using var db = academy.Open(Scope.Nobody);
        return (await Register(academy, now).ReadAsync(db, db.Certificates.OnPaper(certificate.Code), CancellationToken.None)).Single();
    }

    private static CertificateRegister Register(BorderPosts academy, DateTimeOffset now) => new(academy.Catalogue, new StoppedClock(now));

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
