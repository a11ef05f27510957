using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HtiAcademy.Tests.Jobs;

/// <summary>The real program in a process of its own, with its timetable on.</summary>
internal sealed class AcademyProcess : IDisposable
{
    private static readonly TimeSpan MostToStart = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private AcademyProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public static async Task<AcademyProcess> StartAsync(params (string Name, string Value)[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--urls", address.ToString()])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
            // Cookies over plain HTTP.
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Academy__Demo"] = "false", ["Logging__LogLevel__Default"] = "Warning" },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var academy = new AcademyProcess(Process.Start(start)!, address);
        academy._process.OutputDataReceived += (_, _) => { };
        academy._process.ErrorDataReceived += (_, _) => { };
        academy._process.BeginOutputReadLine();
        academy._process.BeginErrorReadLine();
        await academy.WaitUntilReadyAsync();
        return academy;
    }

    public Uri Address { get; }

    public Visitor Visit() => new(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address });

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private async Task WaitUntilReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var waiting = Stopwatch.StartNew(); ; await Task.Delay(TimeSpan.FromMilliseconds(50)))
        {
            (_process.HasExited, waiting.Elapsed).Should().Match<(bool Ended, TimeSpan Waited)>(p => !p.Ended && p.Waited < MostToStart, "the academy starts");
            try
            {
                if ((await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
