namespace Bench;

/// <summary>What eight officers at once do to the server. Each load runs unmeasured first, until .NET has compiled it well.</summary>
internal sealed class Loads(Table table, Officers officers)
{
    private const int Pages = 1000;
    private const int SignIns = 5;
    private const int WarmUpQuizzes = 15;

    // An officer takes a quiz once or twice; with more, the length of the list of attempts would be measured.
    private const int QuizzesOfEachModule = 2;

    /// <param name="modules">Addresses of modules with long quizzes.</param>
    public async Task MeasureAsync(IReadOnlyList<string> modules)
    {
        await MeasureAsync("Module page", "CPU 0.5 ms, p95 20 ms", Pages, (browser, _) => browser.GetAsync(modules[^1]));
        await MeasureAsync("Officer's home", "CPU 0.8 ms", Pages, (browser, _) => browser.GetAsync("/"));
        await MeasureAsync("Sign-in, page and form", "", SignIns, (browser, name) =>
        {
            browser.Forget();
            return Officers.SignInAsync(browser, name);
        });
        await MeasureQuizAsync(modules);
    }

    private async Task MeasureAsync(string what, string aim, int times, Func<Browser, string, Task> visit)
    {
        await RepeatAsync(times, visit);
        var meter = officers.Meter();
        await RepeatAsync(times, visit);
        table.Add(meter.Read(what, times * Officers.Count) with { Aim = aim });
    }

    private async Task MeasureQuizAsync(IReadOnlyList<string> modules)
    {
        foreach (var module in modules)
        {
            await officers.EachAsync((browser, _) => Quiz.ReadModuleAsync(browser, module));
        }

        await RepeatAsync(WarmUpQuizzes, (browser, _) => Quiz.TakeAsync(browser, modules[0]));
        var meter = officers.Meter();
        foreach (var module in modules.Skip(1))
        {
            await RepeatAsync(QuizzesOfEachModule, (browser, _) => Quiz.TakeAsync(browser, module));
        }

        var quizzes = QuizzesOfEachModule * (modules.Count - 1) * Officers.Count;
        table.Add(meter.Read($"Quiz of {LongQuizzes.Questions} questions, each answer saved", quizzes) with { Aim = "CPU 6 ms" });
    }

    private Task RepeatAsync(int times, Func<Browser, string, Task> visit) => officers.EachAsync(async (browser, name) =>
    {
        for (var i = 0; i < times; i++)
        {
            await visit(browser, name);
        }
    });
}
