namespace HtiAcademy.Web.Access;

/// <summary>Where somebody wanted to go: an address of our own, or home. "//elsewhere" and "/\elsewhere" lead away.</summary>
internal static class LocalReturn
{
    public static string Of(string? address) =>
        address is ['/', not ('/' or '\\'), ..] && address.All(c => c is > ' ' and < '\x7f') ? address : "/";
}
