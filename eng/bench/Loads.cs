namespace Bench;

/// <summary>
/// What eight officers at once do to the server. Each load runs unmeasured first, until .NET has compiled it well. Of the
/// rounds after that, the one in which the server worked least is shown: what else the machine does only ever adds.
/// </summary>
internal sealed class Loads(Table table, Officers officers)
{
    private const int Rounds = 5;
    private const int PagesEach = 250;
    private const int SignInsEach = 2;
    private const int WarmUpQuizzesEach = 15;

    // Officers take a quiz a few times at most; with more, the length of the list of attempts would be measured.
    private const int QuizzesEach = 3;

    /// <param name="modules">Addresses of modules with long quizzes.</param>
    public async Task MeasureAsync(IReadOnlyList<string> modules)
    {
        await MeasureAsync("Module page", "CPU 0.5 ms, p95 20 ms", PagesEach, (browser, _) => browser.GetAsync(modules[^1]));
        await MeasureAsync("Officer's home", "CPU 0.8 ms", PagesEach, (browser, _) => browser.GetAsync("/"));
        await MeasureAsync("Sign-in, page and form", "", SignInsEach, (browser, name) =>
        {
            browser.Forget();
            return Officers.SignInAsync(browser, name);
        });
        await MeasureQuizAsync(modules);
    }

    private async Task MeasureAsync(string what, string aim, int times, Func<Browser, string, Task> visit)
    {
        await RepeatAsync(Rounds * times, visit);
        await MeasureRoundsAsync(what, aim, times, Enumerable.Repeat(visit, Rounds));
    }

    private async Task MeasureQuizAsync(IReadOnlyList<string> modules)
    {
        foreach (var module in modules)
        {
            await officers.EachAsync((browser, _) => Quiz.ReadModuleAsync(browser, module));
        }

        await RepeatAsync(WarmUpQuizzesEach, (browser, _) => Quiz.TakeAsync(browser, modules[0]));
        var rounds = modules.Skip(1).Select(module => (Func<Browser, string, Task>)((browser, _) => Quiz.TakeAsync(browser, module)));
        await MeasureRoundsAsync($"Quiz of {LongQuizzes.Questions} questions, each answer saved", "CPU 6 ms", QuizzesEach, rounds);
    }

    private async Task MeasureRoundsAsync(string what, string aim, int times, IEnumerable<Func<Browser, string, Task>> rounds)
    {
        var rows = new List<Row>();
        foreach (var visit in rounds)
        {
            var meter = officers.Meter();
            await RepeatAsync(times, visit);
            rows.Add(meter.Read(what, times * Officers.Count));
        }

        table.Add(rows.MinBy(row => row.Cpu)! with { Aim = aim });
    }

    private Task RepeatAsync(int times, Func<Browser, string, Task> visit) => officers.EachAsync(async (browser, name) =>
    {
        for (var i = 0; i < times; i++)
        {
            await visit(browser, name);
        }
    });
}
