using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HtiAcademy.Web.Certificates;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Configuration;

namespace HtiAcademy.Tests.Certificates;

/// <summary>An academy that has nothing but its keys.</summary>
public sealed class KeyRing : IDisposable
{
    private readonly AcademyFile _file = new();
    private readonly string _directory = Directory.CreateTempSubdirectory("keys-").FullName;
    private readonly List<IDisposable> _opened = [];

    public static AcademyAddress Address { get; } = new(Configured(("Academy:Address", "https://academy.example.org")));

    public FixedTime Clock { get; } = new(new DateTimeOffset(2026, 6, 15, 9, 0, 0, TimeSpan.Zero));

    public AcademyFile File => _file;

    public static IConfiguration Configured(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => s.Value)).Build();

    /// <summary>As a node reads them when it starts with these settings.</summary>
    public async Task<AcademyKeys> StartAsync(params (string Name, string? Value)[] settings)
    {
        var keys = new AcademyKeys(_file.Academy, Configured(settings), Address, Clock);
        _opened.Add(keys);
        await keys.PrepareAsync();
        return keys;
    }

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_directory, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public string WritePem(string name, string pem) => Write(name, System.Text.Encoding.ASCII.GetBytes(pem));

    public string WriteProofKey(string name = "proof.pem")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return WritePem(name, key.ExportPkcs8PrivateKeyPem());
    }

    public string WritePaper(string? password, DateTimeOffset? from = null, DateTimeOffset? to = null, int bits = 2048)
    {
        using var key = RSA.Create(bits);
        return Write($"{Guid.NewGuid():N}.pfx", Certified(new CertificateRequest("CN=Supplied", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), password, from, to));
    }

    public string WriteEcPaper()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Write("ec.pfx", Certified(new CertificateRequest("CN=Supplied", key, HashAlgorithmName.SHA256), null, null, null));
    }

    public string WritePublicPaper()
    {
        using var key = RSA.Create(2048);
        using var whole = new CertificateRequest("CN=Supplied", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(Clock.Now.AddDays(-1), Clock.Now.AddYears(1));
        using var open = X509CertificateLoader.LoadCertificate(whole.RawData);
        return Write("public.pfx", open.Export(X509ContentType.Pkcs12));
    }

    public void Dispose()
    {
        _opened.ForEach(keys => keys.Dispose());
        _file.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private byte[] Certified(CertificateRequest request, string? password, DateTimeOffset? from, DateTimeOffset? to)
    {
        using var certificate = request.CreateSelfSigned(from ?? Clock.Now.AddDays(-1), to ?? Clock.Now.AddYears(1));
        return certificate.Export(X509ContentType.Pkcs12, password);
    }
}
