using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Shared;

namespace HtiAcademy.Web.Certificates;

/// <summary>
/// Which of a year's certificates no longer stand, as a W3C Bitstring Status List: a bit for each, so that a wallet asks
/// about a whole year and the academy does not learn about whom.
/// </summary>
/// <param name="fallen">The places of those that were revoked or superseded.</param>
internal sealed class StatusList(AcademyAddress address, int year, IReadOnlyCollection<int> fallen)
{
    /// <summary>The same for the same places; signatures differ each time.</summary>
    public string Tag => Convert.ToHexStringLower(SHA256.HashData(Bits())[..8]);

    public static JsonObject Entry(AcademyAddress address, int year, int place)
    {
        var index = place.ToString(CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["id"] = $"{Address(address, year)}#{index}",
            ["type"] = "BitstringStatusListEntry",
            ["statusPurpose"] = "revocation",
            ["statusListIndex"] = index,
            ["statusListCredential"] = Address(address, year),
        };
    }

    public JsonObject Claims(Issuer issuer, DateTimeOffset now) => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
        ["id"] = Address(address, year),
        ["type"] = new JsonArray("VerifiableCredential", "BitstringStatusListCredential"),
        ["issuer"] = issuer.Id,
        ["validFrom"] = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        ["credentialSubject"] = new JsonObject
        {
            ["id"] = $"{Address(address, year)}#list",
            ["type"] = "BitstringStatusList",
            ["statusPurpose"] = "revocation",
            ["encodedList"] = Encoded(),
        },
    };

    private static string Address(AcademyAddress address, int year) =>
        address.Page(string.Create(CultureInfo.InvariantCulture, $"/credentials/status/{year}"));

    // Multibase: u is base 64 for addresses.
    private string Encoded()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(Bits());
        }

        return "u" + Base64Url.EncodeToString(compressed.ToArray());
    }

    private byte[] Bits()
    {
        var bits = new byte[Certificate.StatusPlaces / 8];
        foreach (var place in fallen)
        {
            // The first place is the leftmost bit.
            bits[place / 8] |= (byte)(0x80 >> (place % 8));
        }

        return bits;
    }
}
