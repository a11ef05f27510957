using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Statistics;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Statistics;

/// <summary>Reads the attempts that statistics are made from, with the questions as the officers were asked them.</summary>
public sealed class AnswerSheets(Catalogue catalogue)
{
    /// <param name="reader">Whose officers are looked at.</param>
    public async Task<SheetsRead> ReadAsync(AcademyDb db, AttemptFilter filter, Scope reader, CancellationToken cancellationToken)
    {
        var attempts = await db.FirstAttempts(filter, reader).ToListAsync(cancellationToken);
        var papers = new Dictionary<Guid, PublishedCourse>();
        foreach (var version in attempts.SelectMany(attempt => attempt.Answers.Select(answer => answer.KeyVersionId ?? attempt.VersionId)).Distinct())
        {
            papers[version] = await catalogue.CourseAsync(version);
        }

        var asked = new AskedQuestions(papers);
        return new SheetsRead([.. attempts.Select(attempt => attempt.ToSitting(filter.CourseId, answer => asked.Find(attempt, answer)))], asked.ByHash);
    }

    /// <summary>Finds each question once: working out its hash takes longer than all the rest.</summary>
    private sealed class AskedQuestions(IReadOnlyDictionary<Guid, PublishedCourse> papers)
    {
        private readonly Dictionary<(Guid, Locale, string, string, string), PlacedQuestion> _found = [];

        public IReadOnlyDictionary<string, PlacedQuestion> ByHash =>
            _found.Values.DistinctBy(placed => placed.Question.Hash).ToDictionary(placed => placed.Question.Hash, StringComparer.Ordinal);

        public PlacedQuestion Find(SubmittedAttempt attempt, SubmittedAnswer answer)
        {
            var locale = new Locale(attempt.Language, attempt.Country);
            var key = (answer.KeyVersionId ?? attempt.VersionId, locale, attempt.Assessment, answer.Name, answer.Hash);
            if (!_found.TryGetValue(key, out var placed))
            {
                var paper = papers[key.Item1];
                var module = paper.Course.ModuleAsking(attempt.Assessment, locale, answer.Name, answer.Hash)
                    ?? throw new InvalidOperationException($"No bank of {paper.Course.Id}@{paper.Number} holds {answer.Name} {answer.Hash} for {locale}.");
                _found[key] = placed = new PlacedQuestion(module.Id, locale.Language, paper.Questions(locale)[answer.Hash] with { Name = answer.Name });
            }

            return placed;
        }
    }
}

/// <param name="Questions">Each wording that was asked, by its hash.</param>
public sealed record SheetsRead(IReadOnlyList<Sitting> Sittings, IReadOnlyDictionary<string, PlacedQuestion> Questions);
