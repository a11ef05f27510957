using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Access;

namespace HtiAcademy.Tests.Access;

public sealed class PasswordRulesTests
{
    private static readonly Person Grace = new("Grace Nansubuga O'Neil", "g.nansubuga@police.example", Roles.Trainer, "en", "UG", userName: "grace77");

    [Theory]
    [InlineData("four words of mine")]
    [InlineData("quatre mots à moi, rien de plus")]
    [InlineData("384759283746")]
    [InlineData("grace under pressure at dawn")]
    [InlineData("ትክክለኛ የይለፍ ቃል ነው")]
    public void Length_is_enough_without_any_kind_of_character(string password) => PasswordRules.ProblemWith(password, Grace).Should().BeNull();

    [Theory]
    [InlineData(null, PasswordProblem.TooShort)]
    [InlineData("eleven char", PasswordProblem.TooShort)]
    [InlineData("motherfucker", PasswordProblem.Common)]
    [InlineData("Q1W2E3R4T5Y6", PasswordProblem.Common)]
    [InlineData("Password2026!", PasswordProblem.Common)]
    [InlineData("passwordpassword", PasswordProblem.Common)]
    [InlineData("ababababababab", PasswordProblem.Common)]
    [InlineData("Grace-Nansubuga", PasswordProblem.Personal)]
    [InlineData("nansubuga@police1", PasswordProblem.Personal)]
    [InlineData("HTI Academy 2026", PasswordProblem.Personal)]
    public void What_is_guessed_first_is_refused(string? password, PasswordProblem problem) => PasswordRules.ProblemWith(password, Grace).Should().Be(problem);

    [Fact]
    public void A_password_may_have_200_characters_and_no_more()
    {
        var long200 = string.Concat(Enumerable.Range(0, 200).Select(i => (char)('a' + (i * i % 23))));

        PasswordRules.ProblemWith(long200, Grace).Should().BeNull();
        PasswordRules.ProblemWith(long200 + "x", Grace).Should().Be(PasswordProblem.TooLong);
    }
}
