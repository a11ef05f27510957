using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HtiAcademy.Web.Certificates;

/// <summary>JSON signed with the academy's key for proofs, in the compact form of RFC 7515.</summary>
internal static class JsonWebToken
{
    /// <summary>Of verifiable credentials, when the specification at hand asks for no other.</summary>
    public const string Credential = "vc+jwt";

    // It stands in no page, so names in other scripts need no escapes.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="type">The header's <c>typ</c>.</param>
    public static string Sign(JsonObject payload, string type, AcademyKeys keys, Issuer issuer)
    {
        var header = new JsonObject { ["alg"] = "ES256", ["kid"] = issuer.KeyAddress(keys.ProofKeyId), ["typ"] = type };
        var text = $"{Encode(header)}.{Encode(payload)}";
        return $"{text}.{Base64Url.EncodeToString(keys.Sign(Encoding.ASCII.GetBytes(text)))}";
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString(Plain)));
}
