using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace HtiAcademy.Web.Certificates;

/// <summary>The public part of a P-256 key that the academy signs proofs with, or did once.</summary>
public sealed class PublishedKey
{
    /// <summary>Of a statement's key id: enough to tell the academy's few keys apart.</summary>
    public const int ShortIdBytes = 8;

    private readonly byte[] _publicKey;

    /// <param name="publicKey">SubjectPublicKeyInfo, DER.</param>
    public PublishedKey(byte[] publicKey, DateTimeOffset since)
    {
        _publicKey = publicKey;
        Since = since;
        using var key = Open();
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        X = Base64Url.EncodeToString(point.X);
        Y = Base64Url.EncodeToString(point.Y);
        // RFC 7638: the required members in the order of their names, without blanks.
        var thumbprint = SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{X}}","y":"{{Y}}"}"""));
        Id = Base64Url.EncodeToString(thumbprint);
        ShortId = thumbprint.AsMemory(0, ShortIdBytes);
    }

    /// <summary>The RFC 7638 thumbprint.</summary>
    public string Id { get; }

    public ReadOnlyMemory<byte> ShortId { get; }

    public DateTimeOffset Since { get; }

    /// <summary>Base 64 for addresses, as <see cref="Y"/> is.</summary>
    public string X { get; }

    public string Y { get; }

    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = Open();
        return key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <param name="address">Where the key is published.</param>
    public JsonObject ToJwk(string address) => new()
    {
        ["kty"] = "EC",
        ["crv"] = "P-256",
        ["x"] = X,
        ["y"] = Y,
        ["use"] = "sig",
        ["alg"] = "ES256",
        ["kid"] = address,
    };

    // Keys of the framework are not made for several threads at once.
    private ECDsa Open()
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(_publicKey, out _);
        return key;
    }
}
