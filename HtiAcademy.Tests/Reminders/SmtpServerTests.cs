using System.Net.Mail;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Reminders;
using Microsoft.Extensions.Configuration;

namespace HtiAcademy.Tests.Reminders;

public sealed class SmtpServerTests : IDisposable
{
    private readonly SmtpListener _listener = new();
    private readonly Mail _mail = new(
        "key", new Person("José Ñúñez", "jose@example.org", Roles.Officer, "es", "GT"), "Su curso vence mañana", "Estimado José:\n.\nFalta poco.\n",
        new DateTimeOffset(2026, 11, 23, 6, 30, 15, TimeSpan.Zero), new MailAttachment("report.csv", "text/csv", [1, 2, 3]));

    [Fact]
    public async Task The_server_gets_the_whole_message()
    {
        await Server(_listener.Port).SendAsync(_mail, CancellationToken.None);

        _listener.Commands.Should().ContainMatch("MAIL FROM:<academy@example.org>*").And.ContainMatch("RCPT TO:<jose@example.org>*");
        var read = ReadMail.Parse(_listener.Messages.Single());
        read.Header("From").Should().Be("\"HTI Academy\" <academy@example.org>");
        read.Header("To").Should().Be("José Ñúñez <jose@example.org>");
        read.Header("Subject").Should().Be("Su curso vence mañana");
        read.Header("Message-ID").Should().Be($"<{_mail.Id:N}@example.org>");
        read.Text.TrimEnd().Should().Be("Estimado José:\r\n.\r\nFalta poco.");
        read.Parts[1].Bytes.Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task A_refused_recipient_is_an_error_that_the_outbox_records()
    {
        _listener.RefusedRecipient = "jose@example.org";
        await FluentActions.Awaiting(() => Server(_listener.Port).SendAsync(_mail, CancellationToken.None)).Should().ThrowAsync<RefusedForGoodException>();
        _listener.Messages.Should().BeEmpty();
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_an_error_too()
    {
        var port = _listener.Port;
        _listener.Dispose();
        await FluentActions.Awaiting(() => Server(port).SendAsync(_mail, CancellationToken.None)).Should().ThrowAsync<SmtpException>();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nobody")]
    public void Without_a_sender_the_academy_says_what_is_missing(string? from) =>
        FluentActions.Invoking(() => Server(25, from)).Should().Throw<StartupException>().WithMessage("Mail:Smtp:From is *");

    public void Dispose() => _listener.Dispose();

    private static SmtpServer Server(int port, string? from = "HTI Academy <academy@example.org>") =>
        new(new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Mail:Smtp:Host", "127.0.0.1"),
            new("Mail:Smtp:Port", $"{port}"),
            new("Mail:Smtp:From", from),
        ]).Build().GetSection("Mail:Smtp"));
}
