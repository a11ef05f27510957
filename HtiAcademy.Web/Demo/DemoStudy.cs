using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Web.Content;

namespace HtiAcademy.Web.Demo;

/// <summary>Takes an invented officer through a course, by the same rules as a real one.</summary>
internal sealed class DemoStudy(AcademyDb db, PublishedCourse published, Enrolment enrolment, Person officer, IProveCertificates prover)
{
    /// <summary>The longest time between two steps; in a long course less, so that the whole of it takes less than 20 days.</summary>
    private readonly TimeSpan _pace = TimeSpan.FromDays(Math.Min(2, 20.0 / (3 + published.Course.Modules.Count * 2)));

    public async Task AdvanceAsync(int steps, DateTimeOffset now)
    {
        if (published.Course.Pretest is not null && steps > 0)
        {
            Pass(Blueprint.ForPretest(published.Course, officer.Locale, officer.Audience), now);
        }

        for (var done = 0; done < steps && TakeStep(now); done++)
        {
            now += _pace;
        }

        if (enrolment.Complete(published.Course, officer.Audience, now))
        {
            await db.IssueCertificateAsync(enrolment, published.Course, published.Number, prover, now, CancellationToken.None);
            // The next certificate's number follows the one that is in the database.
            await db.SaveChangesAsync();
        }
    }

    /// <returns>False when there is none left.</returns>
    private bool TakeStep(DateTimeOffset now)
    {
        var progress = new Progress(published.Course, enrolment, officer.Audience);
        switch (progress.Next(now))
        {
            case NextStep.ReadModule:
                enrolment.Read(progress.NextModule!.Module.Id, now);
                return true;
            case NextStep.TakeQuiz:
                Pass(Blueprint.ForQuiz(progress.NextModule!.Module, officer.Locale), now);
                return true;
            case NextStep.TakeFinal:
                Pass(Blueprint.ForFinal(published.Course, officer.Locale, officer.Audience), now);
                return true;
            default:
                return false;
        }
    }

    private void Pass(Blueprint blueprint, DateTimeOffset now)
    {
        var bank = published.Questions(officer.Locale);
        var attempt = new Attempt(enrolment, blueprint, officer.Locale, number: 1, seed: enrolment.Id.GetHashCode() & int.MaxValue, now);
        foreach (var drawn in attempt.Questions)
        {
            attempt.Answer(drawn.Position, bank[drawn.Hash], RightAnswer(bank[drawn.Hash]), now);
        }

        attempt.Submit(bank, now.AddMinutes(10));
        enrolment.Record(attempt);
        db.Add(attempt);
    }

    private static IReadOnlyList<string> RightAnswer(Question question) =>
        question.RightOptions.Count > 0 ? [.. question.RightOptions.Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))] : [question.RightAnswer];
}
