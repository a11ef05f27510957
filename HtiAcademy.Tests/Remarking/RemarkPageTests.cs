using System.Globalization;
using System.Net;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Domain.Statistics;
using HtiAcademy.Tests.Audit;
using HtiAcademy.Tests.Content;
using HtiAcademy.Tests.Statistics;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Remarking;

/// <summary>A statement of the first quiz was keyed wrongly: all who said "true" were right.</summary>
public sealed class RemarkPageTests : IAsyncLifetime
{
    private const string Address = "/author/foundations/remark";
    private const string Quiz = "what-is-trafficking";
    private const string Name = "no-border-no-lock";
    private readonly AcademyApp _app = new();

    public async Task InitializeAsync()
    {
        await _app.SitAsync("UG", 24, Quiz, (number, question) => question.Name != Name && (number + question.Hash[0]) % 4 > 0);
        await _app.SitAsync("KE", 12, Quiz, (number, question) => question.Name != Name && (number + question.Hash[0]) % 4 > 0);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Nothing_is_listed_until_a_corrected_version_is_published()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        (await trainer.GetAsync(Address)).Text.Should().Contain("Every attempt is marked by the latest keys.");

        await CorrectAsync();

        var page = await trainer.GetAsync(Address);
        var listed = page.Document.QuerySelectorAll("section.outlined").Single();
        listed.TextContent.Should().Contain(Name);
        listed.QuerySelectorAll("ul").Select(key => key.TextContent.Trim()[..4]).Should().Equal("Fals", "True");
        listed.TextContent.Should().Contain($"Attempts: {(await DrewAsync("UG")).Count}", "a trainer sees their countries");
    }

