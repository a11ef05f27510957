using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Certificates;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Tests.Certificates;

/// <summary>A certificate as it is printed, and what the academy signs about it.</summary>
internal static class ProvenCertificate
{
    public static readonly DateTimeOffset Now = new(2026, 6, 15, 9, 0, 0, 250, TimeSpan.Zero);

    public static readonly VerificationCode Code = VerificationCode.Parse("7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F");

    public static readonly Printed Printed = new(
        "Nakato Florence Nabirye", "Inspector", "Uganda Police Force", "Uganda", "Screening at the border", CourseVersion: 7, Hours: 4.5m,
        new(2026, 6, 15), new(2028, 6, 15), "90–100 %", "Okello James\nSarah Whitfield", "en");

    private static readonly ServiceProvider Services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    public static Issuer Issuer { get; } = new(KeyRing.Address);

    public static OpenBadge Badge { get; } = new(KeyRing.Address, Issuer, Services.GetRequiredService<IStringLocalizer<Words>>());

    public static Certificate Issue(Printed? printed = null, int statusIndex = 4711)
    {
        var officer = new Person("Nakato Florence", "nakato@example.org", Roles.Officer, "en", "UG");
        return new Certificate(ShortCourse.Enrolment(officer, EnrolmentState.Completed, Now), printed ?? Printed, 123, Code, statusIndex, Now);
    }

    public static CertificateProof Prove(AcademyKeys keys, Printed? printed = null) =>
        new CertificateProver(keys, KeyRing.Address, Issuer, Badge).Prove(Issue(printed), "short");
}
