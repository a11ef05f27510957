namespace HtiAcademy.Web.Data;

/// <summary>Where the academy keeps its files: the SQLite databases and mail.</summary>
public sealed class DataDirectory(IConfiguration configuration, IHostEnvironment environment)
{
    public string Path { get; } = System.IO.Path.GetFullPath(
        configuration["Academy:DataDirectory"] ?? System.IO.Path.Combine(environment.ContentRootPath, "App_Data"));

    public string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <exception cref="StartupException">The directory can't be made or written to.</exception>
    public void EnsureWritable()
    {
        try
        {
            CreatePrivate();
            using var probe = System.IO.File.Create(File($".write-test-{Environment.ProcessId}"), 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The data directory {Path} cannot be written to: {e.Message}", e);
        }
    }

    // Whoever reads the database reads who is trained, and the keys of every session.
    private void CreatePrivate()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else
        {
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}

/// <summary>Why the academy cannot start, for whoever started it.</summary>
public sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);
