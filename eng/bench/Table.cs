using System.Globalization;

namespace Bench;

/// <summary>One line of the table. What was not measured stays blank.</summary>
internal sealed record Row(string What)
{
    /// <summary>For one of the things named: a page, a sign-in, a quiz.</summary>
    public double? Requests { get; init; }

    public double? RequestsPerSecond { get; init; }

    /// <summary>Milliseconds of one request; so is <see cref="P95"/>.</summary>
    public double? P50 { get; init; }

    public double? P95 { get; init; }

    /// <summary>Milliseconds that the server worked on one of the things named, on all cores.</summary>
    public double? Cpu { get; init; }

    /// <summary>Of one of the things named, on the wire: both ways, with heads.</summary>
    public double? Bytes { get; init; }

    /// <summary>The server's working set afterwards.</summary>
    public double? Megabytes { get; init; }

    public string Aim { get; init; } = "";
}

internal sealed class Table
{
    private readonly List<Row> _rows = [];

    public void Add(Row row) => _rows.Add(row);

    public void Print()
    {
        var width = _rows.Max(row => row.What.Length);
        Console.WriteLine($"{"".PadRight(width)}  requests  requests/s   p50 ms   p95 ms   CPU ms    bytes     MB  aim");
        foreach (var row in _rows)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.What.PadRight(width)}  {row.Requests,8:0.#}  {row.RequestsPerSecond,10:0}  {row.P50,7:0.0}  {row.P95,7:0.0}  {row.Cpu,7:0.00}  {row.Bytes,7:0}  {row.Megabytes,5:0}  {row.Aim}"));
        }
    }
}
