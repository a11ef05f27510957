using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Shared;

namespace HtiAcademy.Web.Certificates;

/// <summary>Signs a certificate as a statement for its QR code and as a credential for wallets.</summary>
public sealed class CertificateProver(AcademyKeys keys, AcademyAddress address, Issuer issuer, OpenBadge badge) : IProveCertificates
{
    public CertificateProof Prove(Certificate certificate, string courseId) => new(
        Stated(StatedFacts.Of(certificate, address.Host)),
        // Open Badges 3.0, 8.2.2, wants this type.
        JsonWebToken.Sign(badge.Claims(certificate, courseId), "JWT", keys, issuer));

    // What a code of readable modules has no room for is compared with the register instead.
    private string Stated(StatedFacts facts)
    {
        var statement = Statement.Sign(facts, keys);
        return statement.Length <= Statement.Longest ? statement : Statement.Sign(facts.Shortened(), keys);
    }
}
