namespace HtiAcademy.Tests;

public static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>The course that the tests stand on. It changes with them, and not when a trainer mends a sentence in the academy's own.</summary>
    public static string Content { get; } = Path.Combine(Root, "HtiAcademy.Tests", "CourseOfTests");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HtiAcademy.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests must run inside the repository.");
    }
}
