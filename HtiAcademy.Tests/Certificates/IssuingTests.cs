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

    [Fact]
    public async Task What_breaks_off_before_it_is_saved_takes_no_number()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var enrolment = await academy.EnrolledAsync(await academy.OfficerAsync("Nakato"));
        var broken = () => academy.Academy.WriteAsync<Certificate>(Scope.Everything, async db =>
        {
            var mine = await db.Enrolments.SingleAsync(e => e.Id == enrolment.Id);
            ShortCourse.Complete(mine, BorderPosts.Noon);
            await db.IssueCertificateAsync(mine, ShortCourse.Read(), 1, Unsigned.Prover, BorderPosts.Noon, CancellationToken.None);
            await db.SaveChangesAsync();
            throw new IOException("The power is cut.");
        });

        await broken.Should().ThrowAsync<IOException>();
        await using (var db = academy.Open())
        {
            (await db.Certificates.AnyAsync()).Should().BeFalse();
            (await db.Enrolments.SingleAsync()).State.Should().Be(EnrolmentState.Invited);
        }

        (await academy.CompletedAsync(enrolment, BorderPosts.Noon)).Number.Should().Be("HTI-UG-2026-000001");
    }

    [Fact]
    public async Task Corrections_and_completions_at_once_share_the_numbers_without_a_gap()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var wrong = new List<Certificate>();
        var enrolments = new List<Enrolment>();
        for (var i = 0; i < 8; i++)
        {
            wrong.Add(await academy.CertificateOfAsync($"Wrong {(char)('A' + i)}"));
            enrolments.Add(await academy.EnrolledAsync(await academy.OfficerAsync($"Officer {i}")));
        }

        await Task.WhenAll(
            [
                .. wrong.Select((certificate, i) => Task.Run(() => academy.ChangedAsync(certificate, CertificateChangeKind.NameCorrection, $"Right {(char)('A' + i)}", "A letter of the name is wrong.", BorderPosts.Noon))),
                .. enrolments.Select(enrolment => Task.Run(() => academy.CompletedAsync(enrolment, BorderPosts.Noon))),
            ]);

        await using var db = academy.Open();
        var all = await db.Certificates.ToListAsync();
        all.Select(c => c.Sequence).Order().Should().Equal(Enumerable.Range(1, 24));
        all.Select(c => c.StatusIndex).Should().OnlyHaveUniqueItems();
    }
}
