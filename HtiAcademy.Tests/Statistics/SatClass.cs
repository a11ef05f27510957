using System.Globalization;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Statistics;

/// <summary>Officers who join the first cohort of a country and sit one quiz there, each question answered rightly or wrongly.</summary>
internal static class SatClass
{
    /// <param name="knows">Whether the officer of a number, from 0, answers a question rightly.</param>
    public static async Task<List<Guid>> SitAsync(this AcademyApp app, string country, int officers, string quiz, Func<int, Question, bool> knows)
    {
        var language = country == "GT" ? "es" : "en";
        await using var db = app.Open();
        var cohort = await db.Cohorts.FirstAsync(c => c.Country == country);
        var published = await app.Services.GetRequiredService<Catalogue>().CourseAsync(cohort.VersionId);
        var locale = new Locale(language, country);
        var blueprint = Blueprint.ForQuiz(published.Course.Module(quiz), locale);
        var bank = published.Questions(locale);
        var attempts = new List<Attempt>();
        for (var number = 0; number < officers; number++)
        {
            var address = $"sat-{country}-{quiz}-{number}@class.example";
            var officer = new Person($"Sat {country} {number}", address, Roles.Officer, language, country) { NormalizedUserName = address.ToUpperInvariant(), NormalizedEmail = address.ToUpperInvariant() };
            var enrolment = new Enrolment(cohort, officer, app.Clock.Now.AddDays(-3));
            var attempt = new Attempt(enrolment, blueprint, locale, number: 1, seed: number, app.Clock.Now.AddDays(-2));
            foreach (var drawn in attempt.Questions)
            {
                var question = bank[drawn.Hash];
                attempt.Answer(drawn.Position, question, knows(number, question) ? RightAnswers.To(question) : Wrong(question), app.Clock.Now.AddDays(-2)).Should().Be(AnswerOutcome.Saved);
            }

            attempt.Submit(bank, app.Clock.Now.AddDays(-2));
            enrolment.Record(attempt);
            db.AddRange(officer, enrolment, attempt);
            attempts.Add(attempt);
        }

        await db.SaveChangesAsync();
        return [.. attempts.Select(attempt => attempt.Id)];
    }

    private static IReadOnlyList<string> Wrong(Question question) => question switch
    {
        ChoiceQuestion choice => [Enumerable.Range(0, choice.Options.Count).First(i => !choice.RightOptions.Contains(i)).ToString(CultureInfo.InvariantCulture)],
        TrueFalse statement => [statement.Answer ? "false" : "true"],
        Matching matching => [.. matching.Pairs.Select(pair => ((pair.Choice + 1) % matching.Choices.Count).ToString(CultureInfo.InvariantCulture))],
        Numerical => ["-1"],
        _ => ["no such thing"],
    };
}
