using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Rolls;

/// <summary>Decides what becomes of each line of a roll, as things are now. Changes nothing.</summary>
internal sealed class RollPlanner(AcademyDb db, CurrentPerson by, Cohort cohort, EntryCheck check)
{
    // SQL Server takes some 2,000 parameters.
    private const int Batch = 500;

    private readonly Dictionary<string, Account> _accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, List<Membership>> _memberships = [];

    public async Task<RollPlan> PlanAsync(IReadOnlyList<RollEntry> entries, CancellationToken cancellationToken)
    {
        await ReadAccountsAsync(entries, cancellationToken);
        var firsts = new Dictionary<string, RollEntry>(StringComparer.Ordinal);
        var shared = SharedKeys(entries);
        return new RollPlan([.. entries.Select(entry => Decide(entry, firsts, shared))]);
    }

    private static IEnumerable<string> KeysOf(RollEntry entry) =>
        new[] { entry.Mail, entry.UserName }.Where(key => key.Length > 0).Select(key => Person.Normalized(key)!);

    // Who shares an address would come in as each other, so neither of them is enrolled by it.
    private static Dictionary<string, int> SharedKeys(IReadOnlyList<RollEntry> entries) => entries
        .SelectMany(entry => KeysOf(entry).Distinct(StringComparer.Ordinal).Select(key => (key, entry)))
        .GroupBy(pair => pair.key, pair => pair.entry, StringComparer.Ordinal)
        .Where(those => those.Any(entry => !SameWords(entry.Name, those.First().Name)))
        .ToDictionary(those => those.Key, those => those.First().Line, StringComparer.Ordinal);

    private static bool SameWords(string one, string other) => Words(one).SetEquals(Words(other));

    // Names are written in many orders and lengths; two of one person have a word in common.
    private static bool ShareAWord(string one, string other) => Words(one) is not { Count: > 0 } words || words.Overlaps(Words(other));

    private static HashSet<string> Words(string name) => [.. name.Split([' ', '-', ',']).Select(RollColumns.Letters).Where(word => word.Length > 1)];

    private static bool SamePlace(RollEntry one, RollEntry other) => KeysOf(one).Order(StringComparer.Ordinal).SequenceEqual(KeysOf(other).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private EntryFate Decide(RollEntry entry, Dictionary<string, RollEntry> firsts, Dictionary<string, int> shared)
    {
        if (check.Find(entry) is { } wrong)
        {
            return new EntryFate(entry, Fate.Refused, wrong.Problem, Detail: wrong.Detail);
        }

        var keys = KeysOf(entry).ToList();
        if (keys.Find(shared.ContainsKey) is { } both)
        {
            return new EntryFate(entry, Fate.Refused, RollProblem.Shared, Detail: keys.IndexOf(both) == 0 && entry.Mail.Length > 0 ? entry.Mail : entry.UserName);
        }

        if (keys.Select(key => firsts.GetValueOrDefault(key)).FirstOrDefault(first => first is not null) is { } before)
        {
            return SamePlace(entry, before)
                ? new EntryFate(entry, Fate.Repeated, Detail: before.Line.ToString(System.Globalization.CultureInfo.InvariantCulture))
                : new EntryFate(entry, Fate.Refused, RollProblem.Mismatch);
        }

        keys.ForEach(key => firsts[key] = entry);
        var accounts = keys.Select(key => _accounts.GetValueOrDefault(key)).ToList();
        return accounts.Exists(account => account is not null) ? DecideOn(entry, accounts)
            : check.AgencyOf(entry) is null ? new EntryFate(entry, Fate.Refused, RollProblem.NoAgency)
            : new EntryFate(entry, Fate.New, UserName: entry.UserName.Length > 0 ? entry.UserName : entry.Mail);
    }

    private EntryFate DecideOn(RollEntry entry, List<Account?> accounts)
    {
        EntryFate Refused(RollProblem problem) => new(entry, Fate.Refused, problem);
        // Of an account that is not theirs to see, nothing more is told, not even that it does not fit.
        if (accounts.Exists(account => account is not null && !IsEnrollable(account)))
        {
            return Refused(RollProblem.NotHere);
        }

        if (accounts[0] is not { } officer || accounts.Exists(account => account?.Id != officer.Id))
        {
            return Refused(RollProblem.Mismatch);
        }

        var memberships = _memberships.GetValueOrDefault(officer.Id) ?? [];
        if (memberships.Find(m => m.CohortId == cohort.Id) is { } here)
        {
            return here.State == EnrolmentState.Withdrawn ? Refused(RollProblem.Withdrawn) : new EntryFate(entry, Fate.Member, OfficerId: officer.Id, UserName: officer.UserName);
        }

        return !ShareAWord(entry.Name, officer.FullName) ? Refused(RollProblem.OtherName)
            : memberships.Exists(m => m.State is EnrolmentState.Invited or EnrolmentState.Active) ? Refused(RollProblem.OtherCohort)
            : new EntryFate(entry, Fate.Enrolled, OfficerId: officer.Id, UserName: officer.UserName);
    }

    private bool IsEnrollable(Account account) =>
        account.Roles.HasFlag(Roles.Officer) && account.IsActive && account.Id != by.Id && (account.Country == cohort.Country || by.Has(Roles.Administrator));

    private async Task ReadAccountsAsync(IReadOnlyList<RollEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var keys in entries.SelectMany(KeysOf).Distinct(StringComparer.Ordinal).Chunk(Batch))
        {
            // Addresses are unique over all countries, so all are looked at; what is told of them is decided above.
            var people = await db.People.IgnoreQueryFilters([AcademyDb.ScopeFilter])
                .Where(p => keys.Contains(p.NormalizedEmail) || keys.Contains(p.NormalizedUserName))
                .Select(p => new { p.NormalizedEmail, p.NormalizedUserName, Account = new Account(p.Id, p.FullName, p.UserName!, p.Roles, p.Country, p.DeactivatedAt == null) })
                .ToListAsync(cancellationToken);
            foreach (var person in people)
            {
                _accounts[person.NormalizedUserName!] = person.Account;
                _accounts[person.NormalizedEmail ?? person.NormalizedUserName!] = person.Account;
            }

            await ReadMembershipsAsync(people.ConvertAll(person => person.Account.Id), cancellationToken);
        }
    }

    private async Task ReadMembershipsAsync(List<Guid> officers, CancellationToken cancellationToken)
    {
        var memberships = await db.Enrolments.IgnoreQueryFilters([AcademyDb.ScopeFilter])
            .Where(e => e.CourseId == cohort.CourseId && officers.Contains(e.OfficerId))
            .Select(e => new Membership(e.OfficerId, e.CohortId, e.State)).ToListAsync(cancellationToken);
        foreach (var those in memberships.GroupBy(m => m.OfficerId))
        {
            _memberships[those.Key] = [.. those];
        }
    }

    private sealed record Account(Guid Id, string FullName, string UserName, Roles Roles, string Country, bool IsActive);

    private sealed record Membership(Guid OfficerId, Guid CohortId, EnrolmentState State);
}
