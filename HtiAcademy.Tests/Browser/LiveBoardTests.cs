using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace HtiAcademy.Tests.Browser;

/// <summary>The board on a trainer's screen while officers work.</summary>
public sealed class LiveBoardTests : IAsyncLifetime
{
    private readonly ServedApp _app = new();

    [Fact]
    public async Task A_module_that_an_officer_reads_shows_on_the_trainers_board_without_a_reload()
    {
        await using var desk = await _app.Chromium.NewContextAsync();
        var board = await desk.NewPageAsync();
        var errors = ErrorsOf(board);
        await OpenAsync(board, Cast.TrainerInGuatemala, "GT");
        await board.EvaluateAsync("document.body.classList.add('not-loaded-again')");
        var row = await RowOfOfficerAsync(board);
        var before = await row.InnerTextAsync();

        await ReadAsync();

        await Assertions.Expect(row).Not.ToHaveTextAsync(before, new() { Timeout = 8000 });
        (await board.Locator("body").GetAttributeAsync("class")).Should().Be("not-loaded-again");
        (await board.InnerTextAsync("main")).Should().Contain("A las").And.NotContain("As of", "the island speaks the trainer's language too");

        await board.ClickAsync("main a.btn");
        await board.WaitForSelectorAsync("[data-live] table");
        (await board.InnerTextAsync("tbody")).Should().NotContain(before.Split('\t')[0].Trim(), "initials are shown");
        errors.Should().BeEmpty();
    }

    [Fact]
    public async Task A_cut_line_is_told_and_the_board_goes_on_when_it_is_back()
    {
        await using var desk = await _app.Chromium.NewContextAsync();
        var board = await desk.NewPageAsync();
        var lines = new List<IWebSocketRoute>();
        await board.RouteWebSocketAsync(new Regex("_blazor"), line =>
        {
            line.ConnectToServer();
            lines.Add(line);
        });
        await OpenAsync(board, Cast.TrainerInGuatemala, "GT");
        var cut = board.Locator("#components-reconnect-modal");
        (await cut.IsVisibleAsync()).Should().BeFalse();

        await desk.SetOfflineAsync(true);
        await lines[^1].CloseAsync();
        await Assertions.Expect(cut).ToBeVisibleAsync();
        await desk.SetOfflineAsync(false);
        await Assertions.Expect(cut).ToBeHiddenAsync(new() { Timeout = 20_000 });

        var row = await RowOfOfficerAsync(board);
        var before = await row.InnerTextAsync();
        await ReadAsync();
        await Assertions.Expect(row).Not.ToHaveTextAsync(before, new() { Timeout = 8000 });
    }

    [Fact]
    public async Task A_page_stolen_from_another_countrys_trainer_opens_no_board()
    {
        await using var theirs = await _app.Chromium.NewContextAsync();
        var open = await theirs.NewPageAsync();
        await OpenAsync(open, Cast.TrainerInUganda, "UG");
        var stolen = await (await theirs.APIRequest.GetAsync(open.Url)).TextAsync();
        // Without the names that stand in it anyway, so that none can be seen but from the server.
        stolen = Regex.Replace(stolen, "<tbody>.*?</tbody>", "<tbody></tbody>", RegexOptions.Singleline);
        stolen.Should().Contain("<!--Blazor:").And.NotContain("Opio");

        await using var desk = await _app.Chromium.NewContextAsync();
        var page = await desk.NewPageAsync();
        await _app.SignInAsync(page, Cast.TrainerInKenya);
        await page.RouteAsync(open.Url, route => route.FulfillAsync(new() { Body = stolen, ContentType = "text/html; charset=utf-8" }));
        await page.GotoAsync(open.Url);

        await Assertions.Expect(page.Locator("[data-live]")).ToContainTextAsync("The board has stopped");
        (await page.ContentAsync()).Should().NotContain("Opio");
    }

    public Task InitializeAsync() => _app.ServeAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    private static List<string> ErrorsOf(IPage page)
    {
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add(message.Text);
            }
        };
        return errors;
    }

    private async Task OpenAsync(IPage page, string trainer, string country)
    {
        await _app.SignInAsync(page, trainer);
        await using var db = _app.Open();
        await page.GotoAsync($"{_app.Url}cohorts/{(await db.Cohorts.FirstAsync(c => c.Country == country)).Id}/board");
        await page.WaitForSelectorAsync("[data-live] table");
    }

    private async Task<ILocator> RowOfOfficerAsync(IPage board)
    {
        await using var db = _app.Open();
        var officer = await db.People.SingleAsync(p => p.Email == Cast.OfficerInGuatemala);
        return board.Locator("tbody tr", new() { HasText = officer.FullName });
    }

    private async Task ReadAsync()
    {
        await using var phone = await _app.Chromium.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await phone.NewPageAsync();
        await _app.SignInAsync(page, Cast.OfficerInGuatemala);
        await page.ClickAsync(".next a");
        await page.ClickAsync("form[action$='/read'] button");
    }
}
