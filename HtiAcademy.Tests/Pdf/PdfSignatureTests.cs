using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using HtiAcademy.Web.Pdf;

namespace HtiAcademy.Tests.Pdf;

public sealed class PdfSignatureTests : IDisposable
{
    private static readonly DateTimeOffset Time = new(2026, 3, 15, 11, 0, 0, TimeSpan.FromHours(3));
    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _certificate;

    public PdfSignatureTests() => _certificate = Request(_key).CreateSelfSigned(Time.AddYears(-1), Time.AddYears(5));

    [Fact]
    public void A_reader_sees_who_signed_and_when_and_that_nothing_was_changed()
    {
        using var pdf = new PdfOnDisk(New().Save(Signer()));
        pdf.Signatures.Should().Contain("Signature is Valid.").And.Contain("Signer Certificate Common Name: Academy of Ñ").And.Contain("Total document signed")
            .And.Contain("Signing Time: Mar 15 2026 08:00:00").And.Contain("SHA-256").And.Contain("ETSI.CAdES.detached");
        pdf.Objects.Should().Contain("/Reason (Issued by the academy)").And.Contain("/DocMDP").And.Contain("/Name (Academy of Ñ)").And.Contain("/SigFlags 3");
        pdf.Check().Should().Contain("No syntax or stream encoding errors");
        pdf.StructureWithText.Should().Contain("Form").And.Contain("\"Signed page 1\"");
    }

    // Before the signature, in what it says of itself, and after it.
    [Theory]
    [InlineData("%PDF-1.7")]
    [InlineData("/M(D:2026")]
    [InlineData("<dc:format>application/pdf")]
    public void A_changed_byte_shows(string where)
    {
        var bytes = New().Save(Signer());
        bytes[Encoding.Latin1.GetString(bytes).IndexOf(where, StringComparison.Ordinal) + where.Length - 1] ^= 1;
        using var pdf = new PdfOnDisk(bytes);
        pdf.Signatures.Should().Contain("Digest Mismatch").And.NotContain("Signature is Valid");
    }

    [Fact]
    public void What_is_added_after_the_signature_shows()
    {
        using var pdf = new PdfOnDisk([.. New().Save(Signer()), .. "% and one more line\n"u8]);
        pdf.Signatures.Should().NotContain("Total document signed");
    }

    [Fact]
    public void The_same_paper_signed_at_the_same_time_is_the_same_file()
    {
        var document = New();
        var signed = document.Save(Signer());
        document.Save(Signer()).Should().Equal(signed);
        New().Save(Signer()).Should().Equal(signed);
        New().Save(new PdfSigner(_certificate, Time.AddSeconds(1), "Issued by the academy")).Should().NotEqual(signed);
    }

    [Theory]
    [InlineData(2048)]
    [InlineData(3072)]
    public void Little_room_is_left_empty(int bits)
    {
        using var key = RSA.Create(bits);
        using var certificate = Request(key).CreateSelfSigned(Time.AddYears(-1), Time.AddYears(5));
        var text = Encoding.Latin1.GetString(New().Save(new PdfSigner(certificate, Time, "Issued")));
        var contents = Regex.Match(text, "/Contents<([0-9A-F]+)>").Groups[1].Value;
        (contents.Length - contents.TrimEnd('0').Length).Should().BeLessThan(2 * 130);
    }

    [Fact]
    public void The_signature_lies_in_no_pack_however_many_objects_there_are()
    {
        var document = New(pages: 150);
        using var pdf = new PdfOnDisk(document.Save(Signer()));
        pdf.Signatures.Should().Contain("Signature is Valid.");
        pdf.Check().Should().Contain("No syntax or stream encoding errors");
        pdf.PageCount.Should().Be(150);
    }

    [Fact]
    public void A_document_signed_once_can_be_saved_unsigned()
    {
        var document = New();
        var before = document.Save();
        document.Save(Signer());
        document.Save().Should().Equal(before);
        using var pdf = new PdfOnDisk(before);
        pdf.Objects.Should().NotContain("/AcroForm").And.NotContain("/Form");
    }

    [Fact]
    public void A_document_without_a_page_is_not_signed()
    {
        var empty = new PdfDocument("Empty", CultureInfo.GetCultureInfo("en"), "Academy", "Tests", Time);
        empty.Invoking(document => document.Save(Signer())).Should().Throw<InvalidOperationException>().WithMessage("*page*");
    }

    [Fact]
    public void A_certificate_without_its_private_key_is_refused()
    {
        using var known = X509CertificateLoader.LoadCertificate(_certificate.RawData);
        var signing = () => new PdfSigner(known, Time, "Issued");
        signing.Should().Throw<ArgumentException>().WithMessage("*private key*");
    }

    [Fact]
    public void A_certificate_of_another_kind_of_key_is_refused()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=Academy", curve, HashAlgorithmName.SHA256).CreateSelfSigned(Time.AddYears(-1), Time.AddYears(5));
        var signing = () => new PdfSigner(certificate, Time, "Issued");
        signing.Should().Throw<ArgumentException>().WithMessage("*RSA*");
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }

    private static CertificateRequest Request(RSA key) => new("CN=Academy of Ñ, O=Human Trafficking Institute", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private PdfSigner Signer() => new(_certificate, Time, "Issued by the academy");

    private static PdfDocument New(int pages = 1)
    {
        var document = new PdfDocument("Signed", CultureInfo.GetCultureInfo("en"), "Academy", "Tests", Time);
        for (var page = 1; page <= pages; page++)
        {
            document.AddPage(PaperSize.A4).Text(PdfTag.P, new(PdfFonts.Regular, 11, PdfColor.Black), 50, 100, $"Signed page {page}");
        }

        return document;
    }
}