    [Fact]
    public async Task The_preview_names_each_officer_of_the_trainers_country_with_both_results_and_changes_nothing()
    {
        await CorrectAsync();
        var before = await DrewAsync("UG");
        var preview = await PreviewAsync(await _app.SignInAsync(Cast.TrainerInUganda));

        var rows = preview.Document.QuerySelectorAll("table tbody tr").Select(row => row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim()).ToList()).ToList();
        rows.Should().HaveCount(before.Count);
        rows.Where(row => row[0].StartsWith("Sat KE")).Should().BeEmpty();
        foreach (var attempt in before.Where(a => Said(a, "true")))
        {
            var row = rows.Single(r => r[0].StartsWith($"Sat UG {attempt.Seed}\n"));
            row[1].Should().Be($"{attempt.Percent!.Value.ToString("0.#", CultureInfo.InvariantCulture)} %");
            row[2].Should().Be($"{(attempt.Percent.Value + (100m / attempt.Questions.Count)).ToString("0.#", CultureInfo.InvariantCulture)} %");
        }

        (await DrewAsync("UG")).Select(a => (a.Id, a.Percent, a.Revision)).Should().BeEquivalentTo(before.Select(a => (a.Id, a.Percent, a.Revision)));
    }

    [Fact]
    public async Task Applying_raises_results_records_tells_and_audits_once()
    {
        await CorrectAsync();
        var before = (await DrewAsync("UG")).ToDictionary(a => a.Id);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var preview = await PreviewAsync(trainer);

        var done = await trainer.SubmitAsync(preview.Form("/apply"));
        var again = await trainer.SubmitAsync(preview.Form("/apply"));

        var raised = before.Values.Where(a => Said(a, "true")).ToList();
        raised.Should().NotBeEmpty();
        done.Text.Should().Contain($"Results that rose: {raised.Count}.").And.Contain("Every attempt is marked by the latest keys.");
        again.Text.Should().Contain("Every attempt is marked by the latest keys.");
        var after = await DrewAsync("UG");
        after.Should().OnlyContain(a => a.Percent >= before[a.Id].Percent && (a.Passed || !before[a.Id].Passed));
        after.Where(a => a.Percent > before[a.Id].Percent).Select(a => a.Id).Should().BeEquivalentTo(raised.Select(a => a.Id));
        after.Count(a => a.Passed).Should().BeGreaterThan(before.Values.Count(a => a.Passed));
        await using var db = _app.Open();
        foreach (var attempt in after)
        {
            (await db.Enrolments.SingleAsync(e => e.Id == attempt.EnrolmentId)).StepOf(Quiz)!.BestPercent.Should().Be(attempt.Percent);
        }

        (await db.Outbox.CountAsync(m => m.Key.StartsWith("remark/"))).Should().Be(raised.Count);
        var mail = await db.Outbox.FirstAsync(m => m.Key.StartsWith("remark/"));
        (mail.Subject + mail.Text).Should().Contain("your result rose").And.NotContainAny("trafficking", "Foundations");
        var entry = await db.AuditEntries.SingleAsync(e => e.What == "question.remarked");
        entry.By.Should().Be(await db.AuditNameAsync(Cast.TrainerInUganda));
        entry.Record.Should().StartWith($"foundations@2 {Quiz}/{Name}: ").And.Contain($"{after.Count} attempts, {raised.Count} raised");
        (await DrewAsync("KE")).Should().OnlyContain(a => a.Questions.All(q => q.Correction == null), "they are another trainer's");
    }

    [Fact]
    public async Task What_changed_since_the_preview_is_shown_again_instead_of_applied()
    {
        await CorrectAsync();
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var preview = await PreviewAsync(trainer);
        await _app.SitAsync("UG", 12, "your-law", (_, _) => true);
        await using (var db = _app.Open())
        {
            var drew = (await DrewAsync("UG"))[0].Id;
            await db.Attempts.Where(a => a.Id == drew).ExecuteUpdateAsync(set => set.SetProperty(a => a.Revision, a => a.Revision + 1));
        }

        var page = await trainer.SubmitAsync(preview.Form("/apply"));

        page.Document.QuerySelector("[role=alert]")!.TextContent.Should().Contain("nothing was applied");
        page.Form("/apply").Value("preview").Should().NotBe(preview.Form("/apply").Value("preview"));
        (await DrewAsync("UG")).Should().OnlyContain(a => a.Questions.All(q => q.Correction == null));
    }

    [Fact]
    public async Task The_last_step_passed_by_it_completes_the_course_with_a_certificate()
    {
        await CorrectAsync();
        var attempt = (await DrewAsync("UG")).First(a => Said(a, "true") && !a.Passed && a.Percent + (100m / a.Questions.Count) >= a.Pass);
        await FinishAllElseAsync(attempt.EnrolmentId);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        await trainer.SubmitAsync((await PreviewAsync(trainer)).Form("/apply"));

        await using var db = _app.Open();
        (await db.Enrolments.SingleAsync(e => e.Id == attempt.EnrolmentId)).State.Should().Be(EnrolmentState.Completed);
        (await db.Certificates.CountAsync(c => c.OfficerId == attempt.OfficerId)).Should().Be(1);
        (await db.Outbox.SingleAsync(m => m.Key.StartsWith($"remark/{attempt.EnrolmentId:N}"))).Text.Should().Contain("Your certificate is ready.");
    }

    [Fact]
    public async Task The_result_page_says_that_the_question_was_corrected_and_statistics_go_by_the_new_key()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        var attempt = await SitMyselfAsync();
        await CorrectAsync();
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        await trainer.SubmitAsync((await PreviewAsync(trainer)).Form("/apply"));

        var page = await officer.GetAsync($"/learn/foundations/{Quiz}/quiz?result={attempt}");
        page.Text.Should().Contain("This question was corrected on 23 November 2026; your result was raised.");

        await using var db = _app.Open();
        var answers = await db.FirstAttempts(new AttemptFilter("foundations", Country: "UG", Assessment: Quiz), Domain.Access.Scope.Everything).ToListAsync();
        answers.SelectMany(a => a.Answers).Where(a => a.Name == Name).Select(a => a.Hash).Distinct().Should().ContainSingle();
        (await trainer.GetAsync("/author/foundations/statistics")).Response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_question_that_asks_something_else_is_not_listed()
    {
        await _app.PublishChangedAsync("courses/foundations/10-what-is-trafficking/questions.gift", "can be ruled out. {F#", "can be ruled out at once. {T#");
        (await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync(Address)).Text.Should().Contain("Every attempt is marked by the latest keys.");
    }

    [Fact]
    public async Task A_course_that_does_not_exist_is_not_found() =>
        (await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync("/author/none/remark")).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);

