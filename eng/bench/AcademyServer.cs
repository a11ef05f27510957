using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Bench;

/// <summary>
/// The published academy in a process and a data directory of its own. It runs in Production as it does behind a proxy
/// that ends TLS: it listens on loopback and believes the proxy's X-Forwarded headers, which every <see cref="Browser"/>
/// sends. So cookies are Secure and carry their <c>__Host-</c> names.
/// </summary>
internal sealed class AcademyServer : IAsyncDisposable
{
    private static readonly TimeSpan MostToStart = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private AcademyServer(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>User and system time since the start, of all threads.</summary>
    public TimeSpan Cpu => Read(p => p.TotalProcessorTime);

    public double Megabytes => Read(p => p.WorkingSet64) / 1_000_000.0;

    /// <param name="work">Holds <c>app</c> and <c>content</c>, and gets <c>data</c>.</param>
    public static async Task<AcademyServer> StartAsync(string work)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", ["HtiAcademy.Web.dll", "--urls", address.ToString()])
        {
            UseShellExecute = false,
            WorkingDirectory = Path.Combine(work, "app"),
            // The table alone goes to standard output.
            RedirectStandardOutput = true,
        };
        Configure(start.Environment, work);
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new AcademyServer(process, address);
        try
        {
            await server.WaitUntilReadyAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>As a power cut does: nothing is said to the process before.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static void Configure(IDictionary<string, string?> environment, string work)
    {
        // Whoever runs this may have an academy of their own configured in this shell: it must not be touched.
        string[] foreign = ["Academy__", "Database__", "ConnectionStrings__", "Mail__", "ASPNETCORE_", "DOTNET_"];
        foreach (var name in environment.Keys.Where(name => Array.Exists(foreign, f => name.StartsWith(f, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            environment.Remove(name);
        }

        environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        environment["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true";
        environment["Academy__Demo"] = "true";
        environment["Academy__Jobs"] = "false";
        environment["Academy__ContentDirectory"] = Path.Combine(work, "content");
        environment["Academy__DataDirectory"] = Path.Combine(work, "data");
    }

    private async Task WaitUntilReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var waiting = Stopwatch.StartNew(); waiting.Elapsed < MostToStart; await Task.Delay(100))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The academy stopped with exit code {_process.ExitCode}; its reason stands above.");
            }

            if (await AnswersAsync(http))
            {
                return;
            }
        }

        throw new TimeoutException($"The academy was not ready after {MostToStart.TotalSeconds} seconds.");
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync("/health/ready")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private T Read<T>(Func<Process, T> figure)
    {
        _process.Refresh();
        return figure(_process);
    }
}
