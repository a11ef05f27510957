using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Learning;

namespace HtiAcademy.Tests.Certificates;

public class CertificateTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 9, 0, 0, TimeSpan.Zero);
    private static readonly Person Officer = new("Nakato Florence", "nakato@example.org", Roles.Officer, "en", "UG");
    private static readonly Person Administrator = new("Ruth Achieng", "ruth@example.org", Roles.Administrator, "en", "UG");

    private static readonly Printed Printed = new(
        "Nakato Florence", "Inspector", "Uganda Police Force", "Uganda", "Screening at the border", 1, 4, new(2026, 6, 15), new(2028, 6, 15), "90–100 %", "Okello James", "en");

    [Theory]
    [InlineData(EnrolmentState.Invited)]
    [InlineData(EnrolmentState.Active)]
    public void Only_a_completed_enrolment_earns_one(EnrolmentState state)
    {
        var enrolment = ShortCourse.Enrolment(Officer, EnrolmentState.Invited, Now);
        if (state == EnrolmentState.Active)
        {
            enrolment.Read("signs", Now);
        }

        enrolment.State.Should().Be(state);
        enrolment.Invoking(e => new Certificate(e, Printed, 1, VerificationCode.New(), Now)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Its_number_names_the_country_the_year_of_completion_and_its_place() =>
        Issue(sequence: 123).Number.Should().Be("HTI-UG-2026-000123");

    [Fact]
    public void The_first_of_a_year_is_number_one() =>
        FluentActions.Invoking(() => Issue(sequence: 0)).Should().Throw<ArgumentOutOfRangeException>();

    [Theory]
    [InlineData(2026, 6, 15, CertificateStatus.Valid)]
    [InlineData(2028, 6, 15, CertificateStatus.Valid)]
    [InlineData(2028, 6, 16, CertificateStatus.Expired)]
    public void It_is_valid_to_the_end_of_its_last_day(int year, int month, int day, CertificateStatus status) =>
        Issue().StatusOn(new(year, month, day)).Should().Be(status);

    [Fact]
    public void Without_a_last_day_it_never_expires() =>
        Issue(Printed with { ValidUntil = null }).StatusOn(new(2099, 1, 1)).Should().Be(CertificateStatus.Valid);

    [Theory]
    [InlineData(2026)]
    [InlineData(2029)]
    public void Revoked_it_is_revoked_whatever_the_day(int year)
    {
        var certificate = Issue();
        certificate.Revoke("Issued to the wrong person.", Administrator, Now);
        certificate.StatusOn(new(year, 12, 1)).Should().Be(CertificateStatus.Revoked);
    }

    [Fact]
    public void Revoked_again_it_keeps_the_first_reason_and_day()
    {
        var certificate = Issue();
        certificate.Revoke("Issued to the wrong person.", Administrator, Now).Should().BeTrue();
        certificate.Revoke("Another reason altogether.", Administrator, Now.AddDays(3)).Should().BeFalse();
        certificate.RevokedReason.Should().Be("Issued to the wrong person.");
        certificate.RevokedAt.Should().Be(Now);
        certificate.RevokedById.Should().Be(Administrator.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("mistake")]
    [InlineData("   mistake   \n ")]
    public void It_is_not_revoked_without_a_reason_that_says_something(string reason) => ShouldBeRefused(reason);

    [Fact]
    public void It_is_not_revoked_for_a_reason_longer_than_it_keeps() => ShouldBeRefused(new string('x', 501));

    [Theory]
    [InlineData(10)]
    [InlineData(500)]
    public void Reasons_of_10_to_500_characters_do(int length) => Certificate.IsReason(new string('x', length)).Should().BeTrue();

    [Fact]
    public void A_line_break_is_one_character_of_the_reason_as_the_browser_counted_it()
    {
        var certificate = Issue();
        certificate.Revoke(new string('x', 498) + "\r\n" + "y", Administrator, Now);
        certificate.RevokedReason.Should().HaveLength(500).And.NotContain("\r");
    }

    private static void ShouldBeRefused(string reason)
    {
        var certificate = Issue();
        Certificate.IsReason(reason).Should().BeFalse();
        certificate.Invoking(c => c.Revoke(reason, Administrator, Now)).Should().Throw<ArgumentException>();
        certificate.RevokedAt.Should().BeNull();
    }

    private static Certificate Issue(Printed? printed = null, int sequence = 1) =>
        new(ShortCourse.Enrolment(Officer, EnrolmentState.Completed, Now), printed ?? Printed, sequence, VerificationCode.New(), Now);
}
