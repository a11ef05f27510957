using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Certificates;

public class IssuingTests
{
    [Fact]
    public async Task Twenty_completed_at_once_are_numbered_without_a_gap()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var enrolments = new List<Enrolment>();
        for (var i = 0; i < 20; i++)
        {
            enrolments.Add(await academy.EnrolledAsync(await academy.OfficerAsync($"Officer {i}")));
        }

        await Task.WhenAll(enrolments.Select(enrolment => Task.Run(() => academy.CompletedAsync(enrolment, BorderPosts.Noon))));

        await using var db = academy.Open();
        var numbers = (await db.Certificates.ToListAsync()).Select(c => c.Number);
        numbers.Should().BeEquivalentTo(Enumerable.Range(1, 20).Select(n => $"HTI-UG-2026-{n:D6}"));
    }

    [Fact]
    public async Task Each_country_and_each_year_counts_for_itself()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var (thisYear, nextYear) = (BorderPosts.Noon, BorderPosts.Noon.AddYears(1));

        (await academy.CertificateOfAsync("Nakato", "UG", now: thisYear)).Number.Should().Be("HTI-UG-2026-000001");
        (await academy.CertificateOfAsync("José", "GT", now: thisYear)).Number.Should().Be("HTI-GT-2026-000001");
        (await academy.CertificateOfAsync("Okello", "UG", now: thisYear)).Number.Should().Be("HTI-UG-2026-000002");
        (await academy.CertificateOfAsync("Wanjiku", "UG", now: nextYear)).Number.Should().Be("HTI-UG-2027-000001");
    }

    [Fact]
    public async Task The_day_and_the_year_are_those_of_the_country()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var newYearInKampala = new DateTimeOffset(2026, 12, 31, 21, 30, 0, TimeSpan.Zero);

        var inUganda = await academy.CertificateOfAsync("Nakato", "UG", now: newYearInKampala);
        var inGuatemala = await academy.CertificateOfAsync("José", "GT", now: newYearInKampala);

        inUganda.Number.Should().Be("HTI-UG-2027-000001");
        inUganda.Printed.CompletedOn.Should().Be(new DateOnly(2027, 1, 1));
        inGuatemala.Number.Should().Be("HTI-GT-2026-000001");
        inGuatemala.Printed.CompletedOn.Should().Be(new DateOnly(2026, 12, 31));
    }

    [Fact]
    public async Task It_prints_what_held_on_the_day()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.CertificateOfAsync("Nakato Florence Nabirye");
        certificate.Printed.Should().Be(new Printed(
            "Nakato Florence Nabirye", "Inspector", "Uganda Police Force", "Uganda", "Screening at the border", 1, 4,
            new(2026, 6, 15), new(2028, 6, 15), "90–100 %", "Okello James\nSarah Whitfield", "en", "20\tThe signs\n20\tThe questions"));
    }

    [Fact]
    public async Task It_prints_the_officers_language()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.CertificateOfAsync("José Ángel Ñúñez", "GT", "es");
        certificate.Printed.CourseTitle.Should().Be("Detección en la frontera");
        certificate.Printed.Language.Should().Be("es");
    }

    [Fact]
    public async Task An_enrolment_earns_one_certificate_and_no_second()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var first = await academy.CertificateOfAsync("Nakato");

        var again = () => academy.Academy.WriteAsync(Scope.Everything, async db =>
        {
            var enrolment = await db.Enrolments.SingleAsync(e => e.Id == first.EnrolmentId);
            return await db.IssueCertificateAsync(enrolment, ShortCourse.Read(), 1, Unsigned.Prover, BorderPosts.Noon, CancellationToken.None);
        });

        await again.Should().ThrowAsync<DbUpdateException>();
        await using var db = academy.Open();
        (await db.Certificates.SingleAsync()).Id.Should().Be(first.Id);
    }
}
