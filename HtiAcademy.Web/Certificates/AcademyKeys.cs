using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Certificates;

/// <summary>
/// The keys that the academy signs with: supplied in its settings, or made at its first start and kept in the database, so
/// that every node and every later start signs with the same.
/// </summary>
public sealed class AcademyKeys(Academy academy, IConfiguration configuration, AcademyAddress address, TimeProvider clock) : IDisposable
{
    private const int PaperKeyBits = 3072;
    private const int PaperYears = 10;

    private X509Certificate2? _paper;
    private byte[]? _proof;

    /// <summary>With its private key.</summary>
    public X509Certificate2 Paper => _paper ?? throw Unprepared();

    public string ProofKeyId => Published[0].Id;

    /// <summary>Every key that proofs were ever signed with; the one in use first.</summary>
    public IReadOnlyList<PublishedKey> Published { get; private set; } = [];

    /// <summary>Reads the keys, and makes those that neither the settings nor the database hold.</summary>
    /// <exception cref="StartupException">A supplied key cannot be used.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var paper = SuppliedKeys.Paper(configuration, now);
        using var proof = SuppliedKeys.Proof(configuration);
        var (paperKey, proofKey, everyProof) = await academy.WriteAsync(
            Scope.Nobody,
            async db =>
            {
                var kept = await db.SigningKeys.OrderBy(k => k.Number).ToListAsync(cancellationToken);
                var paperNow = paper is null ? PaperOf(db, kept, now) : Keep(db, kept, KeyUse.Paper, PaperId(paper), paper.RawData, privateKey: null, now);
                var proofNow = proof is null ? ProofOf(db, kept, now) : Keep(db, kept, KeyUse.Proof, ProofId(proof), proof.ExportSubjectPublicKeyInfo(), privateKey: null, now);
                return (paperNow, proofNow, kept.Where(k => k.Use == KeyUse.Proof).ToList());
            },
            cancellationToken);
        _paper?.Dispose();
        _paper = paper ?? Open(paperKey);
        _proof = proof?.ExportPkcs8PrivateKey() ?? proofKey.PrivateKey;
        Published = [.. everyProof.OrderByDescending(k => k == proofKey).ThenByDescending(k => k.Number).Select(k => new PublishedKey(k.PublicKey, k.Since))];
    }

    /// <summary>Signs with the proof key: ES256, r and s of 32 bytes each.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        // Keys of the framework are not made for several threads at once.
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(_proof ?? throw Unprepared(), out _);
        return key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    public void Dispose() => _paper?.Dispose();

    private static SigningKey Keep(AcademyDb db, List<SigningKey> kept, KeyUse use, string id, byte[] publicKey, byte[]? privateKey, DateTimeOffset now)
    {
        if (kept.Find(k => k.Id == id) is { } known)
        {
            return known;
        }

        var number = kept.Where(k => k.Use == use).Select(k => k.Number).DefaultIfEmpty().Max() + 1;
        var key = new SigningKey(id, use, number, publicKey, privateKey, now);
        db.Add(key);
        kept.Add(key);
        return key;
    }

    private static SigningKey ProofOf(AcademyDb db, List<SigningKey> kept, DateTimeOffset now)
    {
        if (kept.FindLast(k => k is { Use: KeyUse.Proof, PrivateKey: not null }) is { } made)
        {
            return made;
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Keep(db, kept, KeyUse.Proof, ProofId(key), key.ExportSubjectPublicKeyInfo(), key.ExportPkcs8PrivateKey(), now);
    }

    private SigningKey PaperOf(AcademyDb db, List<SigningKey> kept, DateTimeOffset now)
    {
        if (kept.FindLast(k => k is { Use: KeyUse.Paper, PrivateKey: not null }) is { } made && IsInTime(made, now))
        {
            return made;
        }

        using var key = RSA.Create(PaperKeyBits);
        using var certificate = Certify(key, now);
        return Keep(db, kept, KeyUse.Paper, PaperId(certificate), certificate.RawData, key.ExportPkcs8PrivateKey(), now);
    }

    private X509Certificate2 Certify(RSA key, DateTimeOffset now)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName($"{Issuer.Name} {address.Host}");
        name.AddOrganizationName(Issuer.Organization);
        var request = new CertificateRequest(name.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        // A reader's clock may be a little behind ours.
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(PaperYears));
    }

    private static bool IsInTime(SigningKey key, DateTimeOffset now)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(key.PublicKey);
        return now.LocalDateTime < certificate.NotAfter;
    }

    private static X509Certificate2 Open(SigningKey paper)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(paper.PublicKey);
        using var key = RSA.Create();
        key.ImportPkcs8PrivateKey(paper.PrivateKey, out _);
        return certificate.CopyWithPrivateKey(key);
    }

    private static string PaperId(X509Certificate2 certificate) => Convert.ToHexStringLower(SHA256.HashData(certificate.RawData));

    private static string ProofId(ECDsa key) => new PublishedKey(key.ExportSubjectPublicKeyInfo(), default).Id;

    private static InvalidOperationException Unprepared() => new("The academy's keys were not prepared.");
}
