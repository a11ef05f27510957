using System.Diagnostics;

namespace HtiAcademy.Tests.Reminders;

/// <summary>A real mail server (aiosmtpd) in a process of its own; <c>mail_server.py</c> says how it treats which recipient.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mail-server-");
    private readonly Process _process;

    /// <param name="certificate">A PEM file with the key: then the server asks for STARTTLS and for a sign-in as academy:secret.</param>
    /// <param name="pause">Before each message is taken.</param>
    public MailServer(string? certificate = null, TimeSpan pause = default)
    {
        var script = Path.Combine(Repository.Root, "HtiAcademy.Tests/Reminders/mail_server.py");
        // The system's own Python: the library is a package of the system.
        _process = Process.Start(new ProcessStartInfo(
            "/usr/bin/python3",
            [script, _folder.FullName, "--pause", pause.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture), .. certificate is null ? [] : new[] { "--certificate", certificate }])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        Port = int.Parse(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The mail server did not start."), System.Globalization.CultureInfo.InvariantCulture);
    }

    public int Port { get; }

    public int Taken => Files().Length;

    /// <summary>What it took, in that order, with the envelope as headers: X-From, X-To, X-Login, X-Encrypted.</summary>
    public IReadOnlyList<ReadMail> Messages => [.. Files().Order(StringComparer.Ordinal).Select(file => ReadMail.Parse(File.ReadAllText(file)))];

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private string[] Files() => Directory.GetFiles(_folder.FullName, "*.eml");
}
