using System.Text;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Reminders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace HtiAcademy.Tests.Reminders;

public sealed class MailFolderTests : IDisposable
{
    private static readonly DateTimeOffset Written = new(2026, 11, 23, 6, 30, 15, TimeSpan.Zero);
    private static readonly Person Ximena = new("Ximena Ñúñez de León", "ximena@example.org", Roles.Officer, "es", "GT");

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("mail-");
    private readonly MailFolder _folder;

    public MailFolderTests()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Academy:DataDirectory", _data.FullName)]).Build();
        _folder = new MailFolder(new DataDirectory(configuration, new HostBuilder().Build().Services.GetService(typeof(IHostEnvironment)) as IHostEnvironment ?? throw new InvalidOperationException()));
    }

    [Fact]
    public async Task A_message_becomes_a_file_that_mail_programs_read()
    {
        const string Text = "Estimada Ximena:\n\nSu curso vence el 30 de noviembre. Año, señal, €: 100 %\n.una línea con punto";
        var mail = new Mail("key", Ximena, "Academia HTI: su curso vence el 30 de noviembre de 2026 — ¡ánimo, falta muy poco!", Text, Written);
        await _folder.SendAsync(mail, CancellationToken.None);

        var read = ReadMail.Parse(await File.ReadAllTextAsync(Files().Single(), Encoding.ASCII));
        read.Header("Subject").Should().Be("Academia HTI: su curso vence el 30 de noviembre de 2026 — ¡ánimo, falta muy poco!");
        read.Header("To").Should().Be("Ximena Ñúñez de León <ximena@example.org>");
        read.Header("From").Should().Be("\"HTI Academy\" <academy@localhost>");
        read.Header("Message-ID").Should().Be($"<{mail.Id:N}@localhost>");
        read.Header("Date").Should().NotBeEmpty();
        read.Header("Content-Language").Should().Be("es");
        read.Parts[0].Header("Content-Type").Should().Be("text/plain; charset=utf-8");
        read.Text.TrimEnd().ReplaceLineEndings("\n").Should().Be(Text);
    }

    [Fact]
    public async Task Attachments_come_through_byte_for_byte()
    {
        var pdf = Enumerable.Range(0, 1000).Select(i => (byte)i).ToArray();
        await _folder.SendAsync(
            new Mail("key", Ximena, "Subject", "Text\n", Written, new MailAttachment("report.pdf", "application/pdf", pdf), new MailAttachment("report.csv", "text/csv", [0xEF, 0xBB, 0xBF, 65])),
            CancellationToken.None);

        var read = ReadMail.Parse(await File.ReadAllTextAsync(Files().Single(), Encoding.ASCII));
        read.Header("Content-Type").Should().StartWith("multipart/mixed");
        read.Text.TrimEnd().Should().Be("Text");
        read.Parts.Skip(1).Select(part => part.Header("Content-Type")).Should().SatisfyRespectively(
            first => first.Should().StartWith("application/pdf").And.Contain("report.pdf"),
            second => second.Should().StartWith("text/csv").And.Contain("report.csv"));
        read.Parts[1].Bytes.Should().Equal(pdf);
        read.Parts[2].Bytes.Should().Equal(0xEF, 0xBB, 0xBF, 65);
    }

    [Fact]
    public async Task The_same_message_sent_again_is_the_same_file()
    {
        var mail = new Mail("key", Ximena, "Subject", "Text", Written);
        await _folder.SendAsync(mail, CancellationToken.None);
        // What a crash in the middle of an earlier try leaves behind.
        Directory.CreateDirectory(Path.Combine(_data.FullName, "mail", $".{mail.Id:N}"));
        await File.WriteAllTextAsync(Path.Combine(_data.FullName, "mail", $".{mail.Id:N}", "half.eml"), "Sub");
        await _folder.SendAsync(mail, CancellationToken.None);
        Directory.EnumerateFileSystemEntries(Path.Combine(_data.FullName, "mail")).Should().ContainSingle()
            .Which.Should().EndWith($"20261123-063015-{mail.Id:N}.eml");
    }

    [Fact]
    public async Task Files_sort_in_the_order_in_which_they_were_written()
    {
        foreach (var (key, minutes) in new[] { ("third", 20), ("first", -700), ("second", 0) })
        {
            await _folder.SendAsync(new Mail(key, Ximena, key, "Text", Written.AddMinutes(minutes)), CancellationToken.None);
        }

        Files().Order(StringComparer.Ordinal).Select(file => ReadMail.Parse(File.ReadAllText(file)).Header("Subject")).Should().Equal("first", "second", "third");
    }

    public void Dispose() => _data.Delete(recursive: true);

    private string[] Files() => Directory.GetFiles(Path.Combine(_data.FullName, "mail"), "*.eml");
}
