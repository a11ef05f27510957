using System.Collections.Concurrent;
using System.Globalization;

namespace Bench;

/// <summary>A whole class starts a quiz within ten seconds, answers, and submits.</summary>
internal static class ClassLoad
{
    private const int Officers = 500;
    private const int Seconds = 10;
    private const int SignInsAtOnce = 8;

    /// <param name="module">Address of the module whose quiz they take.</param>
    public static async Task MeasureAsync(Table table, AcademyServer server, string work, string module)
    {
        using var classroom = new Classroom(work);
        await classroom.EnrolAsync(Officers);
        var members = Enumerable.Range(0, Officers).Select(number => (Browser: new Browser(server), Sat: new Sat(Classroom.NameOf(number)))).ToList();
        await Parallel.ForEachAsync(members, new ParallelOptions { MaxDegreeOfParallelism = SignInsAtOnce }, async (member, _) =>
        {
            await Bench.Officers.SignInAsync(member.Browser, member.Sat.Name);
            await Quiz.ReadModuleAsync(member.Browser, module);
        });

        var waits = new ConcurrentBag<(string What, double Milliseconds)>();
        var errors = new ConcurrentBag<string>();
        await Task.WhenAll(members.Select(member => TakeAsync(member.Browser, member.Sat, module, waits, errors)));
        var inspection = await classroom.InspectAsync([.. members.Select(m => m.Sat)]);
        foreach (var what in new[] { "start", "answer", "submit" })
        {
            List<double> sorted = [.. waits.Where(w => w.What == what).Select(w => w.Milliseconds).Order()];
            table.Add(new Row($"{Officers} officers within {Seconds} s: {what}") { Requests = sorted.Count, P50 = sorted[sorted.Count / 2], P95 = sorted[sorted.Count * 95 / 100], Aim = what == "answer" ? "" : "p95 500 ms" });
        }

        table.Add(new Row(string.Create(
            CultureInfo.InvariantCulture,
            $"Of them: {errors.Count} errors, {inspection.Attempts} attempts, {inspection.Acknowledged} answers acknowledged, {inspection.Lost} lost, {inspection.Doubles} doubles")) { Megabytes = server.Megabytes, Aim = "0, 500, all, 0, 0" });
        foreach (var error in errors.Distinct(StringComparer.Ordinal).Take(5))
        {
            await Console.Error.WriteLineAsync(error);
        }

        members.ForEach(member => member.Browser.Dispose());
    }

    private static async Task TakeAsync(Browser browser, Sat sat, string module, ConcurrentBag<(string, double)> waits, ConcurrentBag<string> errors)
    {
        await Task.Delay(Random.Shared.Next(Seconds * 1000));
        try
        {
            // Nobody reads and answers a question faster.
            await sat.TakeAsync(browser, module, () => Task.Delay(Random.Shared.Next(3_000, 9_000)), (what, wait) => waits.Add((what, wait)));
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException)
        {
            errors.Add(e.Message);
        }
    }
}
