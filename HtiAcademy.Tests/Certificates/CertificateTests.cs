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
        enrolment.Invoking(e => new Certificate(e, Printed, 1, VerificationCode.New(), 0, Now)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Its_number_names_the_country_the_year_of_completion_and_its_place() =>
        Issue(sequence: 123).Number.Should().Be("HTI-UG-2026-000123");

    [Fact]
    public void The_first_of_a_year_is_number_one() =>
        FluentActions.Invoking(() => Issue(sequence: 0)).Should().Throw<ArgumentOutOfRangeException>();

    [Theory]
    [InlineData(2026, 6, 15, CertificateStatus.Valid)]
    [InlineData(2028, 3, 16, CertificateStatus.Valid)]
    [InlineData(2028, 3, 17, CertificateStatus.Expiring)]
    [InlineData(2028, 6, 15, CertificateStatus.Expiring)]
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
        certificate.Revoke("Issued to the wrong person.", Administrator, Now);
        certificate.Invoking(c => c.Revoke("Another reason altogether.", Administrator, Now.AddDays(3))).Should().Throw<InvalidOperationException>();
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

    [Fact]
    public void Corrected_it_is_superseded_by_one_that_differs_in_the_name_and_names_it()
    {
        var certificate = Issue(sequence: 5);

        var corrected = certificate.Correct("Nakato Florence Nabirye", 9, VerificationCode.New(), 8, Now.AddDays(40));

        certificate.StatusOn(new(2026, 7, 30)).Should().Be(CertificateStatus.Superseded);
        certificate.SuccessorId.Should().Be(corrected.Id);
        corrected.Printed.Should().Be(Printed with { HolderName = "Nakato Florence Nabirye", Replaces = "HTI-UG-2026-000005" });
        corrected.Number.Should().Be("HTI-UG-2026-000009");
        corrected.Edition.Should().Be(2);
        corrected.Code.Should().NotBe(certificate.Code);
        corrected.StatusOn(new(2026, 7, 30)).Should().Be(CertificateStatus.Valid);
        (corrected.EnrolmentId, corrected.OfficerId, corrected.Country).Should().Be((certificate.EnrolmentId, certificate.OfficerId, "UG"));
    }

    [Fact]
    public void What_no_longer_stands_is_neither_corrected_nor_renewed_nor_revoked()
    {
        var revoked = Issue();
        revoked.Revoke("Issued to the wrong person.", Administrator, Now);
        revoked.Invoking(c => c.Correct("Another", 2, VerificationCode.New(), 8, Now)).Should().Throw<InvalidOperationException>();
        revoked.CanBeRenewedOn(new(2028, 6, 1)).Should().BeFalse();

        var superseded = Issue();
        superseded.Correct("Another", 2, VerificationCode.New(), 8, Now);
        superseded.Invoking(c => c.Revoke("Issued to the wrong person.", Administrator, Now)).Should().Throw<InvalidOperationException>();
        superseded.StatusOn(new(2026, 7, 1)).Should().Be(CertificateStatus.Superseded);
    }

    [Theory]
    [InlineData(2028, 3, 16, false)]
    [InlineData(2028, 3, 17, true)]
    [InlineData(2028, 6, 15, true)]
    [InlineData(2028, 9, 13, true)]
    [InlineData(2028, 9, 14, false)]
    public void It_can_be_renewed_within_ninety_days_of_its_last_day(int year, int month, int day, bool can) =>
        Issue().CanBeRenewedOn(new(year, month, day)).Should().Be(can);

    [Fact]
    public void Without_a_last_day_there_is_nothing_to_renew() =>
        Issue(Printed with { ValidUntil = null }).CanBeRenewedOn(new(2028, 6, 15)).Should().BeFalse();

    [Fact]
    public void It_is_not_renewed_out_of_time_or_by_somebody_elses()
    {
        var certificate = Issue();
        certificate.Invoking(c => c.RenewBy(Issue(Printed with { CompletedOn = new(2028, 1, 1) }))).Should().Throw<InvalidOperationException>();
        var other = new Person("Okello", "okello@example.org", Roles.Officer, "en", "UG");
        var theirs = new Certificate(ShortCourse.Enrolment(other, EnrolmentState.Completed, Now), Printed with { CompletedOn = new(2028, 6, 1) }, 2, VerificationCode.New(), 3, Now);
        certificate.Invoking(c => c.RenewBy(theirs)).Should().Throw<InvalidOperationException>();
        certificate.SuccessorId.Should().BeNull();
    }

    [Fact]
    public void What_the_academy_signed_about_it_is_kept_once()
    {
        var certificate = Issue();
        certificate.Prove(new("FIRST", "credential"));
        certificate.Invoking(c => c.Prove(new("SECOND", "credential"))).Should().Throw<InvalidOperationException>();
        certificate.Statement.Should().Be("FIRST");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(Certificate.StatusPlaces)]
    public void Its_place_in_the_status_list_lies_in_the_list(int place) =>
        FluentActions.Invoking(() => new Certificate(ShortCourse.Enrolment(Officer, EnrolmentState.Completed, Now), Printed, 1, VerificationCode.New(), place, Now))
            .Should().Throw<ArgumentOutOfRangeException>();

    private static void ShouldBeRefused(string reason)
    {
        var certificate = Issue();
        Certificate.IsReason(reason).Should().BeFalse();
        certificate.Invoking(c => c.Revoke(reason, Administrator, Now)).Should().Throw<ArgumentException>();
        certificate.RevokedAt.Should().BeNull();
    }

    private static Certificate Issue(Printed? printed = null, int sequence = 1) =>
        new(ShortCourse.Enrolment(Officer, EnrolmentState.Completed, Now), printed ?? Printed, sequence, VerificationCode.New(), statusIndex: 7, Now);
}
