using HtiAcademy.Domain.Certificates;

namespace HtiAcademy.Tests.Certificates;

public class VerificationCodeTests
{
    private const string Written = "7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F";
    private const string Crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Fact]
    public void Any_128_bits_are_printed_in_groups_of_four_and_read_back()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 2000; i++)
        {
            var bits = new UInt128((ulong)random.NextInt64(long.MinValue, long.MaxValue), (ulong)random.NextInt64(long.MinValue, long.MaxValue));
            var text = VerificationCode.FromBits(bits).ToString();
            text.Should().MatchRegex("^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{2}$");
            Value(text).Should().Be(bits);
            VerificationCode.Parse(text).Should().Be(VerificationCode.FromBits(bits));
        }
    }

    [Fact]
    public void The_first_and_the_last_code_are_what_Crockford_says()
    {
        VerificationCode.FromBits(0).ToString().Should().Be("0000-0000-0000-0000-0000-0000-00");
        VerificationCode.FromBits(UInt128.MaxValue).ToString().Should().Be("7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ");
    }

    [Fact]
    public void New_codes_are_all_different() =>
        Enumerable.Range(0, 1000).Select(_ => VerificationCode.New()).Should().OnlyHaveUniqueItems();

    [Theory]
    [InlineData("7k3m-9qxw-t2hd-vb4c-r8ne-6pya-1f")]
    [InlineData("7K3M9QXWT2HDVB4CR8NE6PYA1F")]
    [InlineData("  7K3M 9QXW T2HD VB4C R8NE 6PYA 1F\n")]
    [InlineData("7K3M–9QXW–T2HD–VB4C–R8NE–6PYA–1F")]
    [InlineData("7K3M\u00a09QXW\u2011T2HD\tVB4C-R8NE-6PYA-1F")]
    [InlineData("7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-IF")]
    [InlineData("7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-lf")]
    [InlineData("https://academy.example.org/verify/7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F")]
    [InlineData("HTTPS://ACADEMY.EXAMPLE.ORG/VERIFY/7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F/QKCFFVLQ2RIABZQ")]
    [InlineData("https://academy.example.org/verify/7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F/")]
    public void It_is_read_as_people_type_and_paste_it(string text)
    {
        VerificationCode.TryParse(text, out var code).Should().BeTrue();
        code.ToString().Should().Be(Written);
    }

    [Fact]
    public void The_letter_O_is_read_as_the_digit_0() =>
        VerificationCode.Parse("OoOO-0000-0000-0000-0000-0000-00").Should().Be(VerificationCode.FromBits(0));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("----")]
    [InlineData("7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1")]
    [InlineData("7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F0")]
    [InlineData("7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1U")]
    [InlineData("7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1é")]
    [InlineData("7K3M_9QXW_T2HD_VB4C_R8NE_6PYA_1F")]
    [InlineData("8K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F")]
    [InlineData("' OR 1=1 --")]
    public void Anything_else_is_refused(string? text)
    {
        VerificationCode.TryParse(text, out var code).Should().BeFalse();
        code.Should().Be(default(VerificationCode));
        FluentActions.Invoking(() => VerificationCode.Parse(text!)).Should().Throw<FormatException>();
    }

    private static UInt128 Value(string text) =>
        text.Replace("-", "").Aggregate(UInt128.Zero, (value, c) => (value << 5) | (UInt128)Crockford.IndexOf(c));
}
