using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace HtiAcademy.Web.Pdf;

/// <summary>
/// Signs files so that any PDF reader shows by whom, and that nothing was changed since: PAdES baseline B (ETSI EN 319 142-1)
/// by RSA and SHA-256. That padding of RSA has no chance in it, so the same file signed at the same time is the same bytes.
/// </summary>
public sealed class PdfSigner
{
    // What CMS, its attributes and their wrappings take besides the certificate, its issuer's name and the signature proper.
    private const int Wrapping = 340;
    private readonly X509Certificate2 _certificate;

    /// <param name="certificate">With its RSA private key. It alone is put into the file: where a reader would need those between it and a trusted root, it must have them.</param>
    /// <param name="time">Claimed by the signer; no other authority attests it.</param>
    /// <param name="reason">Shown with the signature, and read aloud: in the document's language.</param>
    /// <exception cref="ArgumentException">The certificate is not of an RSA key, or comes without its private key.</exception>
    public PdfSigner(X509Certificate2 certificate, DateTimeOffset time, string reason)
    {
        using var key = certificate.GetRSAPublicKey() ?? throw new ArgumentException("Files are signed with RSA; the certificate is for another kind of key.", nameof(certificate));
        if (!certificate.HasPrivateKey)
        {
            throw new ArgumentException("The certificate comes without its private key.", nameof(certificate));
        }

        _certificate = certificate;
        Reason = reason;
        Room = certificate.RawData.Length + certificate.IssuerName.RawData.Length + key.KeySize / 8 + Wrapping;
        Entries = $"/M{PdfSyntax.Date(time)}/Name{PdfSyntax.Text(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false))}/Reason{PdfSyntax.Text(reason)}";
    }

    internal string Reason { get; }

    /// <summary>How many bytes a signature may take: the same for each by this certificate.</summary>
    internal int Room { get; }

    /// <summary>What the signature's dictionary says of it.</summary>
    internal string Entries { get; }

    internal byte[] Sign(byte[] content)
    {
        var message = new SignedCms(new ContentInfo(content), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, _certificate)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1", "SHA256"),
            SignaturePadding = RSASignaturePadding.Pkcs1,
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        signer.SignedAttributes.Add(SigningCertificate());
        message.ComputeSignature(signer);
        var signature = message.Encode();
        return signature.Length <= Room ? signature : throw new InvalidOperationException($"The signature takes {signature.Length} bytes, and there is room for {Room}.");
    }

    /// <summary>Binds the certificate to the signature, so that none with the same key can be put in its place (RFC 5035).</summary>
    private AsnEncodedData SigningCertificate()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            // Without a name of the hash it is SHA-256.
            writer.WriteOctetString(SHA256.HashData(_certificate.RawData));
        }

        return new("1.2.840.113549.1.9.16.2.47", writer.Encode());
    }
}
