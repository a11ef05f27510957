using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Domain.Statistics;

/// <summary>Which attempts at a course to look at; what is null is not asked for.</summary>
/// <param name="Assessment">As <see cref="Assessments.Attempt.Assessment"/> names it.</param>
public sealed record AttemptFilter(string CourseId, Guid? Cohort = null, string? Country = null, string? Language = null, string? Assessment = null);

/// <summary>An attempt as far as statistics need it.</summary>
public sealed record SubmittedAttempt
{
    public required Guid OfficerId { get; init; }

    public required Guid CohortId { get; init; }

    public required string Country { get; init; }

    public required string Language { get; init; }

    public required Guid VersionId { get; init; }

    public required string Assessment { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public required decimal Percent { get; init; }

    public required int Pass { get; init; }

    public required IReadOnlyList<SubmittedAnswer> Answers { get; init; }

    /// <param name="asked">What each answer was an answer to.</param>
    public Sitting ToSitting(string courseId, Func<SubmittedAnswer, PlacedQuestion> asked) => new()
    {
        Officer = OfficerId.ToString("N"),
        Country = Country,
        Language = Language,
        Cohort = CohortId.ToString("N"),
        Assessment = $"{courseId}/{Assessment}",
        SubmittedAt = SubmittedAt,
        Percent = Percent,
        Passed = Percent >= Pass,
        Answers = [.. Answers.Select(answer => asked(answer).Answer(answer))],
    };
}

/// <param name="Response">As <see cref="Questions.Response"/> writes itself; null when it was left out.</param>
/// <param name="Hash">Of the question by whose key it is marked.</param>
/// <param name="Fraction">Null while it waits for a trainer.</param>
/// <param name="KeyVersionId">The course version that holds the key, when it was corrected after the attempt.</param>
public sealed record SubmittedAnswer(string Name, string Hash, string? Response, decimal? Fraction, Guid? KeyVersionId = null);

/// <summary>A question of a module's bank, and how statistics call it.</summary>
public sealed record PlacedQuestion
{
    private readonly AskedQuestion _asked;

    public PlacedQuestion(string moduleId, string language, Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        Question = question;
        Language = language;
        ModuleId = moduleId;
        _asked = Describe(question, question.Hash, $"{moduleId}/{question.Name}");
    }

    public Question Question { get; }

    public string ModuleId { get; }

    /// <summary>In which its officers asked for it.</summary>
    public string Language { get; }

    public Answer Answer(SubmittedAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.Response is null ? Statistics.Answer.LeftOut(_asked) : Statistics.Answer.Given(_asked, answer.Fraction, Chosen(answer.Response));
    }

    private static AskedQuestion Describe(Question question, string hash, string name) => question switch
    {
        ChoiceQuestion choice => new(hash, name) { Options = choice.Options.Count, Right = choice.RightOptions },
        TrueFalse statement => new(hash, name) { Options = 2, Right = [statement.Answer ? 0 : 1] },
        _ => new(hash, name),
    };

    // True stands first. What is matched are pairs, not options.
    private IEnumerable<int> Chosen(string response) => Question switch
    {
        ChoiceQuestion => Response.Parse(response).Choices.OfType<int>(),
        TrueFalse => [response == "true" ? 0 : 1],
        _ => [],
    };
}

public static class SubmittedAttemptQueries
{
    extension(AcademyDb db)
    {
        /// <summary>
        /// The first attempts that are marked, of the officers whom the reader trains: a trainer may be an officer elsewhere,
        /// and what only concerns themselves is no statistic.
        /// </summary>
        public IQueryable<SubmittedAttempt> FirstAttempts(AttemptFilter filter, Scope reader)
        {
            ArgumentNullException.ThrowIfNull(filter);
            ArgumentNullException.ThrowIfNull(reader);
            var (everywhere, countries) = (reader.SeesEverything, reader.TrainsIn.ToArray());
            return
                from attempt in db.Attempts
                join enrolment in db.Enrolments on attempt.EnrolmentId equals enrolment.Id
                where attempt.Number == 1 && attempt.SubmittedAt != null && attempt.Percent != null
                    && (everywhere || countries.Contains(attempt.Country))
                    && enrolment.CourseId == filter.CourseId
                    && (filter.Cohort == null || enrolment.CohortId == filter.Cohort)
                    && (filter.Country == null || attempt.Country == filter.Country)
                    && (filter.Language == null || attempt.Language == filter.Language)
                    && (filter.Assessment == null || attempt.Assessment == filter.Assessment)
                select new SubmittedAttempt
                {
                    OfficerId = attempt.OfficerId,
                    CohortId = enrolment.CohortId,
                    Country = attempt.Country,
                    Language = attempt.Language,
                    VersionId = attempt.VersionId,
                    Assessment = attempt.Assessment,
                    SubmittedAt = attempt.SubmittedAt!.Value,
                    Percent = attempt.Percent!.Value,
                    Pass = attempt.Pass,
                    Answers = attempt.Questions.Select(drawn => new SubmittedAnswer(
                        drawn.Name,
                        drawn.Correction == null ? drawn.Hash : drawn.Correction.NewHash,
                        drawn.Response,
                        drawn.Fraction,
                        drawn.Correction == null ? null : drawn.Correction.VersionId)).ToList(),
                };
        }

        /// <summary>By what a reader's attempts at a course can be told apart.</summary>
        public IQueryable<AttemptKind> AttemptKinds(string courseId, Scope reader) => db.FirstAttempts(new AttemptFilter(courseId), reader)
            .Select(attempt => new AttemptKind(attempt.CohortId, attempt.Country, attempt.Language, attempt.Assessment))
            .Distinct();
    }
}

public sealed record AttemptKind(Guid CohortId, string Country, string Language, string Assessment);
