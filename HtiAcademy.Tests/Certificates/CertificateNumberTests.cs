using HtiAcademy.Domain.Certificates;

namespace HtiAcademy.Tests.Certificates;

public class CertificateNumberTests
{
    [Theory]
    [InlineData("HTI-UG-2026-000123")]
    [InlineData(" hti-ug-2026-000123 ")]
    [InlineData("HTI UG 2026 000123")]
    [InlineData("HTIUG2026000123")]
    public void It_is_read_as_people_write_it(string text)
    {
        CertificateNumber.TryParse(text, out var number).Should().BeTrue();
        number.Should().Be(new CertificateNumber("UG", 2026, 123));
        number.ToString().Should().Be("HTI-UG-2026-000123");
    }

    [Fact]
    public void The_millionth_of_a_year_only_grows_longer()
    {
        var number = new CertificateNumber("GT", 2031, 1_000_000).ToString();
        number.Should().Be("HTI-GT-2031-1000000");
        CertificateNumber.TryParse(number, out var read).Should().BeTrue();
        read.Sequence.Should().Be(1_000_000);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("HTI-UG-2026")]
    [InlineData("HTI-UGA-2026-000123")]
    [InlineData("HTI-UG-26-000123")]
    [InlineData("HTI-UG-2026-00012x")]
    [InlineData("HTI-UG-2026-0000000123")]
    [InlineData("HTI-UG-2026-٠٠٠١٢٣")]
    [InlineData("ABC-UG-2026-000123")]
    [InlineData("HTI-UG-2026-000123.pdf")]
    public void Anything_else_is_refused(string? text) => CertificateNumber.TryParse(text, out _).Should().BeFalse();
}
