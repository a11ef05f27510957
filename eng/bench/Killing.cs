using System.Globalization;

namespace Bench;

/// <summary>Officers take quizzes while the academy is killed at random moments and started again.</summary>
internal static class Killing
{
    private const int Kills = 50;
    private const int Officers = 12;
    private static readonly TimeSpan MostBetweenKills = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(string work, IReadOnlyList<string> modules)
    {
        List<Sat> members = [.. Enumerable.Range(0, Officers).Select(number => new Sat(Classroom.NameOf(number)))];
        using var classroom = new Classroom(work);
        await using (await AcademyServer.StartAsync(work))
        {
            await classroom.EnrolAsync(Officers);
        }

        for (var kill = 1; kill <= Kills; kill++)
        {
            await using var server = await AcademyServer.StartAsync(work);
            using var line = new CancellationTokenSource();
            var officers = members.Select(sat => StudyAsync(server, sat, modules, line.Token)).ToList();
            await Task.Delay(TimeSpan.FromSeconds(1) + (MostBetweenKills * Random.Shared.NextDouble()));
            await server.KillAsync();
            await line.CancelAsync();
            await Task.WhenAll(officers);
        }

        var inspection = await classroom.InspectAsync(members);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Kills} kills: {inspection.Attempts} attempts, {inspection.Open} of them open, {members.Sum(m => m.Submitted.Count)} submissions and {inspection.Acknowledged} answers acknowledged, {inspection.Lost} lost, {inspection.Doubles} doubles"));
    }

    /// <summary>Signs in and takes quiz after quiz until the line fails.</summary>
    private static async Task StudyAsync(AcademyServer server, Sat sat, IReadOnlyList<string> modules, CancellationToken line)
    {
        using var browser = new Browser(server);
        try
        {
            await Bench.Officers.SignInAsync(browser, sat.Name);
            while (!line.IsCancellationRequested)
            {
                foreach (var module in modules)
                {
                    await Quiz.ReadModuleAsync(browser, module);
                    await sat.TakeAsync(browser, module, () => Task.Delay(Random.Shared.Next(50), line));
                }
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // The academy was killed; what it acknowledged before is noted.
        }
    }
}
