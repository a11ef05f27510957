using HtiAcademy.Web.Data;

namespace HtiAcademy.Web.Shared;

/// <summary>Where people reach the academy: what is mailed or printed cannot know it from a request.</summary>
public sealed class AcademyAddress
{
    private readonly string _root;

    /// <exception cref="StartupException"><c>Academy:Address</c> is not one that a browser can open.</exception>
    public AcademyAddress(IConfiguration configuration)
    {
        var address = configuration["Academy:Address"] ?? "http://localhost:5080";
        _root = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            ? address.TrimEnd('/')
            : throw new StartupException($"Academy:Address is '{address}'; it must be a whole address such as https://academy.example.org.");
    }

    public string Host => new Uri(_root).Authority;

    /// <param name="path">From the root: <c>/learn/foundations</c>.</param>
    public string Page(string path) => _root + path;
}
