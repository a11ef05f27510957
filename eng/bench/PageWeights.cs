namespace Bench;

/// <summary>What an officer's browser loads to show a module page: with nothing kept, and again later.</summary>
internal static class PageWeights
{
    public static async Task MeasureAsync(Table table, AcademyServer server, string module)
    {
        using var browser = new Browser(server);
        await Officers.SignInFirstAsync(browser);
        var html = await browser.GetAsync(module);
        var page = await html.ParseAsync();
        table.Add(new Row($"HTML of a module page of {page.Words} words") { Bytes = html.BodyBytes, Aim = "12 KB for 1,500 words" });

        var cache = new Cache(browser);
        foreach (var (what, aim) in new[] { ("First visit to a module page", "45 KB"), ("Later visit", "12 KB") })
        {
            var (requests, bytes) = (browser.Waits.Count, browser.Bytes);
            await cache.ShowAsync(module);
            table.Add(new Row(what) { Requests = browser.Waits.Count - requests, Bytes = browser.Bytes - bytes, Aim = aim });
        }
    }
}

/// <summary>What a browser keeps of earlier answers, and how that spares requests.</summary>
internal sealed class Cache(Browser browser)
{
    private readonly Dictionary<string, Reply> _kept = new(StringComparer.Ordinal);

    /// <summary>Fetches the page and everything on it.</summary>
    public async Task ShowAsync(string address)
    {
        var page = await (await FetchAsync(address)).ParseAsync();
        foreach (var file in page.Files)
        {
            await FetchAsync(file);
        }
    }

    private async Task<Reply> FetchAsync(string address)
    {
        var kept = _kept.GetValueOrDefault(address);
        if (kept is { StaysFresh: true })
        {
            return kept;
        }

        var reply = await browser.GetAsync(address, kept?.ETag);
        if (reply.NotModified)
        {
            return kept!;
        }

        if (reply.MayBeKept)
        {
            _kept[address] = reply;
        }

        return reply;
    }
}
