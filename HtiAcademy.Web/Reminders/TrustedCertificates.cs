using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HtiAcademy.Web.Data;

namespace HtiAcademy.Web.Reminders;

/// <summary>
/// Certificates of a mail server that are trusted besides those the system trusts. The mail client asks one callback of the
/// whole process, so whom to trust travels with the call.
/// </summary>
internal static class TrustedCertificates
{
    private static readonly AsyncLocal<X509Certificate2Collection?> Here = new();

#pragma warning disable SYSLIB0014 // Obsolete for web requests, which the academy does not make; the mail client has no other way.
#pragma warning disable MA0039 // It only adds a root to what the system trusts; names and dates are checked as ever.
    static TrustedCertificates() => ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
        errors == SslPolicyErrors.None
        || (errors == SslPolicyErrors.RemoteCertificateChainErrors && certificate is X509Certificate2 shown && Here.Value is { } trusted && LeadsTo(shown, trusted));
#pragma warning restore MA0039, SYSLIB0014

    /// <exception cref="StartupException">The file cannot be read, or holds no certificate.</exception>
    public static X509Certificate2Collection Read(string file)
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(file);
            return certificates.Count > 0 ? certificates : throw new StartupException($"Mail:Smtp:TrustedCertificate is '{file}'; the file holds no certificate in PEM form.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new StartupException($"Mail:Smtp:TrustedCertificate is '{file}'; the file cannot be read: {e.Message}", e);
        }
    }

    /// <param name="trusted">By whatever is sent from here on in this call; null for what the system trusts alone.</param>
    public static void TrustHere(X509Certificate2Collection? trusted) => Here.Value = trusted;

    private static bool LeadsTo(X509Certificate2 shown, X509Certificate2Collection trusted)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(trusted);
        // A certificate that was signed by itself names nobody to ask.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(shown);
    }
}
