using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace HtiAcademy.Tests.Browser;

/// <summary>With scripting on, an answer is saved as it is given, and one that did not arrive says so and is sent again.</summary>
public sealed class AnswerSavingTests : IAsyncLifetime
{
    private readonly ServedApp _app = new();

    [Fact]
    public async Task An_answer_is_saved_as_it_is_given_and_sent_again_when_the_line_is_back()
    {
        await using var phone = await _app.Chromium.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await phone.NewPageAsync();
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        await _app.SignInAsync(page, Cast.OfficerInUganda);
        await page.GotoAsync($"{_app.Url}learn/foundations/what-is-trafficking/quiz");
        await page.ClickAsync("form[action$='/start'] button");
        while (await page.Locator("input[type=radio]").CountAsync() == 0)
        {
            await page.ClickAsync("button:has-text('Save and go on')");
        }

        await page.Locator("input[type=radio]").First.CheckAsync();
        await Assertions.Expect(page.Locator(".saved")).ToContainTextAsync("Saved at");

        await phone.SetOfflineAsync(true);
        await page.Locator("input[type=radio]").Nth(1).CheckAsync();
        await Assertions.Expect(page.Locator(".saved")).ToContainTextAsync("has not arrived yet");
        await phone.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator(".saved")).ToContainTextAsync("Saved at", new() { Timeout = 20_000 });

        var shown = await page.Locator("input[type=radio]:checked").GetAttributeAsync("value");
        await page.ReloadAsync();
        (await page.Locator("input[type=radio]:checked").GetAttributeAsync("value")).Should().Be(shown);
        await using var db = _app.Open();
        (await db.Attempts.SingleAsync(a => a.SubmittedAt == null)).Questions.Count(q => q.Response != null).Should().Be(1);
        errors.Should().BeEmpty();
    }

    public Task InitializeAsync() => _app.ServeAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();
}
