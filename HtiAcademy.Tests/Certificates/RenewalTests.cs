using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Certificates;

public class RenewalTests
{
    private static readonly DateTimeOffset TwoYearsOn = BorderPosts.Noon.AddYears(2);

    [Fact]
    public async Task Taken_again_before_the_last_day_the_course_renews_and_no_day_is_lost()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var (first, renewal) = await TwiceAsync(academy, TwoYearsOn.AddDays(-30));

        renewal.Printed.Renews.Should().Be(first.Number);
        renewal.Printed.ValidUntil.Should().Be(new DateOnly(2030, 6, 15));
        first.SuccessorId.Should().Be(renewal.Id);
        first.StatusOn(new(2028, 6, 15)).Should().Be(CertificateStatus.Valid);
        first.StatusOn(new(2028, 6, 16)).Should().Be(CertificateStatus.Expired);
    }

    [Fact]
    public async Task Soon_after_the_last_day_it_renews_from_the_day_of_completion()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var (first, renewal) = await TwiceAsync(academy, TwoYearsOn.AddDays(30));

        renewal.Printed.Renews.Should().Be(first.Number);
        renewal.Printed.ValidUntil.Should().Be(new DateOnly(2030, 7, 15));
    }

    [Theory]
    [InlineData(-91)]
    [InlineData(91)]
    public async Task Out_of_time_it_is_a_certificate_of_its_own(int days)
    {
        await using var academy = await BorderPosts.OpenAsync();
        var (first, second) = await TwiceAsync(academy, TwoYearsOn.AddDays(days));

        second.Printed.Renews.Should().BeNull();
        first.SuccessorId.Should().BeNull();
    }

    [Fact]
    public async Task A_revoked_certificate_is_not_renewed()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var officer = await academy.OfficerAsync("Nakato");
        var first = await academy.CompletedAsync(await academy.EnrolledAsync(officer), BorderPosts.Noon);
        await academy.RevokedAsync(first, "Issued to the wrong person.", BorderPosts.Noon);

        (await academy.CompletedAsync(await academy.EnrolledAgainAsync(officer), TwoYearsOn)).Printed.Renews.Should().BeNull();
    }

    [Fact]
    public async Task When_the_renewal_is_revoked_the_first_can_be_renewed_again()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var (first, renewal) = await TwiceAsync(academy, TwoYearsOn.AddDays(-30));
        await academy.RevokedAsync(renewal, "Issued to the wrong person.", TwoYearsOn.AddDays(-20));

        (await academy.FoundAsync(first)).CanBeRenewedOn(new(2028, 6, 10)).Should().BeTrue();
    }

    [Fact]
    public async Task A_colleagues_certificate_is_not_renewed()
    {
        await using var academy = await BorderPosts.OpenAsync();
        await academy.CertificateOfAsync("Okello");

        (await academy.CertificateOfAsync("Nakato", now: TwoYearsOn)).Printed.Renews.Should().BeNull();
    }

    [Fact]
    public async Task A_corrected_certificate_is_renewed_in_place_of_the_one_it_replaced()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var officer = await academy.OfficerAsync("Nakato Florance");
        var first = await academy.CompletedAsync(await academy.EnrolledAsync(officer), BorderPosts.Noon);
        await academy.ChangedAsync(first, CertificateChangeKind.NameCorrection, "Nakato Florence", "A letter of the name is wrong.", BorderPosts.Noon.AddDays(1));

        var renewal = await academy.CompletedAsync(await academy.EnrolledAgainAsync(officer), TwoYearsOn);

        renewal.Printed.Renews.Should().Be("HTI-UG-2026-000002");
        renewal.Printed.HolderName.Should().Be("Nakato Florence");
    }

    private static async Task<(Certificate First, Certificate Second)> TwiceAsync(BorderPosts academy, DateTimeOffset again)
    {
        var officer = await academy.OfficerAsync("Nakato");
        var first = await academy.CompletedAsync(await academy.EnrolledAsync(officer), BorderPosts.Noon);
        var second = await academy.CompletedAsync(await academy.EnrolledAgainAsync(officer), again);
        return (await academy.FoundAsync(first), second);
    }
}
