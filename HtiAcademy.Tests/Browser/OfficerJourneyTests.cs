using System.Diagnostics;
using System.Globalization;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HtiAcademy.Tests.Browser;

/// <summary>The whole path in a real browser with scripting off, on a small phone: from signing in to a verified certificate.</summary>
public sealed class OfficerJourneyTests : IAsyncLifetime
{
    private readonly ServedApp _app = new();
    private IReadOnlyDictionary<string, Question> _bank = null!;

    [Fact]
    public async Task An_officer_reads_passes_and_leaves_with_a_certificate_that_a_clerk_verifies()
    {
        await using var phone = await NewPhoneAsync();
        var page = await phone.NewPageAsync();
        await _app.SignInAsync(page, Cast.NewcomerInUganda);
        for (var module = 0; module < 3; module++)
        {
            await GoAsync(page, ".next a:has-text('Open the module')");
            await GoAsync(page, "button:has-text('I have read this module')");
            await TakeAsync(page);
            await page.GotoAsync(_app.Url);
        }

        await GoAsync(page, ".next a:has-text('Go to the final assessment')");
        await TakeAsync(page);
        await GoAsync(page, "a:has-text('See your certificate')");
        var pdf = await SaveAsync(phone, page.Locator("a[href*='.pdf']").First);

        var paper = await RunAsync("pdftotext", "-layout", pdf, "-");
        paper.Should().Contain("Peter Opio").And.Contain("Foundations of human trafficking cases").And.Contain("HTI-UG-2026-");

        var link = await LinkInAsync(pdf);
        await using var clerk = await NewPhoneAsync();
        var verification = await clerk.NewPageAsync();
        await verification.GotoAsync(new Uri(new Uri(_app.Url), link.PathAndQuery).ToString());
        (await verification.TextContentAsync(".verdict")).Should().Contain("Valid");
        (await verification.TextContentAsync("main")).Should().Contain("Peter Opio").And.Contain("Kampala");

        await RevokeAsync(await NumberOfAsync(verification));
        await verification.ReloadAsync();
        (await verification.TextContentAsync(".verdict")).Should().ContainEquivalentOf("revoked");
    }

    public async Task InitializeAsync()
    {
        await _app.ServeAsync();
        await using var db = _app.Open();
        var version = await db.CourseVersions.SingleAsync();
        _bank = (await _app.Services.GetRequiredService<Catalogue>().CourseAsync(version.Id)).Questions(new("en", "UG"));
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    private Task<IBrowserContext> NewPhoneAsync() =>
        _app.Chromium.NewContextAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 360, Height = 740 }, Locale = "en-GB" });

    /// <summary>Clicks what leads to another page, and waits until that is there.</summary>
    private static async Task GoAsync(IPage page, string selector)
    {
        var from = page.Url;
        await page.ClickAsync(selector);
        await page.WaitForURLAsync(address => address != from);
    }

    private async Task TakeAsync(IPage page)
    {
        await GoAsync(page, "button:has-text('Start')");
        while (await page.Locator("form[action$='/answer']").CountAsync() > 0)
        {
            await AnswerAsync(page);
            await GoAsync(page, "form[action$='/answer'] button.btn-primary");
        }

        await GoAsync(page, "form[action$='/submit'] button");
        (await page.TextContentAsync(".verdict")).Should().Contain("100");
    }

    private async Task AnswerAsync(IPage page)
    {
        var id = Guid.Parse(await page.InputValueAsync("[name=attempt]"));
        var position = int.Parse(await page.InputValueAsync("[name=position]"), CultureInfo.InvariantCulture);
        await using var db = _app.Open();
        var attempt = await db.Attempts.SingleAsync(a => a.Id == id);
        var drawn = attempt.Questions.Single(q => q.Position == position);
        foreach (var answer in RightAnswers.To(_bank[drawn.Hash], attempt, position))
        {
            var choice = page.Locator($"input[name=answer][value='{answer}']");
            await (await choice.CountAsync() > 0 ? choice.CheckAsync() : page.FillAsync("input[name=answer]", answer));
        }
    }

    private async Task RevokeAsync(string number)
    {
        await using var desk = await NewPhoneAsync();
        var page = await desk.NewPageAsync();
        await _app.SignInAsync(page, Cast.TrainerInUganda);
        await page.GotoAsync($"{_app.Url}certificates/{number}/change");
        await page.CheckAsync("#kind-Revocation");
        await page.FillAsync("[name=reason]", "Issued to the wrong person");
        await page.ClickAsync("form[action$='/change'] button");
        await page.WaitForSelectorAsync(".alert-success");

        await using var office = await NewPhoneAsync();
        page = await office.NewPageAsync();
        await _app.SignInAsync(page, Cast.Administrator);
        await page.GotoAsync($"{_app.Url}admin/certificates?q={number}");
        await page.ClickAsync("button[value=approve]");
        await page.WaitForSelectorAsync(".alert-success");
    }

    private static async Task<string> NumberOfAsync(IPage verification)
    {
        var text = await verification.TextContentAsync("main");
        return text!.Substring(text.IndexOf("HTI-UG-", StringComparison.Ordinal), "HTI-UG-2026-000001".Length);
    }

    private async Task<string> SaveAsync(IBrowserContext phone, ILocator link)
    {
        var address = new Uri(new Uri(_app.Url), await link.GetAttributeAsync("href"));
        var response = await phone.APIRequest.GetAsync(address.ToString());
        response.Headers["content-type"].Should().Be("application/pdf");
        var file = Path.Combine(_app.DataDirectory, "certificate.pdf");
        await File.WriteAllBytesAsync(file, await response.BodyAsync());
        return file;
    }

    /// <summary>Where the certificate's QR code leads, read from the printed page as a phone's camera would.</summary>
    private static async Task<Uri> LinkInAsync(string pdf)
    {
        await RunAsync("pdftoppm", "-r", "150", "-png", "-singlefile", pdf, pdf[..^4]);
        return new Uri((await RunAsync("zbarimg", "--quiet", "--raw", $"{pdf[..^4]}.png")).Trim());
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, $"{program} {string.Join(' ', arguments)}");
        return output;
    }
}
