using System.Text;
using HtiAcademy.Domain.Access;

namespace HtiAcademy.Tests.Access;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1111111109);

    // RFC 6238, appendix B.
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void A_code_is_what_RFC_6238_says(long second, string code) =>
        Totp.Code(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(second)), digits: 8).Should().Be(code);

    [Theory]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(-60, false)]
    [InlineData(60, false)]
    public void A_telephone_may_be_half_a_minute_wrong(int seconds, bool right) =>
        Totp.Match(Secret, Totp.Code(Secret, Totp.StepAt(Now.AddSeconds(seconds))), Now, after: 0).HasValue.Should().Be(right);

    [Fact]
    public void A_code_that_was_used_is_not_taken_again_nor_one_before_it()
    {
        var step = Totp.StepAt(Now);

        Totp.Match(Secret, Totp.Code(Secret, step), Now, after: step).Should().BeNull();
        Totp.Match(Secret, Totp.Code(Secret, step - 1), Now, after: step).Should().BeNull();
        Totp.Match(Secret, Totp.Code(Secret, step + 1), Now, after: step).Should().Be(step + 1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("81804")]
    [InlineData("not a code")]
    public void What_is_no_code_is_wrong(string? code) => Totp.Match(Secret, code, Now, after: 0).Should().BeNull();

    [Fact]
    public void A_space_in_the_middle_is_forgiven() => Totp.Match(Secret, "081 804", Now, after: 0).Should().Be(Totp.StepAt(Now));

    // RFC 4648: base 32 of the RFC's secret.
    [Fact]
    public void The_key_is_base_32() => Totp.Key(Secret).Should().Be("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
}
