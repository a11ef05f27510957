using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;

namespace HtiAcademy.Tests.Certificates;

public class MistypingTests
{
    [Theory]
    [InlineData("7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F")]
    [InlineData("7K3M-9QX-T2HD-VB4C-R8NE-6PYA-1F", 2)]
    [InlineData("7K3M-9QXW-T2HDD-VB4C-R8NE-6PYA-1F", 3)]
    [InlineData("7k3m 9qxw t2hd vu4c r8ne 6pya 1f", 4)]
    [InlineData("7K3MU9QXWUT2HDVB4CR8NE6PYA", 2, 3)]
    [InlineData("8K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F?", 1, 7)]
    [InlineData("7K3M9QXWT2HDVB4CR!NE6PYA1F", 5)]
    [InlineData("7K3M-9QXW-T2HD")]
    [InlineData("Nakato Florence")]
    [InlineData(null)]
    [InlineData("")]
    public void The_groups_that_cannot_be_right_are_named(string? typed, params int[] groups) =>
        VerificationCode.WrongGroups(typed).Should().Equal(groups);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public async Task Of_a_code_that_differs_in_one_group_from_a_true_one_the_group_is_named(int group)
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.CertificateOfAsync("Nakato");
        await academy.CertificateOfAsync("Okello");
        await using var visitor = academy.Open(Scope.Nobody);

        (await visitor.MistypedGroupAsync(Mistyped(certificate.Code, group), CancellationToken.None)).Should().Be(group);
    }

    [Fact]
    public async Task Of_a_code_that_differs_in_two_nothing_is_told()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.CertificateOfAsync("Nakato");
        await using var visitor = academy.Open(Scope.Nobody);

        (await visitor.MistypedGroupAsync(Mistyped(Mistyped(certificate.Code, 2), 5), CancellationToken.None)).Should().BeNull();
    }

    private static VerificationCode Mistyped(VerificationCode code, int group)
    {
        var groups = code.ToString().Split('-');
        groups[group - 1] = groups[group - 1][0] == '0' ? $"1{groups[group - 1][1..]}" : $"0{groups[group - 1][1..]}";
        return VerificationCode.Parse(string.Join('-', groups));
    }
}