    private static bool Said(Attempt attempt, string what) => attempt.Questions.Any(q => q.Name == Name && q.Response == what);

    private static async Task<Page> PreviewAsync(Visitor trainer)
    {
        var list = await trainer.GetAsync(Address);
        return await trainer.GetAsync($"{Address}?question={list.Document.QuerySelector("input[name=question]")!.GetAttribute("value")}");
    }

    private Task CorrectAsync() =>
        _app.PublishChangedAsync("courses/foundations/10-what-is-trafficking/questions.gift", "can be ruled out. {F#", "can be ruled out. {T#");

    private async Task<List<Attempt>> DrewAsync(string country)
    {
        await using var db = _app.Open();
        return await db.Attempts.AsNoTracking().Where(a => a.Country == country && a.Percent != null && a.Questions.Any(q => q.Name == Name)).OrderBy(a => a.Id).ToListAsync();
    }

    /// <summary>A new attempt of the officer who did the module in the demo, with the one statement answered wrongly.</summary>
    private async Task<Guid> SitMyselfAsync()
    {
        await using var db = _app.Open();
        var enrolment = await db.Enrolments.SingleAsync(e => db.People.Any(p => p.Id == e.OfficerId && p.Email == Cast.OfficerInUganda));
        var published = await _app.Services.GetRequiredService<Catalogue>().CourseAsync(enrolment.VersionId);
        var locale = new Locale("en", "UG");
        var blueprint = Blueprint.ForQuiz(published.Course.Module(Quiz), locale);
        var attempt = Enumerable.Range(0, 100).Select(seed => new Attempt(enrolment, blueprint, locale, number: 2, seed, _app.Clock.Now)).First(a => a.Questions.Any(q => q.Name == Name));
        Answer(attempt, published, locale, question => question.Name == Name ? ["true"] : RightAnswers.To(question));
        enrolment.Record(attempt);
        db.Add(attempt);
        await db.SaveChangesAsync();
        return attempt.Id;
    }

    private async Task FinishAllElseAsync(Guid enrolmentId)
    {
        await using var db = _app.Open();
        var enrolment = await db.Enrolments.SingleAsync(e => e.Id == enrolmentId);
        var published = await _app.Services.GetRequiredService<Catalogue>().CourseAsync(enrolment.VersionId);
        var locale = new Locale("en", "UG");
        var modules = published.Course.ModulesFor("UG", "investigator");
        foreach (var module in modules)
        {
            enrolment.Read(module.Id, _app.Clock.Now);
        }

        foreach (var blueprint in modules.Where(m => m.Id != Quiz).Select(m => Blueprint.ForQuiz(m, locale)).Append(Blueprint.ForFinal(published.Course, locale, "investigator")))
        {
            var attempt = new Attempt(enrolment, blueprint, locale, number: 1, seed: 1, _app.Clock.Now);
            Answer(attempt, published, locale, RightAnswers.To);
            enrolment.Record(attempt);
            db.Add(attempt);
        }

        await db.SaveChangesAsync();
    }

    private void Answer(Attempt attempt, PublishedCourse published, Locale locale, Func<Question, IReadOnlyList<string>> answer)
    {
        var bank = published.Questions(locale);
        foreach (var drawn in attempt.Questions)
        {
            attempt.Answer(drawn.Position, bank[drawn.Hash], answer(bank[drawn.Hash]), _app.Clock.Now);
        }

        attempt.Submit(bank, _app.Clock.Now);
    }
}
