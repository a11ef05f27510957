namespace HtiAcademy.Domain.Certificates;

public enum CertificateStatus
{
    Valid,

    /// <summary>Valid, and it can be renewed now.</summary>
    Expiring,

    Expired,

    /// <summary>A corrected certificate took its place.</summary>
    Superseded,

    Revoked,
}
