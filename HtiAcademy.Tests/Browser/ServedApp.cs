using HtiAcademy.Web.Demo;
using Microsoft.Playwright;

namespace HtiAcademy.Tests.Browser;

/// <summary>The academy on a real port of this machine, and a browser to open it with.</summary>
public sealed class ServedApp : AcademyApp
{
    private IPlaywright? _playwright;

    public ServedApp() => UseKestrel(0);

    public IBrowser Chromium { get; private set; } = null!;

    public string Url => ClientOptions.BaseAddress.ToString();

    public async Task ServeAsync()
    {
        StartServer();
        _playwright = await Playwright.CreateAsync();
        Chromium = await LaunchAsync(_playwright);
    }

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });

    public async Task SignInAsync(IPage page, string address)
    {
        await page.GotoAsync(Url);
        await page.FillAsync("#email", address);
        await page.FillAsync("#password", DemoAcademy.Password);
        await page.ClickAsync("main form button");
        await page.WaitForURLAsync(Url);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_playwright is not null)
        {
            await Chromium.DisposeAsync();
            _playwright.Dispose();
        }

        await base.DisposeAsync();
    }
}
