using HtiAcademy.Domain.Certificates;

namespace HtiAcademy.Tests.Certificates;

/// <summary>Proves nothing, where keys are beside the point.</summary>
internal sealed class Unsigned : IProveCertificates
{
    public static Unsigned Prover { get; } = new();

    public CertificateProof Prove(Certificate certificate, string courseId) => new("STATEMENT", $"credential of {certificate.Number}");
}
