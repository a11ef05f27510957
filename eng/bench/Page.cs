using System.IO.Compression;
using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Bench;

/// <summary>An answer of the server, its body as it came over the wire.</summary>
internal sealed class Reply(Uri address, HttpResponseMessage response, byte[] body)
{
    public bool NotModified { get; } = response.StatusCode == HttpStatusCode.NotModified;

    public string? Location { get; } = response.Headers.Location?.OriginalString;

    public string? ETag { get; } = response.Headers.ETag?.ToString();

    /// <summary>Whether a browser uses it again without asking.</summary>
    public bool StaysFresh { get; } = response.Headers.CacheControl is { NoCache: false, NoStore: false, MaxAge.TotalDays: > 1 };

    public bool MayBeKept { get; } = response.Headers.CacheControl is not { NoStore: true };

    public int BodyBytes => body.Length;

    private bool IsCompressed { get; } = response.Content.Headers.ContentEncoding.Contains("br");

    public async Task<Page> ParseAsync()
    {
        await using var stream = IsCompressed ? new BrotliStream(new MemoryStream(body), CompressionMode.Decompress) : (Stream)new MemoryStream(body);
        return new Page(await BrowsingContext.New().OpenAsync(r => r.Content(stream).Address(address).Header("Content-Type", "text/html; charset=utf-8")));
    }
}

internal sealed class Page(IDocument document)
{
    /// <summary>Of the text that the page is there for.</summary>
    public int Words => document.QuerySelector("article")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>What a browser fetches to show the page. The style sheet names no further files.</summary>
    public IEnumerable<string> Files =>
        document.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], img[src], use[href]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            .Select(file => new Uri(new Uri(document.BaseUri), file).AbsolutePath)
            .Distinct(StringComparer.Ordinal);

    /// <returns>The form that posts to an address which ends so; null when the page has none.</returns>
    public Form? Form(string action) =>
        document.Forms.FirstOrDefault(f => f.GetAttribute("action")!.EndsWith(action, StringComparison.Ordinal)) is { } form ? new Form(form) : null;
}

/// <summary>A form and what it would post.</summary>
internal sealed class Form
{
    private readonly IHtmlFormElement _form;

    public Form(IHtmlFormElement form)
    {
        _form = form;
        Values = [.. form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => KeyValuePair.Create(input.Name!, input.Value))];
    }

    public string Action => _form.GetAttribute("action")!;

    public List<KeyValuePair<string, string>> Values { get; }

    public string Value(string name) => Values.First(v => v.Key == name).Value;

    public Form With(string name, string value)
    {
        Values.Add(KeyValuePair.Create(name, value));
        return this;
    }

    /// <summary>Answers the question that the form asks, rightly or not, and goes on by its first button.</summary>
    public Form Answered()
    {
        var selects = _form.QuerySelectorAll<IHtmlSelectElement>("select[name=answer]").ToList();
        selects.ForEach(select => With("answer", select.Options[^1].Value));
        if (selects.Count == 0)
        {
            var input = _form.QuerySelector<IHtmlInputElement>("input[name=answer]")!;
            With("answer", input.Type is "radio" or "checkbox" ? input.Value : "42");
        }

        return With("go", _form.QuerySelector("button[name=go]")!.GetAttribute("value")!);
    }
}
