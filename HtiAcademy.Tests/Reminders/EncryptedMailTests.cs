using System.Net.Mail;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Reminders;
using Microsoft.Extensions.Configuration;

namespace HtiAcademy.Tests.Reminders;

/// <summary>With a real mail server that asks for STARTTLS and a sign-in.</summary>
public sealed class EncryptedMailTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("certificates-");
    private readonly string _certificate;
    private readonly MailServer _server;

    public EncryptedMailTests()
    {
        _certificate = CertificateFor("localhost");
        _server = new MailServer(_certificate);
    }

    [Fact]
    public async Task A_message_is_handed_over_encrypted_after_signing_in()
    {
        var mail = MailTo("jose");
        await Server().SendAsync(mail, CancellationToken.None);

        var taken = _server.Messages.Should().ContainSingle().Subject;
        (taken.Header("X-Encrypted"), taken.Header("X-Login"), taken.Header("X-From"), taken.Header("X-To")).Should().Be(("True", "academy", "academy@example.org", "jose@example.org"));
        taken.Header("Message-ID").Should().Be($"<{mail.Id:N}@example.org>");
        taken.Header("Subject").Should().Be("Su curso vence mañana");
    }

    [Fact]
    public async Task Without_naming_the_certificate_a_server_that_nobody_vouches_for_gets_nothing()
    {
        // First to a server that is trusted, so that its trust could spill over.
        await Server().SendAsync(MailTo("jose"), CancellationToken.None);
        await FluentActions.Awaiting(() => Server(trusted: CertificateFor("localhost")).SendAsync(MailTo("maria"), CancellationToken.None))
            .Should().ThrowAsync<SmtpException>().WithMessage("*certificate*");
        _server.Taken.Should().Be(1);
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_refused_though_it_is_trusted()
    {
        var other = CertificateFor("mail.example.org");
        using var server = new MailServer(other);
        await FluentActions.Awaiting(() => Server(server.Port, trusted: other).SendAsync(MailTo("jose"), CancellationToken.None))
            .Should().ThrowAsync<SmtpException>().WithMessage("*certificate*");
        server.Taken.Should().Be(0);
    }

    [Fact]
    public async Task A_wrong_password_is_an_error_to_try_again()
    {
        await FluentActions.Awaiting(() => Server(password: "guess").SendAsync(MailTo("jose"), CancellationToken.None)).Should().ThrowAsync<SmtpException>();
        _server.Taken.Should().Be(0);
    }

    [Fact]
    public async Task A_recipient_who_is_refused_for_good_is_told_from_one_who_is_busy()
    {
        await FluentActions.Awaiting(() => Server().SendAsync(MailTo("refused"), CancellationToken.None))
            .Should().ThrowAsync<RefusedForGoodException>().WithMessage("*No such mailbox*");
        (await FluentActions.Awaiting(() => Server().SendAsync(MailTo("busy"), CancellationToken.None)).Should().ThrowAsync<SmtpException>())
            .Which.Message.Should().Contain("Mailbox busy");
    }

    [Theory]
    [InlineData("relay", "*Relay access denied*")]
    [InlineData("spam", "*Message refused*")]
    public async Task A_transaction_that_is_refused_for_good_is_not_to_be_tried_again(string recipient, string told) =>
        await FluentActions.Awaiting(() => Server().SendAsync(MailTo(recipient), CancellationToken.None)).Should().ThrowAsync<RefusedForGoodException>().WithMessage(told);

    [Fact]
    public async Task What_was_taken_without_an_answer_is_sent_again_under_the_same_id()
    {
        var mail = MailTo("dropped");
        await FluentActions.Awaiting(() => Server().SendAsync(mail, CancellationToken.None)).Should().ThrowAsync<SmtpException>();
        await Server().SendAsync(mail, CancellationToken.None);
        _server.Messages.Select(m => m.Header("Message-ID")).Should().Equal($"<{mail.Id:N}@example.org>", $"<{mail.Id:N}@example.org>");
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_left_when_patience_ends()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await FluentActions.Awaiting(() => Server().SendAsync(MailTo("silent"), patience.Token)).Should().ThrowAsync<OperationCanceledException>();
        await Server().SendAsync(MailTo("jose"), CancellationToken.None);
        _server.Taken.Should().Be(1);
    }

    [Theory]
    [InlineData("/nowhere/mail.pem", "*the file cannot be read*")]
    [InlineData("empty", "*holds no certificate*")]
    public void A_certificate_that_cannot_be_read_is_told_at_the_start(string file, string told)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "empty"), "");
        FluentActions.Invoking(() => Server(trusted: Path.Combine(_folder.FullName, file))).Should().Throw<StartupException>()
            .WithMessage("Mail:Smtp:TrustedCertificate is *").WithMessage(told);
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Delete(recursive: true);
    }

    private static Mail MailTo(string name) =>
        new(name, new Person("José Ñúñez", $"{name}@example.org", Roles.Officer, "es", "GT"), "Su curso vence mañana", "Estimado José:\n\nFalta poco.\n", Now);

    private SmtpServer Server(int? port = null, string? trusted = null, string password = "secret") =>
        new(new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Mail:Smtp:Host", "localhost"),
            new("Mail:Smtp:Port", $"{port ?? _server.Port}"),
            new("Mail:Smtp:From", "HTI Academy <academy@example.org>"),
            new("Mail:Smtp:User", "academy"),
            new("Mail:Smtp:Password", password),
            new("Mail:Smtp:TrustedCertificate", trusted ?? _certificate),
        ]).Build().GetSection("Mail:Smtp"));

    /// <returns>A PEM file with a certificate that was signed by itself, and its key.</returns>
    private string CertificateFor(string host)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var file = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.pem");
        File.WriteAllText(file, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        return file;
    }
}
