using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace HtiAcademy.Tests.Browser;

/// <summary>Passkeys as a browser makes them, with an authenticator that Chromium plays.</summary>
public sealed class PasskeyTests : IAsyncLifetime
{
    private readonly ServedApp _app = new();

    // A passkey belongs to a name, not to a number.
    private string Url => _app.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    [Fact]
    public async Task A_passkey_is_added_and_alone_signs_in_and_once_removed_it_does_not()
    {
        await using var context = await _app.Chromium.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await context.NewPageAsync();
        await PlugInAuthenticatorAsync(context, page);
        await SignInByPasswordAsync(page);

        await page.GotoAsync($"{Url}account/security");
        await page.FillAsync("#name", "My first key");
        await page.ClickAsync("button:has-text('Add a passkey')");
        await page.WaitForURLAsync("**/account/security/recovery-codes");
        await page.GotoAsync($"{Url}account/security");
        (await page.ContentAsync()).Should().Contain("My first key");

        await SignOutAsync(page);
        await page.ClickAsync("button:has-text('Sign in with a passkey')");
        await page.WaitForURLAsync(Url);

        await page.GotoAsync($"{Url}account/security");
        await page.ClickAsync("button:text-is('Remove')");
        await page.WaitForURLAsync("**/account/security?done=removed");
        await SignOutAsync(page);
        await page.ClickAsync("button:has-text('Sign in with a passkey')");
        await page.WaitForURLAsync("**/account/sign-in?passkey=refused**");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("does not know this passkey");
        await using var db = _app.Open();
        (await db.AuditEntries.Where(e => e.What.StartsWith("person.")).OrderBy(e => e.Sequence).Select(e => e.What).ToListAsync()).Should().Equal("person.passkey-added", "person.passkey-removed");
    }

    [Fact]
    public async Task A_passkey_takes_the_second_step_after_the_password()
    {
        await using var context = await _app.Chromium.NewContextAsync();
        var page = await context.NewPageAsync();
        await PlugInAuthenticatorAsync(context, page);
        await SignInByPasswordAsync(page);
        await page.GotoAsync($"{Url}account/security");
        await page.ClickAsync("button:has-text('Add a passkey')");
        await page.WaitForURLAsync("**/account/security/recovery-codes");
        await SignOutAsync(page);

        await page.FillAsync("#email", Cast.OfficerInUganda);
        await page.FillAsync("#password", HtiAcademy.Web.Demo.DemoAcademy.Password);
        await page.ClickAsync("main form button");
        await page.WaitForURLAsync("**/account/second-step**");
        await page.ClickAsync("button:has-text('Use a passkey')");

        await page.WaitForURLAsync(Url);
    }

    [Fact]
    public async Task On_a_shared_computer_the_back_button_shows_nothing_after_signing_out()
    {
        await using var context = await _app.Chromium.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(Url);
        await page.FillAsync("#email", Cast.OfficerInUganda);
        await page.FillAsync("#password", HtiAcademy.Web.Demo.DemoAcademy.Password);
        await page.CheckAsync("#shared");
        await page.ClickAsync("main form button");
        await page.GotoAsync($"{Url}learn/foundations/your-law");
        await SignOutAsync(page);

        await page.GoBackAsync();

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Sign in");
    }

    public Task InitializeAsync() => _app.ServeAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    private static async Task PlugInAuthenticatorAsync(IBrowserContext context, IPage page)
    {
        var devTools = await context.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private async Task SignInByPasswordAsync(IPage page)
    {
        await page.GotoAsync(Url);
        await page.FillAsync("#email", Cast.OfficerInUganda);
        await page.FillAsync("#password", HtiAcademy.Web.Demo.DemoAcademy.Password);
        await page.ClickAsync("main form button");
        await page.WaitForURLAsync(Url);
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.ClickAsync("form[action='/account/sign-out'] button");
        await page.WaitForURLAsync("**/account/sign-in");
    }
}
