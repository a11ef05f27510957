namespace HtiAcademy.Domain.Certificates;

/// <summary>What the academy signed about a certificate on the day of its issue: whoever holds it needs no network to check it.</summary>
/// <param name="Statement">What is printed, in the QR code: letters A-Z and digits 2-7.</param>
/// <param name="Credential">An Open Badge: a JSON Web Token.</param>
public sealed record CertificateProof(string Statement, string Credential);

/// <summary>Signs with the academy's key. The domain issues certificates; where keys are kept is not its affair.</summary>
public interface IProveCertificates
{
    /// <param name="courseId">Of the course that was completed: its address is part of the credential.</param>
    CertificateProof Prove(Certificate certificate, string courseId);
}
