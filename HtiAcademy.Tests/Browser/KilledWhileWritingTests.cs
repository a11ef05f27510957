using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Tests.Jobs;
using HtiAcademy.Web.Content;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace HtiAcademy.Tests.Browser;

/// <summary>The real program is killed while somebody writes: what the editor called saved is there when it starts again.</summary>
public sealed class KilledWhileWritingTests : IAsyncLifetime
{
    private const string Password = "correct-horse-battery";
    private const string Path = "courses/first-steps/10-listening/module.en-UG.md";

    private SampleAcademy _sample = null!;
    private AcademyProcess _process = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _chromium = null!;

    [Fact]
    public async Task What_was_saved_outlives_a_kill()
    {
        var page = await (await _chromium.NewContextAsync()).NewPageAsync();
        await OpenAsync(page);
        await page.ClickAsync("form[action$='/start'] button");
        await page.FillAsync("#draft-text", "## Listening in Uganda {#listening}\n\n");
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync("Sit beside her, and let her choose the language.");
        await Assertions.Expect(page.Locator(".page-preview")).ToContainTextAsync("let her choose the language.", new() { Timeout = 20_000 });

        _process.Kill();
        await page.Keyboard.TypeAsync(" Not a word more arrived.");
        await Assertions.Expect(page.Locator("[data-status]")).ToContainTextAsync("Not saved: no line; kept in this browser");

        _process = await StartAsync();
        page = await (await _chromium.NewContextAsync()).NewPageAsync();
        await OpenAsync(page);
        (await page.InputValueAsync("#draft-text")).Should().Be("## Listening in Uganda {#listening}\n\nSit beside her, and let her choose the language.");
        await using var db = _sample.Open();
        (await db.Drafts.SingleAsync()).State.Should().Be(DraftState.Writing);
    }

    public async Task InitializeAsync()
    {
        _sample = await SampleAcademy.OpenAsync(DateTimeOffset.UtcNow, migrated: true);
        ContentExport.Write(SampleContent.Documents(), System.IO.Path.Combine(_sample.Folder, "content"), overwrite: false).Should().BeEmpty();
        var trainer = new Person("Tina", "tina@example.org", Roles.Trainer, "en", "UG");
        trainer.TrainIn("UG");
        trainer.NormalizedUserName = trainer.UserName!.ToUpperInvariant();
        trainer.NormalizedEmail = trainer.Email!.ToUpperInvariant();
        trainer.PasswordHash = new PasswordHasher<Person>().HashPassword(trainer, Password);
        trainer.SecurityStamp = "stamp";
        await _sample.AddAsync(trainer);
        _process = await StartAsync();
        _playwright = await Playwright.CreateAsync();
        _chromium = await ServedApp.LaunchAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        await _chromium.DisposeAsync();
        _playwright.Dispose();
        _process.Dispose();
        await _sample.DisposeAsync();
    }

    private async Task OpenAsync(IPage page)
    {
        await page.GotoAsync($"{_process.Address}account/sign-in?ReturnUrl=/author/edit/{Path}");
        await page.FillAsync("[name='Input.Email']", "tina@example.org");
        await page.FillAsync("[name='Input.Password']", Password);
        await page.ClickAsync("main form button");
    }

    private Task<AcademyProcess> StartAsync() => AcademyProcess.StartAsync(
        ("Academy__DataDirectory", _sample.Folder),
        ("Academy__ContentDirectory", System.IO.Path.Combine(_sample.Folder, "content")),
        // It has people, so nobody is invented; but its trainer needs no second factor.
        ("Academy__Demo", "true"),
        ("Academy__Jobs", "false"));
}
