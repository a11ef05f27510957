using System.Net.Mail;
using AngleSharp;
using AngleSharp.Html.Dom;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Reminders;
using Microsoft.Extensions.Configuration;

namespace HtiAcademy.Tests.Reminders;

/// <summary>What goes over the wire, read as whoever receives it reads it.</summary>
public sealed class MailMessagesTests : IDisposable
{
    private const string Text = "Dear Nakato <Florence>,\n\nGo on here: https://academy.example.org/learn/first?a=1&b=2.\nOr call \"116\".\n";
    private const string Stop = "https://academy.example.org/reminders/stop/abc";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Person Nakato = new("Nakato Florence", "nakato@example.org", Roles.Officer, "en", "UG");

    private readonly SmtpListener _listener = new();

    [Fact]
    public async Task The_text_comes_plain_first_and_then_as_HTML()
    {
        var read = await SendAsync(new Mail("key", Nakato, "Subject", Text, Now));

        read.Header("Content-Type").Should().StartWith("multipart/alternative");
        read.Parts.Select(p => p.Header("Content-Type")).Should().Equal("text/plain; charset=utf-8", "text/html; charset=utf-8");
        read.Parts[0].Text.ReplaceLineEndings("\n").TrimEnd().Should().Be(Text.TrimEnd());
    }

    [Fact]
    public async Task The_HTML_says_the_same_with_an_address_to_click_and_loads_nothing()
    {
        var read = await SendAsync(new Mail("key", Nakato, "Subject", Text, Now));

        using var context = BrowsingContext.New(Configuration.Default);
        var html = await context.OpenAsync(r => r.Content(read.Parts[1].Text));
        html.DocumentElement.GetAttribute("lang").Should().Be("en");
        html.QuerySelectorAll("p").Select(p => p.TextContent.ReplaceLineEndings("\n")).Should().Equal(
            "Dear Nakato <Florence>,", "Go on here: https://academy.example.org/learn/first?a=1&b=2.\nOr call \"116\".");
        html.Links.Cast<IHtmlAnchorElement>().Select(a => a.GetAttribute("href")).Should().Equal("https://academy.example.org/learn/first?a=1&b=2");
        html.QuerySelectorAll("img, script, link, style, iframe, [src]").Should().BeEmpty();
    }

    [Fact]
    public async Task A_long_address_is_shown_short_and_a_telephone_shows_it_in_its_width()
    {
        var address = $"https://academy.example.org/reminders/stop/{new string('x', 200)}";
        var read = await SendAsync(new Mail("key", Nakato, "Subject", $"Stop it: {address}\n", Now));

        using var context = BrowsingContext.New(Configuration.Default);
        var html = await context.OpenAsync(r => r.Content(read.Parts[1].Text));
        var link = html.Links.Cast<IHtmlAnchorElement>().Single();
        link.Href.Should().Be(address);
        link.TextContent.Should().HaveLength(61).And.StartWith("https://academy.example.org/reminders/stop/xx").And.EndWith("…");
        html.QuerySelector("meta[name=viewport]")!.GetAttribute("content").Should().Be("width=device-width, initial-scale=1");
        html.Body!.GetAttribute("style").Should().Contain("overflow-wrap:anywhere");
        read.Parts[0].Text.Should().Contain(address, "a text has no links to click");
    }

    [Fact]
    public async Task Mail_that_can_be_stopped_says_how_to_mail_programs()
    {
        var read = await SendAsync(new Mail("key", Nakato, "Subject", Text, Now, unsubscribe: Stop));

        read.Header("List-Unsubscribe").Should().Be($"<{Stop}>");
        read.Header("List-Unsubscribe-Post").Should().Be("List-Unsubscribe=One-Click");
    }

    [Fact]
    public async Task Mail_that_cannot_be_stopped_does_not_pretend()
    {
        var read = await SendAsync(new Mail("key", Nakato, "Subject", Text, Now));

        (read.Header("List-Unsubscribe"), read.Header("List-Unsubscribe-Post")).Should().Be(("", ""));
    }

    [Fact]
    public async Task A_day_for_the_calendar_comes_beside_both_texts()
    {
        var day = CalendarFile.Write("uid", new DateOnly(2026, 12, 31), "HTI Academy", "", Now);
        var read = await SendAsync(new Mail("key", Nakato, "Subject", Text, Now, unsubscribe: Stop, day));

        read.Header("Content-Type").Should().StartWith("multipart/mixed");
        read.Parts[0].Parts.Should().HaveCount(2);
        read.Parts[1].Header("Content-Type").Should().StartWith("text/calendar").And.Contain("method=PUBLISH").And.Contain("due.ics");
        read.Parts[1].Bytes.Should().Equal(day.Bytes);
    }

    public void Dispose() => _listener.Dispose();

    private async Task<ReadMail> SendAsync(Mail mail)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Smtp:Host", "127.0.0.1"), new("Smtp:Port", $"{_listener.Port}"), new("Smtp:From", "academy@example.org")]).Build();
        await new SmtpServer(settings.GetSection("Smtp")).SendAsync(mail, CancellationToken.None);
        return ReadMail.Parse(_listener.Messages.Single());
    }
}
