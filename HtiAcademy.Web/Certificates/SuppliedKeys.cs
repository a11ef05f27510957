using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HtiAcademy.Web.Data;

namespace HtiAcademy.Web.Certificates;

/// <summary>Keys that whoever runs the academy gives it, in files. Each is null when its setting is not there.</summary>
/// <exception cref="StartupException">One cannot be used.</exception>
internal static class SuppliedKeys
{
    private const string PaperSetting = "Signing:PaperCertificate";
    private const string PasswordSetting = "Signing:PaperPassword";
    private const string ProofSetting = "Signing:ProofKey";
    private const string P256 = "1.2.840.10045.3.1.7";

    public static X509Certificate2? Paper(IConfiguration configuration, DateTimeOffset now)
    {
        if (configuration[PaperSetting] is not { Length: > 0 } path)
        {
            return null;
        }

        var certificate = Open(PaperSetting, path, () => X509CertificateLoader.LoadPkcs12(File.ReadAllBytes(path), configuration[PasswordSetting], Storage));
        var fault = FaultOf(certificate, now);
        if (fault is null)
        {
            return certificate;
        }

        certificate.Dispose();
        throw Refused(PaperSetting, path, fault);
    }

    public static ECDsa? Proof(IConfiguration configuration)
    {
        if (configuration[ProofSetting] is not { Length: > 0 } path)
        {
            return null;
        }

        var key = Open(ProofSetting, path, () => FromPem(File.ReadAllText(path)));
        if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == P256)
        {
            return key;
        }

        key.Dispose();
        throw Refused(ProofSetting, path, "its key is not on the curve P-256");
    }

    // On macOS keys can be kept in a key chain only.
    private static X509KeyStorageFlags Storage => OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet;

    private static string? FaultOf(X509Certificate2 certificate, DateTimeOffset now)
    {
        using var key = certificate.GetRSAPrivateKey();
        return certificate switch
        {
            { HasPrivateKey: false } => "it holds no private key",
            _ when key is null => "its key is not an RSA key",
            _ when key.KeySize < 2048 => "its RSA key has less than 2048 bits",
            _ when now.LocalDateTime > certificate.NotAfter => string.Create(CultureInfo.InvariantCulture, $"it expired on {certificate.NotAfter:yyyy-MM-dd}"),
            _ when now.LocalDateTime < certificate.NotBefore => string.Create(CultureInfo.InvariantCulture, $"it is not valid before {certificate.NotBefore:yyyy-MM-dd}"),
            _ => null,
        };
    }

    private static ECDsa FromPem(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            // A public key alone can be imported, but not sign.
            key.ExportPkcs8PrivateKey();
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    private static T Open<T>(string setting, string path, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refused(setting, path, $"the file cannot be read: {e.Message}", e);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            var wanted = setting == PaperSetting ? $"it is no PKCS #12 file that {PasswordSetting} opens" : "it is no PEM file with an unencrypted private EC key";
            throw Refused(setting, path, wanted, e);
        }
    }

    private static StartupException Refused(string setting, string path, string reason, Exception? inner = null) =>
        new($"{setting} is '{path}'; {reason}.", inner);
}
