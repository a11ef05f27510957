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
    public async Task AdvanceAsync(int steps, DateTimeOffset now)
    {
        for (var done = 0; done < steps; done++, now = now.AddDays(2))
        {
            var progress = new Progress(published.Course, enrolment, officer.Audience);
            switch (progress.Next(now))
            {
                case NextStep.TakePretest:
                    Pass(Blueprint.ForPretest(published.Course, officer.Locale, officer.Audience), now);
                    break;
                case NextStep.ReadModule:
                    enrolment.Read(progress.NextModule!.Module.Id, now);
                    break;
                case NextStep.TakeQuiz:
                    Pass(Blueprint.ForQuiz(progress.NextModule!.Module, officer.Locale), now);
                    break;
                case NextStep.TakeFinal:
                    Pass(Blueprint.ForFinal(published.Course, officer.Locale, officer.Audience), now);
                    break;
            }
        }

        if (enrolment.Complete(published.Course, officer.Audience, now))
        {
            await db.IssueCertificateAsync(enrolment, published.Course, published.Number, prover, now, CancellationToken.None);
            // The next certificate's number follows the one that is in the database.
            await db.SaveChangesAsync();
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
