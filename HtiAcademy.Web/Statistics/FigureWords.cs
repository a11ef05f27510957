using System.Globalization;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Statistics;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Statistics;

/// <summary>Figures as trainers read them, in the current culture; a dash for what cannot be told.</summary>
internal static class FigureWords
{
    private const string Unknown = "–";

    extension(IStringLocalizer<Words> words)
    {
        /// <param name="share">0 to 1.</param>
        public string Share(double? share) => share is { } known ? words["{0} %", (100 * known).ToString("0", CultureInfo.CurrentCulture)] : Unknown;

        public string Range(Interval interval) => words["{0} %", $"{100 * interval.From:0}–{100 * interval.To:0}"];

        public string Say(Remark remark) => remark switch
        {
            Remark.TooEasy => words["nearly everybody gets it right"],
            Remark.TooHard => words["hardly anybody gets it right"],
            Remark.DoesNotDiscriminate => words["does not tell strong from weak officers"],
            Remark.NegativeDiscrimination => words["weak officers do better on it than strong ones"],
            Remark.DeadDistractor => words["a wrong option that nearly nobody chooses"],
            _ => words["the key may be wrong: the best choose another option"],
        };

        public string Assessment(string id, Course course, Locale locale) =>
            id == Step.Final ? words["Final assessment"]
            : id == Step.Pretest ? words["Pre-test"]
            : course.Modules.FirstOrDefault(module => module.Id == id) is { } module ? words["Quiz: {0}", module.Title(locale)]
            : id;

        /// <param name="group">As <see cref="GroupComparison.Group"/>.</param>
        public string Group(GroupComparison comparison, Course course, string language) =>
            comparison.Grouping == Grouping.Language ? words.Language(comparison.Group) : course.CountryName(comparison.Group, language);

        public string Say(GroupComparison comparison, Course course, string language)
        {
            var group = words.Group(comparison, course, language);
            return (comparison.Grouping, comparison.Test.HarderForFocal) switch
            {
                (Grouping.Language, true) => words["Harder in {0} than in other languages, for officers with the same score.", group],
                (Grouping.Language, false) => words["Easier in {0} than in other languages, for officers with the same score.", group],
                (_, true) => words["Harder in {0} than elsewhere, for officers with the same score.", group],
                (_, false) => words["Easier in {0} than elsewhere, for officers with the same score.", group],
            };
        }
    }

    /// <param name="points">0 to 100.</param>
    public static string Points(double? points) => points is { } known ? known.ToString("0.0", CultureInfo.CurrentCulture) : Unknown;

    /// <summary>With two places, and a minus sign that is one.</summary>
    public static string Coefficient(double? value) => value is { } known ? known.ToString("0.00", CultureInfo.CurrentCulture).Replace('-', '−') : Unknown;

    /// <summary>The code itself for a country where the course is no longer given.</summary>
    public static string CountryName(this Course course, string code, string language) =>
        course.Countries.Contains(code, StringComparer.Ordinal) ? course.Country(code).Name(language) : code;
}
