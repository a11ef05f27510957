using System.Text;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Domain.Questions.Gift;

namespace HtiAcademy.Tests.Questions;

public class BankEncodingTests
{
    private const string Gift = "// Preguntas\n\n::niñez::¿Qué «edad» – 18 €?{T}";

    public static TheoryData<byte[]> Encoded => new()
    {
        Encoding.UTF8.GetBytes(Gift),
        (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Gift)],
        (byte[])[.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Gift)],
        (byte[])[.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Gift)],
    };

    [Theory]
    [MemberData(nameof(Encoded))]
    public void Unicode_is_read_without_a_word(byte[] file)
    {
        var bank = GiftReader.Read("questions.gift", file);

        bank.Findings.Should().BeEmpty();
        bank.Questions.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Name = "niñez", Text = "¿Qué «edad» – 18 €?", Line = 3 });
    }

    [Fact]
    public void What_is_not_UTF_8_is_read_as_windows_1252_with_a_warning_at_its_first_letter()
    {
        byte[] file = [.. "// Preguntas\n\n::ni"u8, 0xF1, .. "ez::18 "u8, 0x80, .. "?{T}"u8];

        var bank = GiftReader.Read("questions.gift", file);

        bank.Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Line = 3, Severity = Severity.Warning, Code = GiftCodes.Encoding });
        bank.Questions.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Name = "niñez", Text = "18 €?" });
    }

    [Fact]
    public void A_file_cut_in_the_middle_of_a_letter_is_read_too() =>
        GiftReader.Read("questions.gift", [.. "a{T}\n\n"u8, 0xC3]).Findings.Should().ContainSingle().Which.Code.Should().Be(GiftCodes.Encoding);

    [Fact]
    public void A_file_that_is_no_text_is_one_error()
    {
        var bank = GiftReader.Read("questions.gift", [.. "a{T}\n\nb"u8, 0, .. "{T}"u8]);

        bank.Questions.Should().BeEmpty();
        bank.Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Line = 3, Severity = Severity.Error, Code = GiftCodes.Unreadable });
    }

    [Fact]
    public void A_file_over_ten_million_bytes_is_one_error() =>
        GiftReader.Read("questions.gift", new byte[10_000_001]).Findings.Should().ContainSingle().Which.Code.Should().Be(GiftCodes.Unreadable);

    [Theory]
    [InlineData("bank.XML", "<quiz/>")]
    [InlineData("bank.txt", "<?xml version='1.0'?><quiz/>")]
    [InlineData("bank.txt", "\uFEFF<?xml version='1.0'?><quiz/>")]
    public void Moodle_XML_is_known_by_its_name_or_its_beginning(string path, string text)
    {
        var bank = QuestionBank.Read(path, Encoding.UTF8.GetBytes(text));

        bank.Findings.Should().BeEmpty();
        bank.Questions.Should().BeEmpty();
    }

    [Fact]
    public void Anything_else_is_GIFT() =>
        QuestionBank.Read("bank.txt", "<quiz> is an element?{T}"u8).Questions.Should().ContainSingle();
}
