using System.Globalization;
using System.Text;
using HtiAcademy.Web.Pdf;

namespace HtiAcademy.Tests.Pdf;

public class PdfAttachmentTests
{
    private readonly PdfDocument _document = new("Attached", CultureInfo.GetCultureInfo("en"), "Academy", "Tests", new(2026, 3, 14, 12, 30, 0, TimeSpan.FromHours(3)));

    public PdfAttachmentTests() => _document.AddPage(PaperSize.A4);

    [Fact]
    public void Attached_files_are_saved_byte_for_byte()
    {
        var credential = Encoding.UTF8.GetBytes("{\"name\":\"Ñandú\"}\r\n");
        byte[] every = [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7))];
        Attach("credential.json", credential);
        Attach("bytes.bin", every);
        Attach("a (1).txt", []);
        using var pdf = new PdfOnDisk(_document.Save());
        var saved = pdf.Attachments();
        saved.Keys.Should().BeEquivalentTo("a (1).txt", "bytes.bin", "credential.json");
        saved["credential.json"].Should().Equal(credential);
        saved["bytes.bin"].Should().Equal(every);
        saved["a (1).txt"].Should().BeEmpty();
        pdf.Check().Should().Contain("No syntax or stream encoding errors");
    }

    [Fact]
    public void An_attachment_says_what_it_is()
    {
        _document.Attach("credencial ñ.json", "application/ld+json", [1, 2, 3], "La credencial", PdfRelationship.Data);
        using var pdf = new PdfOnDisk(_document.Save());
        // MD5 of the three bytes, by md5sum.
        pdf.Objects.Should().Contain("/AFRelationship /Data").And.Contain("/Desc (La credencial)").And.Contain("/UF (credencial ñ.json)")
            .And.Contain("/Subtype /application#2fld+json").And.Contain("/Size 3").And.Contain("<5289df737df57326fcdd22597afb1fac>")
            .And.Contain("/ModDate (D:20260314093000Z)").And.MatchRegex(@"/AF \[\s+\d+ 0 R\s+\]");
    }

    [Fact]
    public void Two_attachments_of_one_name_are_refused()
    {
        Attach("one.txt", [1]);
        var again = () => Attach("one.txt", [2]);
        again.Should().Throw<ArgumentException>().WithMessage("*one.txt*");
    }

    [Fact]
    public void An_attachment_without_a_name_is_refused()
    {
        var nameless = () => Attach(" ", [1]);
        nameless.Should().Throw<ArgumentException>();
    }

    private void Attach(string name, byte[] content) => _document.Attach(name, "application/octet-stream", content, name, PdfRelationship.Data);
}
