using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Access;

/// <summary>User names for those who do not choose one.</summary>
public static class UserNames
{
    private const int LongestStem = FactChecks.LongestUserName - 6;

    /// <summary>The first and the last word of a name in plain Latin letters; where it has none, the country with a word.</summary>
    public static string Stem(string fullName, string country)
    {
        ArgumentNullException.ThrowIfNull(fullName);
        ArgumentNullException.ThrowIfNull(country);
        var words = fullName.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Plain).Where(word => word.Length > 0).ToList();
        var stem = words.Count > 1 ? $"{words[0]}.{words[^1]}" : words.FirstOrDefault() ?? "";
        stem = stem.Length > LongestStem ? stem[..LongestStem].TrimEnd('.') : stem;
        return stem.Length >= FactChecks.ShortestUserName ? stem : $"{(stem.Length > 0 ? stem : country.ToLowerInvariant())}.officer".TrimStart('.');
    }

    extension(AcademyDb db)
    {
        /// <summary>A user name that nobody has, close to the person's name.</summary>
        public async Task<string> SuggestUserNameAsync(string fullName, string country, CancellationToken cancellationToken)
        {
            var stem = Stem(fullName, country);
            var start = Person.Normalized(stem)!;
            // Whoever has it, it is taken; what is told is only a name that is free.
            var taken = await db.People.IgnoreQueryFilters([AcademyDb.ScopeFilter])
                .Where(p => p.NormalizedUserName!.StartsWith(start))
                .Select(p => p.NormalizedUserName!)
                .ToListAsync(cancellationToken);
            var also = db.ChangeTracker.Entries<Person>().Select(e => e.Entity.NormalizedUserName!);
            var names = taken.Concat(also).ToHashSet(StringComparer.Ordinal);
            return Enumerable.Range(1, int.MaxValue)
                .Select(number => number == 1 ? stem : stem + number.ToString(CultureInfo.InvariantCulture))
                .First(name => !names.Contains(Person.Normalized(name)!));
        }
    }

    // Accents fall away: "Núñez" is typed "nunez".
    private static string Plain(string word) => string.Concat(TypedText.WellFormed(word).Normalize(NormalizationForm.FormD).ToLowerInvariant().Where(char.IsAsciiLetterLower));
}
