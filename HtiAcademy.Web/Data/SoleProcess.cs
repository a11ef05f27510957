namespace HtiAcademy.Web.Data;

/// <summary>
/// Keeps a second process from serving the same data directory: with SQLite one process runs the jobs and queues the
/// writers. The operating system lets go of the file when the process ends, however it ends.
/// </summary>
public sealed class SoleProcess(DataDirectory directory) : IDisposable
{
    private FileStream? _held;

    /// <exception cref="StartupException">Another process has it.</exception>
    public void Claim()
    {
        try
        {
            _held ??= new FileStream(directory.File("academy.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StartupException($"Another process serves the academy in {directory.Path}. With SQLite there can be only one: stop that one first, or set Academy__DataDirectory.", e);
        }
    }

    public void Dispose() => _held?.Dispose();
}
