using System.Diagnostics;

namespace Bench;

/// <summary>What this process has done since this was made.</summary>
internal sealed class Stretch
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly TimeSpan _cpu = Environment.CpuUsage.TotalTime;
    private readonly List<double> _times = [];

    public void Time(Action work)
    {
        var began = Stopwatch.GetTimestamp();
        work();
        _times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    public Row Read(string what, int count = 1)
    {
        var elapsed = Stopwatch.GetElapsedTime(_began).TotalMilliseconds;
        List<double> times = _times is [] ? [elapsed / count] : [.. _times.Order()];
        return new Row(what)
        {
            P50 = times[times.Count / 2],
            P95 = times[times.Count * 95 / 100],
            Cpu = (Environment.CpuUsage.TotalTime - _cpu).TotalMilliseconds / count,
        };
    }
}
