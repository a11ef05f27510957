using HtiAcademy.Domain.Authoring;
using HtiAcademy.Tests.Authoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace HtiAcademy.Tests.Browser;

/// <summary>With scripting on, a draft is saved while it is written, and what could not be saved is kept and offered again.</summary>
public sealed class DraftSavingTests : IAsyncLifetime
{
    private const string Text = "#draft-text";
    private const string Status = "[data-status]";

    private readonly ServedApp _app = new();
    private readonly List<string> _errors = [];
    private IBrowserContext _desk = null!;
    private IPage _page = null!;
    private Guid _draft;

    [Fact]
    public async Task A_draft_is_saved_and_shown_while_it_is_written()
    {
        await _page.Locator(Text).PressAsync("Control+End");
        await _page.Keyboard.TypeAsync("In Kampala. ");

        await Assertions.Expect(_page.Locator(".page-preview")).ToContainTextAsync("In Kampala.");
        await Assertions.Expect(_page.Locator(Status)).ToContainTextAsync("Saved");
        (await SavedAsync()).Should().Contain("In Kampala.");
        (await KeptAsync()).Should().Be(0, "the academy has it");
        _errors.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_written_without_a_line_is_sent_when_it_is_back()
    {
        await _desk.SetOfflineAsync(true);
        await _page.FillAsync(Text, "## Written on the road {#offence}\n");
        await Assertions.Expect(_page.Locator(Status)).ToContainTextAsync("Not saved: no line; kept in this browser");
        (await KeptAsync()).Should().Be(1);

        await _desk.SetOfflineAsync(false);

        await Assertions.Expect(_page.Locator(Status)).ToContainTextAsync("Saved", new() { Timeout = 15_000 });
        (await SavedAsync()).Should().Contain("Written on the road");
        (await KeptAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Who_goes_to_another_page_at_once_has_still_written()
    {
        await _page.FillAsync(Text, "## Written and left {#offence}\n");
        await _page.ClickAsync(".breadcrumb a");

        await UntilSavedAsync("Written and left");
        await _page.GotoAsync(_app.Url + Editing.Page[1..]);
        await Assertions.Expect(_page.Locator("[data-kept]")).ToBeHiddenAsync();
        (await KeptAsync()).Should().Be(0);
    }

    [Fact]
    public async Task What_a_closed_window_could_not_save_is_offered_at_the_next_visit()
    {
        await _desk.SetOfflineAsync(true);
        await _page.FillAsync(Text, "## Written and closed {#offence}\n");
        await Assertions.Expect(_page.Locator(Status)).ToContainTextAsync("Not saved");
        await _page.CloseAsync();
        await _desk.SetOfflineAsync(false);

        _page = await _desk.NewPageAsync();
        await _page.GotoAsync(_app.Url + Editing.Page[1..]);
        (await _page.InputValueAsync(Text)).Should().Contain("First words.");
        await Assertions.Expect(_page.Locator("[data-kept]")).ToContainTextAsync("This browser kept what you typed");
        await _page.ClickAsync("[data-use]");

        await Assertions.Expect(_page.Locator(Status)).ToContainTextAsync("Saved");
        await Assertions.Expect(_page.Locator("[data-kept]")).ToBeHiddenAsync();
        await UntilSavedAsync("Written and closed");
        (await KeptAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_second_window_sees_what_the_first_wrote_and_nothing_is_lost()
    {
        var second = await OpenAsync();
        await _page.FillAsync(Text, "## Of the first window {#offence}\n");
        await UntilSavedAsync("Of the first window");

        await second.FillAsync(Text, "## Of the second window {#offence}\n");

        await Assertions.Expect(second.Locator("[data-elsewhere]")).ToBeVisibleAsync();
        (await second.InputValueAsync("#elsewhere")).Should().Contain("Of the first window");
        (await SavedAsync()).Should().Contain("Of the first window");
        await second.ClickAsync("[data-mine]");
        await UntilSavedAsync("Of the second window");
        (await second.InputValueAsync("#elsewhere")).Should().Contain("Of the first window", "it can still be copied");
    }

    [Fact]
    public async Task Who_goes_on_with_the_other_windows_text_can_still_copy_their_own()
    {
        var second = await OpenAsync();
        await _page.FillAsync(Text, "## Of the first window {#offence}\n");
        await UntilSavedAsync("Of the first window");
        await second.FillAsync(Text, "## Of the second window {#offence}\n");

        await second.ClickAsync("[data-theirs]");

        (await second.InputValueAsync(Text)).Should().Contain("Of the first window");
        (await second.InputValueAsync("#elsewhere")).Should().Contain("Of the second window");
    }

    [Fact]
    public async Task Who_is_signed_out_while_typing_goes_on_after_signing_in_elsewhere()
    {
        var elsewhere = await _desk.NewPageAsync();
        await elsewhere.GotoAsync(_app.Url);
        await elsewhere.ClickAsync("form[action='/account/sign-out'] button");

        await _page.FillAsync(Text, "## Typed without a session {#offence}\n");
        await Assertions.Expect(_page.Locator(Status)).ToContainTextAsync("Your session has ended: sign in again in another window");
        (await SavedAsync()).Should().Contain("First words.");

        await _app.SignInAsync(elsewhere, Cast.TrainerInUganda);
        await Assertions.Expect(_page.Locator(Status)).ToContainTextAsync("Saved", new() { Timeout = 15_000 });
        await UntilSavedAsync("Typed without a session");
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_kept_and_not_sent()
    {
        await TypeAsync(new string('a', 2 * Draft.MostBytes));

        await Assertions.Expect(_page.Locator(Status)).ToContainTextAsync("too long");
        (await SavedAsync()).Should().Contain("First words.");
        (await KeptAsync()).Should().Be(1);

        await TypeAsync("## Shorter, with half a \\ud83d {#offence}");
        await UntilSavedAsync("Shorter, with half a \uFFFD {#offence}");
        (await KeptAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_finding_leads_to_its_line_in_the_text()
    {
        await _page.FillAsync(Text, $"## From facts to particulars {{#offence}}\n\n{string.Concat(Enumerable.Repeat("A long line that folds. ", 400))}\n\nWrong: {{{{ act.shrot }}}}.\n");
        await _page.Locator(".findings li", new() { HasText = "shrot" }).Locator("a").ClickAsync();

        (await _page.EvaluateAsync<string>("(field => field.value.slice(field.selectionStart, field.selectionEnd))(document.activeElement)")).Should().Be("Wrong: {{ act.shrot }}.");
        (await _page.EvaluateAsync<double>($"document.querySelector('{Text}').scrollTop")).Should().BePositive();
    }

    [Fact]
    public async Task Buttons_put_in_what_nobody_remembers_with_the_keyboard_alone()
    {
        await _page.FillAsync(Text, "## Heading {#offence}\n\nAsk first.");
        await _page.EvaluateAsync($"document.querySelector('{Text}').setSelectionRange(23, 33)");
        await _page.Locator("[data-tools] button", new() { HasTextString = "Note" }).FocusAsync();
        await _page.Keyboard.PressAsync("Enter");
        (await _page.InputValueAsync(Text)).Should().Be("## Heading {#offence}\n\n::: note\n\nAsk first.\n\n:::\n");

        await _page.Keyboard.PressAsync("Control+z");
        (await _page.InputValueAsync(Text)).Should().Be("## Heading {#offence}\n\nAsk first.");

        await _page.Keyboard.PressAsync("Control+End");
        await _page.Locator("[data-tools] button", new() { HasTextString = "Practice" }).FocusAsync();
        await _page.Keyboard.PressAsync("Enter");
        await _page.Keyboard.TypeAsync("May she stay silent?");
        await Assertions.Expect(_page.Locator(".page-preview .practice").Last).ToContainTextAsync("May she stay silent?");
        (await _page.Locator(".findings .bg-danger").CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_fact_is_searched_and_put_in_at_the_caret()
    {
        await _page.FillAsync(Text, "## Heading {#offence}\n\nThe ");
        await _page.Keyboard.PressAsync("Control+End");
        await _page.ClickAsync("summary:has-text('Facts of Uganda')");
        await _page.FillAsync("#fact-search", "act.short");
        await Assertions.Expect(_page.Locator("details tbody tr")).ToHaveCountAsync(1);

        await _page.ClickAsync("details tbody button");

        (await _page.InputValueAsync(Text)).Should().EndWith("The {{ act.short }}");
        await Assertions.Expect(_page.Locator(".page-preview")).ToContainTextAsync("The PTIP Act");
    }

    public async Task InitializeAsync()
    {
        await _app.ServeAsync();
        _draft = (await _app.AddDraftAsync(Cast.TrainerInUganda)).Id;
        _desk = await _app.Chromium.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        await _app.SignInAsync(await _desk.NewPageAsync(), Cast.TrainerInUganda);
        _page = await OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await _desk.DisposeAsync();
        await _app.DisposeAsync();
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await _desk.NewPageAsync();
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, message) => _errors.AddRange(message.Type == "error" ? [message.Text] : Array.Empty<string>());
        await page.GotoAsync(_app.Url + Editing.Page[1..]);
        await page.WaitForSelectorAsync("[data-live]");
        return page;
    }

    private async Task<string> SavedAsync() => (await _app.DraftAsync(_draft)).Text;

    private async Task UntilSavedAsync(string words)
    {
        for (var waiting = System.Diagnostics.Stopwatch.StartNew(); !(await SavedAsync()).Contains(words, StringComparison.Ordinal); await Task.Delay(50))
        {
            waiting.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10), $"'{words}' is saved");
        }
    }

    // With an escape for what cannot be sent to a browser.
    private async Task TypeAsync(string text) =>
        await _page.EvaluateAsync($"(() => {{ const field = document.querySelector('{Text}'); field.value = '{text}'; field.dispatchEvent(new Event('input')); }})()");

    private Task<int> KeptAsync() => _page.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('draft/')).length");
}
