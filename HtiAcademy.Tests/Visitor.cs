using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace HtiAcademy.Tests;

/// <summary>A browser without scripting: it follows links and posts forms with what is in them.</summary>
public sealed class Visitor(HttpClient http)
{
    public HttpClient Http => http;

    public async Task<Page> GetAsync(string address) => await Page.ReadAsync(await http.GetAsync(address));

    /// <summary>Posts a form as the browser would, with <paramref name="values"/> in place of what it shows.</summary>
    public Task<HttpResponseMessage> PostAsync(IHtmlFormElement form, params IReadOnlyList<(string Name, string Value)> values)
    {
        var kept = form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>()
            .Where(input => values.All(v => v.Name != input.Name))
            .Select(input => new KeyValuePair<string, string>(input.Name!, input.Value));
        var posted = kept.Concat(values.Select(v => new KeyValuePair<string, string>(v.Name, v.Value)));
        return http.PostAsync(form.GetAttribute("action") ?? form.Owner!.Location.PathName + form.Owner.Location.Search, new FormUrlEncodedContent(posted));
    }

    /// <summary>Posts a form and goes where the answer leads.</summary>
    public async Task<Page> SubmitAsync(IHtmlFormElement form, params IReadOnlyList<(string Name, string Value)> values) =>
        await FollowAsync(await PostAsync(form, values));

    public async Task<Page> FollowAsync(HttpResponseMessage response)
    {
        while (response.Headers.Location is { } location)
        {
            response = await http.GetAsync(location);
        }

        return await Page.ReadAsync(response);
    }
}

public sealed record Page(HttpResponseMessage Response, IDocument Document)
{
    public string Text => Document.Body!.TextContent;

    public string Html => Document.DocumentElement.OuterHtml;

    public string Address => Response.RequestMessage!.RequestUri!.PathAndQuery;

    public static async Task<Page> ReadAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        var context = BrowsingContext.New(Configuration.Default);
        return new Page(response, await context.OpenAsync(r => r.Content(html).Address(response.RequestMessage!.RequestUri!)));
    }

    /// <summary>The form whose action ends so, or whose Blazor handler is named so.</summary>
    public IHtmlFormElement Form(string name) =>
        Document.Forms.FirstOrDefault(f => (f.GetAttribute("action") ?? "").EndsWith(name, StringComparison.Ordinal)
            || f.QuerySelector($"input[name=_handler][value='{name}']") is not null)
        ?? throw new InvalidOperationException($"No form '{name}' at {Address}: {Text.Trim()}");
}

public static class FormFields
{
    /// <summary>The same form, with its token, sent elsewhere: what somebody forges.</summary>
    public static IHtmlFormElement To(this IHtmlFormElement form, string address)
    {
        form.SetAttribute("action", address);
        return form;
    }

    /// <summary>What the field of a name holds.</summary>
    public static string Value(this IHtmlFormElement form, string name) => ((IHtmlInputElement)form.QuerySelector($"[name='{name}']")!).Value;
}
