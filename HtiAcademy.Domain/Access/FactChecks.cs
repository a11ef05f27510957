using System.Net.Mail;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Access;

/// <summary>Finds what is wrong with what is stated about people.</summary>
public static class FactChecks
{
    public const int LongestRank = 100;
    public const int LongestEmail = 256;
    public const int ShortestUserName = 3;
    public const int LongestUserName = 40;

    public static bool IsEmail(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= LongestEmail
            && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);
    }

    /// <summary>Small Latin letters, digits and what every keyboard has: it is read from a slip and typed on any machine.</summary>
    public static bool IsUserName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is >= ShortestUserName and <= LongestUserName && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_' or '-');
    }

    /// <param name="name">As it shall stand on the certificate.</param>
    public static PersonProblem? ProblemOf(string? name, PersonRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return !CertificateChange.IsName(name) ? PersonProblem.Name : rules.Prints(CertificateChange.Tidy(name)) ? null : PersonProblem.Letters;
    }

    extension(AcademyDb db)
    {
        /// <returns>Nothing when the facts hold together and <paramref name="by"/> may state them.</returns>
        public async Task<List<PersonProblem>> FindProblemsAsync(PersonFacts facts, Person by, PersonRules rules, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(facts);
            ArgumentNullException.ThrowIfNull(by);
            var problems = new List<PersonProblem>();
            if (ProblemOf(facts.FullName, rules) is { } name)
            {
                problems.Add(name);
            }

            if (facts.Rank is { } rank && (rank.Length > LongestRank || !TypedText.IsLine(rank)))
            {
                problems.Add(PersonProblem.Rank);
            }

            if (facts.Roles == Roles.None || (facts.Roles & ~(Roles.Officer | Roles.Trainer | Roles.LeadTrainer | Roles.Partner | Roles.Administrator)) != Roles.None || !by.Manages(facts.Roles))
            {
                problems.Add(PersonProblem.Role);
            }

            if (facts.Roles.HasFlag(Roles.LeadTrainer) && !facts.Roles.HasFlag(Roles.Trainer))
            {
                problems.Add(PersonProblem.LeadTrainer);
            }

            if (!Languages.All.Contains(facts.Language, StringComparer.Ordinal))
            {
                problems.Add(PersonProblem.Language);
            }

            if (!IsCountry(facts, rules) || !by.Manages(Roles.Officer, facts.Country))
            {
                problems.Add(PersonProblem.Country);
            }

            if (!Audiences.All.Contains(facts.Audience, StringComparer.Ordinal))
            {
                problems.Add(PersonProblem.Audience);
            }

            if (!await db.IsAgencyAsync(facts, cancellationToken))
            {
                problems.Add(PersonProblem.Agency);
            }

            if (facts.Roles.HasFlag(Roles.Trainer) ? facts.TrainsIn.Count == 0 || facts.TrainsIn.Except(rules.Countries).Any() : facts.TrainsIn.Count > 0)
            {
                problems.Add(PersonProblem.TrainsIn);
            }

            return problems;
        }

        private async Task<bool> IsAgencyAsync(PersonFacts facts, CancellationToken cancellationToken) => facts.AgencyId is { } id
            ? await db.Agencies.AnyAsync(a => a.Id == id && a.Country == facts.Country, cancellationToken)
            : (facts.Roles & (Roles.Officer | Roles.Partner)) == Roles.None;
    }

    // Partners and officers have the country of their agency.
    private static bool IsCountry(PersonFacts facts, PersonRules rules) =>
        rules.Countries.Contains(facts.Country, StringComparer.Ordinal) || (facts.Country.Length == 0 && (facts.Roles & (Roles.Officer | Roles.Partner)) == Roles.None);
}
