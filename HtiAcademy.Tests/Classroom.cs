using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Web.Content;

namespace HtiAcademy.Tests;

/// <summary>One Ugandan officer on the shipped course, as objects without a database.</summary>
public sealed class Classroom
{
    private static readonly Lazy<Course> Shipped = new(() =>
    {
        var documents = new ContentFolder(Repository.Content).Read().Documents;
        return CourseReader.Read(ContentFolder.Of("courses/foundations", documents), "courses/foundations").Course!;
    });

    private static readonly DateTimeOffset Enrolled = new(2026, 11, 2, 7, 0, 0, TimeSpan.Zero);
    private readonly Dictionary<string, int> _sat = [];

    public Classroom()
    {
        var version = new CourseVersion("foundations", 1, "test", Enrolled, []);
        Cohort = new Cohort("A class", version, "UG", agency: null, new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 30));
        Enrolment = new Enrolment(Cohort, Officer, Enrolled);
    }

    public Course Course => Shipped.Value;

    public Locale Locale { get; } = new("en", "UG");

    public Person Officer { get; } = new("Joseph Ssemanda", "officer@example.org", Roles.Officer, "en", "UG");

    public Cohort Cohort { get; }

    public Enrolment Enrolment { get; }

    public Progress Progress => new(Course, Enrolment, "investigator");

    public IReadOnlyDictionary<string, Question> Bank =>
        Course.Modules.SelectMany(m => m.Questions(Locale)).DistinctBy(q => q.Hash).ToDictionary(q => q.Hash, StringComparer.Ordinal);

    public Attempt Begin(string assessment, DateTimeOffset now, int seed = 7)
    {
        var blueprint = assessment == Step.Final
            ? Blueprint.ForFinal(Course, Locale, "investigator")
            : Blueprint.ForQuiz(Course.Module(assessment), Locale);
        _sat[assessment] = _sat.GetValueOrDefault(assessment) + 1;
        return new Attempt(Enrolment, blueprint, Locale, _sat[assessment], seed, now);
    }

    /// <summary>A whole attempt: everything right, or nothing answered.</summary>
    public Attempt Sit(string assessment, bool right, DateTimeOffset now)
    {
        var attempt = Begin(assessment, now);
        foreach (var drawn in attempt.Questions.Where(_ => right))
        {
            attempt.Answer(drawn.Position, Bank[drawn.Hash], RightAnswers.To(Bank[drawn.Hash]), now).Should().Be(AnswerOutcome.Saved);
        }

        attempt.Submit(Bank, now);
        Enrolment.Record(attempt);
        return attempt;
    }

    public void DoAllModules(DateTimeOffset now)
    {
        foreach (var module in Course.ModulesFor("UG", "investigator"))
        {
            Enrolment.Read(module.Id, now);
            Sit(module.Id, right: true, now);
        }
    }
}
