namespace HtiAcademy.Web.Reminders;

/// <summary>Where people reach the academy: what is sent to them cannot know it from a request.</summary>
public sealed class AcademyAddress(IConfiguration configuration)
{
    private readonly string _root = (configuration["Academy:Address"] ?? "http://localhost:5080").TrimEnd('/');

    /// <param name="path">From the root: <c>/learn/foundations</c>.</param>
    public string Page(string path) => _root + path;
}
