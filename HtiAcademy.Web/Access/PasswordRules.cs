using HtiAcademy.Domain.Access;
using Microsoft.AspNetCore.Identity;

namespace HtiAcademy.Web.Access;

/// <summary>Why a password cannot be used.</summary>
public enum PasswordProblem
{
    TooShort,
    TooLong,

    /// <summary>Among those that are guessed first, or one of them with digits or signs around it.</summary>
    Common,

    /// <summary>Little more than the person's own name, user name or address, or the academy's name.</summary>
    Personal,
}

/// <summary>
/// What a password must be, wherever one is set. Length and being hard to guess count; which kinds of characters it has does
/// not.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<Person>
{
    public const int Shortest = 12;
    public const int Longest = 200;
    private const int FewestOtherCharacters = 8;
    private const int ShortestWord = 3;

    private static readonly string[] OfTheAcademy = ["human", "trafficking", "institute", "academy", "hti"];
    private static readonly char[] BetweenWords = [' ', '.', '@', '-', '_', '+', '\'', '’'];

    /// <returns>Null for a password that can be used.</returns>
    public static PasswordProblem? ProblemWith(string? password, Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return password is null || password.Length < Shortest ? PasswordProblem.TooShort
            : password.Length > Longest ? PasswordProblem.TooLong
            : CommonPasswords.Has(password) ? PasswordProblem.Common
            : IsPersonal(password, person) ? PasswordProblem.Personal
            : null;
    }

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        Task.FromResult(ProblemWith(password, user) is { } problem
            ? IdentityResult.Failed(new IdentityError { Code = problem.ToString(), Description = problem.ToString() })
            : IdentityResult.Success);

    private static bool IsPersonal(string password, Person person)
    {
        var rest = password.ToLowerInvariant();
        foreach (var word in WordsOf(person).Concat(OfTheAcademy).OrderByDescending(word => word.Length))
        {
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        }

        return rest.Length < password.Length && rest.Count(char.IsLetterOrDigit) < FewestOtherCharacters;
    }

    private static IEnumerable<string> WordsOf(Person person) =>
        new[] { person.FullName, person.UserName, person.Email }.OfType<string>()
            .SelectMany(text => text.ToLowerInvariant().Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.Length >= ShortestWord)
            .Distinct(StringComparer.Ordinal);
}
