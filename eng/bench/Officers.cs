namespace Bench;

/// <summary>Eight officers of the demo who have not finished the course, each with a browser of their own: eight connections.</summary>
internal sealed class Officers : IDisposable
{
    public const string Password = "Academy-demo-1";

    private static readonly string[] Names = ["officer.ug", "officer.ke", "officer.zm", "officer.bz", "officer.gt", "atim", "noor", "perez"];

    private readonly AcademyServer _server;
    private readonly IReadOnlyList<Browser> _browsers;

    private Officers(AcademyServer server)
    {
        _server = server;
        _browsers = [.. Names.Select(_ => new Browser(server))];
    }

    public static int Count => Names.Length;

    public static async Task<Officers> SignInAsync(AcademyServer server)
    {
        var officers = new Officers(server);
        await officers.EachAsync(SignInAsync);
        return officers;
    }

    /// <summary>Opens the page and sends the form: two requests.</summary>
    public static async Task SignInAsync(Browser browser, string name)
    {
        var page = await browser.ReadAsync("/account/sign-in");
        await browser.PostAsync(page.Form("/account/sign-in")!.With("Input.Email", $"{name}@demo.example").With("Input.Password", Password));
    }

    public static Task SignInFirstAsync(Browser browser) => SignInAsync(browser, Names[0]);

    /// <summary>Everyone does it at once.</summary>
    public Task EachAsync(Func<Browser, string, Task> visit) =>
        Task.WhenAll(_browsers.Zip(Names, (browser, name) => Task.Run(() => visit(browser, name))));

    public Meter Meter() => new(_server, _browsers);

    public void Dispose()
    {
        foreach (var browser in _browsers)
        {
            browser.Dispose();
        }
    }
}
