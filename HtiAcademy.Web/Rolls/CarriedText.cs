using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using HtiAcademy.Web.Access;
using Microsoft.AspNetCore.DataProtection;

namespace HtiAcademy.Web.Rolls;

/// <summary>
/// A text that travels through a hidden field of a form from one page to the next, so that no list of officers is kept
/// anywhere. It opens for an hour, for the same person and the same cohort.
/// </summary>
public sealed class CarriedText(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <param name="purpose">Under which alone it opens again.</param>
    public string Pack(string purpose, string text, CurrentPerson person, Guid cohortId)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        return Convert.ToBase64String(For(purpose, person, cohortId).Protect(packed.ToArray(), Lasts));
    }

    /// <returns>Null when it is too old, altered or somebody else's.</returns>
    public string? Unpack(string purpose, string? packed, CurrentPerson person, Guid cohortId)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(For(purpose, person, cohortId).Unprotect(Convert.FromBase64String(packed ?? ""))), CompressionMode.Decompress);
            using var reader = new StreamReader(brotli, Encoding.UTF8);
            return reader.ReadToEnd();
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector For(string purpose, CurrentPerson person, Guid cohortId) => protection.CreateProtector("roll", purpose, person.Id.ToString(), cohortId.ToString()).ToTimeLimitedDataProtector();
}
