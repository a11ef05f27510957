using System.Diagnostics;

namespace Bench;

/// <summary>What the server and the browsers have done since this was made.</summary>
internal sealed class Meter(AcademyServer server, IReadOnlyList<Browser> browsers)
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly TimeSpan _cpu = server.Cpu;
    private readonly long _bytes = browsers.Sum(b => b.Bytes);
    private readonly IReadOnlyList<int> _requests = [.. browsers.Select(b => b.Waits.Count)];

    /// <param name="count">How many of the things named by <paramref name="what"/> were done.</param>
    public Row Read(string what, int count)
    {
        var elapsed = Stopwatch.GetElapsedTime(_began);
        var cpu = server.Cpu - _cpu;
        List<double> waits = [.. browsers.Zip(_requests).SelectMany(b => b.First.Waits.Skip(b.Second)).Order()];
        return new Row(what)
        {
            Requests = (double)waits.Count / count,
            RequestsPerSecond = waits.Count / elapsed.TotalSeconds,
            P50 = waits[waits.Count / 2],
            P95 = waits[waits.Count * 95 / 100],
            Cpu = cpu.TotalMilliseconds / count,
            Bytes = (double)(browsers.Sum(b => b.Bytes) - _bytes) / count,
            Megabytes = server.Megabytes,
        };
    }
}
