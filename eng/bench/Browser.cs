using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Bench;

/// <summary>
/// A browser without scripting, on one connection. It keeps cookies itself, because a cookie jar would hold Secure ones
/// back from the loopback address.
/// </summary>
internal sealed class Browser : IDisposable
{
    private static int _phones;

    private readonly HttpClient _http;
    private readonly Traffic _traffic = new();
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private string _phone = "";

    public Browser(AcademyServer server)
    {
        _http = new HttpClient(new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = 1,
            ConnectCallback = _traffic.ConnectAsync,
        }) { BaseAddress = server.Address };
        Forget();
    }

    /// <summary>What each request took, in milliseconds, from sending it to the last byte of the answer.</summary>
    public List<double> Waits { get; } = [];

    public long Bytes => _traffic.Bytes;

    /// <summary>Becomes another phone: no cookies, and another network address, so that no limit on one address applies.</summary>
    public void Forget()
    {
        _cookies.Clear();
        var number = Interlocked.Increment(ref _phones);
        _phone = string.Create(CultureInfo.InvariantCulture, $"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}");
    }

    public Task<Reply> GetAsync(string address, string? etag = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        }

        return SendAsync(request);
    }

    /// <summary>Posts a form as <see cref="Form"/> filled it.</summary>
    /// <returns>The redirect that every form of the academy answers with.</returns>
    public async Task<Reply> PostAsync(Form form)
    {
        var reply = await SendAsync(new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = new FormUrlEncodedContent(form.Values) });
        return reply.Location is null ? throw new InvalidOperationException($"{form.Action} was not answered with a redirect.") : reply;
    }

    public async Task<Page> SubmitAsync(Form form) => await ReadAsync((await PostAsync(form)).Location!);

    public async Task<Page> ReadAsync(string address) => await (await GetAsync(address)).ParseAsync();

    public void Dispose() => _http.Dispose();

    private async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using var sent = request;
        request.Headers.Host = "academy.example";
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", _phone);
        request.Headers.Add("Accept-Encoding", "br");
        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        }

        var began = Stopwatch.GetTimestamp();
        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        Waits.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        TakeCookies(response);
        return response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found or HttpStatusCode.NotModified
            ? new Reply(request.RequestUri!, response, body)
            : throw new InvalidOperationException($"{request.Method} {request.RequestUri} was answered with {(int)response.StatusCode}.");
    }

    private void TakeCookies(HttpResponseMessage response)
    {
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            _cookies[pair[0]] = pair[1];
        }
    }
}
