using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Tests.Content;
using HtiAcademy.Web.Assessments;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Assessments;

/// <summary>The officer in Uganda on a course of one module, whose quiz and final ask one plain question and one essay of ten points.</summary>
internal sealed class EssayClass(AcademyApp app)
{
    public const string Course = "/learn/basics";
    public const string Quiz = "/learn/basics/first/quiz";
    public const string Model = "Martha was taken to the border.";
    public const string FirstCriterion = "names the act";

    /// <summary>Trains in Kenya and, from here on, in Uganda too.</summary>
    public const string SecondTrainer = Cast.TrainerInKenya;

    public Visitor Officer { get; private set; } = null!;

    public static SampleContent Content => new SampleContent().With(SampleContent.BankPath, $$"""
        ::one:: Is a border needed? {F}

        ::story:: Describe the case. {####{{Model}}
        - [4] {{FirstCriterion}}
        - [6] names the means
        }
        """).With("courses/basics/10-first/questions.es.gift", """
        ::one:: ¿Hace falta una frontera? {F}

        ::story:: Describa el caso. {####Modelo.
        - [4] el acto
        - [6] los medios
        }
        """);

    /// <param name="trainers">Whether there is a second trainer.</param>
    public static async Task<EssayClass> BeginAsync(AcademyApp app, SampleContent? content = null, bool trainers = true)
    {
        await EnrolAsync(app, content ?? Content, trainers);
        return new EssayClass(app) { Officer = await app.SignInAsync(Cast.OfficerInUganda) };
    }

    private static async Task EnrolAsync(AcademyApp app, SampleContent content, bool trainers = true)
    {
        await app.Services.GetRequiredService<Publisher>().ImportAsync(new ContentReading(content.Documents, []), "test", []);
        await using var db = app.Open();
        var version = await db.CourseVersions.LatestOf("basics").FirstAsync();
        var officer = await db.People.SingleAsync(p => p.Email == Cast.OfficerInUganda);
        var cohort = new Cohort("Kampala writers", version, "UG", agency: null, new DateOnly(2026, 11, 23), new DateOnly(2026, 12, 23));
        db.AddRange(cohort, new Enrolment(cohort, officer, app.Clock.Now));
        if (trainers)
        {
            (await db.People.SingleAsync(p => p.Email == SecondTrainer)).TrainIn("KE", "UG");
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Hands in a quiz whose essay is written, without a page.</summary>
    /// <returns>Where its essay stands: <c>{attempt}/{position}</c>.</returns>
    public static async Task<string> HandInAsync(AcademyApp app)
    {
        await EnrolAsync(app, Content);
        await using var db = app.Open();
        var enrolment = await db.Enrolments.SingleAsync(e => e.CourseId == "basics");
        var course = Content.Course();
        var bank = course.Module("first").Questions(SampleContent.Uganda).ToDictionary(q => q.Hash);
        var attempt = new Attempt(enrolment, Blueprint.ForQuiz(course.Module("first"), SampleContent.Uganda), SampleContent.Uganda, 1, 1, app.Clock.Now);
        var essay = attempt.Questions.Single(q => bank[q.Hash] is Essay);
        attempt.Answer(essay.Position, bank[essay.Hash], ["It began at night."], app.Clock.Now);
        attempt.Submit(bank, app.Clock.Now);
        enrolment.Await(attempt);
        db.Add(attempt);
        await db.SaveChangesAsync();
        return $"{attempt.Id}/{essay.Position}";
    }

    /// <summary>Takes the quiz, or another assessment, with everything else right, and submits it.</summary>
    public async Task<Page> WriteAsync(string essay, string assessment = Quiz)
    {
        await Officer.PostAsync((await Officer.GetAsync("/")).Form("/account/sign-out").To($"{Course}/first/read"));
        var page = await Officer.SubmitAsync((await Officer.GetAsync(assessment)).Form("/start"));
        for (var position = 1; position <= 2; position++)
        {
            var answer = page.Document.QuerySelector("textarea") is null ? "false" : essay;
            page = await Officer.SubmitAsync(page.Form("/answer"), ("answer", answer), ("go", position == 2 ? "check" : "2"));
        }

        return await Officer.SubmitAsync(page.Form("/submit"));
    }

    /// <summary>The trainer's page of the essay that waits longest.</summary>
    public static async Task<Page> OpenAsync(Visitor trainer) =>
        await trainer.GetAsync((await trainer.GetAsync("/marking")).Document.QuerySelector("main table a")!.GetAttribute("href")!);

    public static Task<HttpResponseMessage> MarkAsync(Visitor trainer, Page page, string first, string second, MarkingAct act = MarkingAct.Give, string comment = "Well told.") =>
        trainer.PostAsync(page.Form("/mark"), ("points", first), ("points", second), ("comment", comment), ("act", act.ToString()));

    public async Task<Attempt> AttemptAsync()
    {
        await using var db = app.Open();
        return await db.Attempts.OrderByDescending(a => a.StartedAt).FirstAsync(a => db.Enrolments.Any(e => e.Id == a.EnrolmentId && e.CourseId == "basics"));
    }
}
