using System.Text.Json.Nodes;
using HtiAcademy.Web.Shared;

namespace HtiAcademy.Web.Certificates;

/// <summary>Who the academy is to those who check what it signed.</summary>
public sealed class Issuer(AcademyAddress address)
{
    public const string Organization = "Human Trafficking Institute";
    public const string Name = Organization + " Academy";

    public string Id => address.Page("/issuer");

    public string KeyAddress(string keyId) => address.Page($"/keys/{keyId}");

    /// <summary>An Open Badges 3.0 profile.</summary>
    public JsonObject Profile() => new()
    {
        ["id"] = Id,
        ["type"] = new JsonArray("Profile"),
        ["name"] = Name,
        ["url"] = address.Page("/"),
    };
}
