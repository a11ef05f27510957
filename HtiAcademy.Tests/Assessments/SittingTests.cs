using System.Net;
using System.Text.Json;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Tests.Content;
using HtiAcademy.Web.Assessments;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Assessments;

/// <summary>A course with a pre-test, a quiz on one page and a final with a limit, over the real pages.</summary>
public sealed class SittingTests : IDisposable
{
    private const string Course = "/learn/basics";
    private const string Quiz = $"{Course}/first/quiz";

    private readonly AcademyApp _app = new();

    [Fact]
    public async Task All_questions_of_a_page_are_saved_with_one_button_and_each_says_when()
    {
        var officer = await EnrolledAsync(OnOnePage());
        var page = await StartQuizAsync(officer);
        page.Document.QuerySelectorAll("fieldset").Should().HaveCount(2);

        var saved = await officer.SubmitAsync(page.Form("/answer"), ("answer-1", "true"), ("answer-2", "false"), ("go", "1"));

        saved.Document.QuerySelectorAll(".saved").Select(p => p.TextContent.Trim()).Should().AllBe("Saved at 23 November 2026 10:00 (Africa/Kampala)");
        var attempt = await AttemptAsync();
        attempt.Questions.OrderBy(q => q.Position).Select(q => q.Response).Should().Equal("true", "false");
    }

    [Fact]
    public async Task One_refused_answer_of_a_page_loses_no_other_and_is_told_at_its_question()
    {
        var officer = await EnrolledAsync(OnOnePage());
        var page = await StartQuizAsync(officer);

        var refused = await officer.SubmitAsync(page.Form("/answer"), ("answer-1", "true"), ("answer-2", "perhaps"), ("go", "check"));

        refused.Document.QuerySelectorAll("[data-position='2'] [role=alert]").Should().ContainSingle();
        refused.Document.QuerySelectorAll("[data-position='1'] [role=alert]").Should().BeEmpty();
        (await AttemptAsync()).Questions.Single(q => q.Position == 1).Response.Should().Be("true");
    }

    [Fact]
    public async Task A_flagged_question_is_named_before_submitting_until_the_flag_is_taken_away()
    {
        var officer = await EnrolledAsync(new SampleContent());
        var page = await StartQuizAsync(officer);

        var check = await officer.SubmitAsync(page.Form("/answer"), ("answer", "true"), ("flag", "on"), ("go", "check"));
        check.Text.Should().Contain("You wanted to come back to these questions:");
        var again = await officer.SubmitAsync((await officer.GetAsync($"{Quiz}?question=1")).Form("/answer"), ("answer", "true"), ("go", "check"));

        again.Text.Should().NotContain("You wanted to come back");
    }

    [Fact]
    public async Task A_script_of_a_page_of_all_questions_sends_the_changed_one_alone()
    {
        var officer = await EnrolledAsync(OnOnePage());
        var form = (await StartQuizAsync(officer)).Form("/answer");
        await officer.SubmitAsync(form, ("answer-1", "true"), ("go", "1"));

        (await PostForJsonAsync(officer, form, ("position", "2"), ("answer-2", "false"))).GetProperty("position").GetInt32().Should().Be(2);

        (await AttemptAsync()).Questions.OrderBy(q => q.Position).Select(q => q.Response).Should().Equal("true", "false");
    }

    [Fact]
    public async Task While_the_final_is_open_no_result_tells_single_answers()
    {
        var officer = await EnrolledAsync(new SampleContent());
        await PassQuizAsync(officer);
        var result = (await officer.GetAsync(Quiz)).Document.QuerySelector("a[href*='result=']")!.GetAttribute("href")!;
        (await officer.GetAsync(result)).Text.Should().Contain("Your answers");

        await officer.SubmitAsync((await officer.GetAsync($"{Course}/final")).Form("/start"));

        (await officer.GetAsync(result)).Text.Should().NotContain("Your answers").And.Contain("when the final assessment is submitted");
    }

    [Fact]
    public async Task A_script_saves_an_answer_without_leaving_the_page()
    {
        var officer = await EnrolledAsync(new SampleContent());
        var form = (await StartQuizAsync(officer)).Form("/answer");

        var saved = await PostForJsonAsync(officer, form, ("answer", "true"));
        var refused = await PostForJsonAsync(officer, form, ("answer", "perhaps"));

        saved.GetProperty("isSaved").GetBoolean().Should().BeTrue();
        saved.GetProperty("text").GetString().Should().Be("Saved at 23 November 2026 10:00 (Africa/Kampala)");
        refused.GetProperty("isSaved").GetBoolean().Should().BeFalse();
        refused.GetProperty("text").GetString().Should().Contain("does not fit this question");
        (await AttemptAsync()).Questions.Single(q => q.Position == 1).Response.Should().Be("true");
    }

    [Fact]
    public async Task A_script_is_told_that_the_attempt_is_closed()
    {
        var officer = await EnrolledAsync(new SampleContent());
        var form = (await StartQuizAsync(officer)).Form("/answer");
        await officer.SubmitAsync((await officer.GetAsync($"{Quiz}?question=check")).Form("/submit"));

        (await PostForJsonAsync(officer, form, ("answer", "true"))).GetProperty("isClosed").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task The_pre_test_comes_first_is_taken_once_and_passes_or_fails_nobody()
    {
        var officer = await EnrolledAsync(WithPretest());
        (await officer.GetAsync("/")).Document.QuerySelector($".next a[href='{Course}/pretest']").Should().NotBeNull();

        await officer.SubmitAsync((await officer.GetAsync($"{Course}/pretest")).Form("/start"));
        var result = await officer.SubmitAsync((await officer.GetAsync($"{Course}/pretest?question=check")).Form("/submit"));

        result.Document.QuerySelector(".verdict")!.TextContent.Trim().Should().Be("0 %");
        result.Text.Should().Contain("You see your single answers when you have passed the final assessment.").And.NotContain("Not passed");
        (await officer.GetAsync("/")).Document.QuerySelector($".next a[href='{Course}/first']").Should().NotBeNull();
        (await officer.GetAsync($"{Course}/pretest")).Document.QuerySelector("form[action$='/start']").Should().BeNull();
        (await officer.GetAsync(Course)).Text.Should().NotContain("0 of 4", "the pre-test is no step of the course");
    }

    [Fact]
    public async Task Whoever_has_read_a_module_no_longer_takes_the_pre_test()
    {
        var officer = await EnrolledAsync(WithPretest());
        await officer.SubmitAsync((await officer.GetAsync($"{Course}/first")).Form("/read"));

        (await officer.GetAsync("/")).Document.QuerySelector(".next a[href$='/pretest']").Should().BeNull();
        (await officer.GetAsync($"{Course}/pretest")).Document.QuerySelector("form[action$='/start']").Should().BeNull();
    }

    [Fact]
    public async Task A_course_without_a_pre_test_has_no_page_for_one()
    {
        var officer = await EnrolledAsync(new SampleContent());

        (await officer.Http.GetAsync($"{Course}/pretest")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_course_that_requires_another_says_so_and_cannot_be_begun()
    {
        var content = SampleContent.WithSecondCourse().Replace("courses/second/course.md", "final:", "requires: [basics]\nfinal:");
        var officer = await EnrolledAsync(content, "second");

        (await officer.GetAsync("/")).Text.Should().Contain("First complete another course: basics");
        await officer.PostAsync((await officer.GetAsync("/learn/second/first")).Form("/read"));

        await using var db = _app.Open();
        (await db.Enrolments.SingleAsync(e => e.CourseId == "second")).Steps.Should().BeEmpty();
    }

    [Theory]
    [InlineData("never", "Single answers are not shown for this assessment.")]
    [InlineData("after-passing", "You see your single answers when you have passed.")]
    [InlineData("after-due", "You see your single answers after 30 November 2026.")]
    public async Task Single_answers_are_shown_when_the_author_says(string feedback, string told)
    {
        var officer = await EnrolledAsync(new SampleContent().Replace(SampleContent.ModulePath, "draw: 2", $"draw: 2\nfeedback: {feedback}"));
        await StartQuizAsync(officer);

        var result = await officer.SubmitAsync((await officer.GetAsync($"{Quiz}?question=check")).Form("/submit"));

        result.Text.Should().Contain(told).And.NotContain("Your answers");
    }

    [Fact]
    public async Task An_attempt_whose_officer_does_not_come_back_is_closed_and_marked()
    {
        var officer = await EnrolledAsync(new SampleContent());
        await PassQuizAsync(officer);
        await officer.SubmitAsync((await officer.GetAsync($"{Course}/final")).Form("/start"));
        _app.Clock.Advance(TimeSpan.FromMinutes(30));
        (await RunJobAsync()).Should().Be("0 attempts closed and marked", "an answer may still be on its way");
        _app.Clock.Advance(Attempt.Grace);

        (await RunJobAsync()).Should().Be("1 attempts closed and marked");
        (await RunJobAsync()).Should().Be("0 attempts closed and marked");

        await using var db = _app.Open();
        var enrolment = await db.Enrolments.SingleAsync(e => e.CourseId == "basics");
        enrolment.StepOf(Step.Final)!.Attempts.Should().Be(1);
        (await db.Attempts.SingleAsync(a => a.Assessment == Step.Final && a.EnrolmentId == enrolment.Id)).SubmittedAt.Should().Be(_app.Clock.Now - Attempt.Grace);
    }

    [Fact]
    public async Task A_trainer_grants_minutes_to_an_attempt_that_is_open_and_it_is_audited()
    {
        var officer = await EnrolledAsync(new SampleContent());
        await PassQuizAsync(officer);
        await officer.SubmitAsync((await officer.GetAsync($"{Course}/final")).Form("/start"));
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var member = await MemberAddressAsync();

        var granted = await trainer.SubmitAsync((await trainer.GetAsync(member)).Form("/minutes"), ("minutes", "20"));
        var refused = await trainer.SubmitAsync((await trainer.GetAsync(member)).Form("/minutes"), ("minutes", "many"));

        granted.Document.QuerySelector("#minutes")!.GetAttribute("value").Should().Be("20");
        refused.Document.QuerySelector("#minutes")!.GetAttribute("value").Should().Be("many", "what was typed is kept");
        refused.Document.QuerySelector("[role=alert]").Should().NotBeNull();
        (await officer.GetAsync($"{Course}/final?question=1")).Text.Should().Contain("50 minutes");
        await using var db = _app.Open();
        (await db.AuditEntries.OrderBy(e => e.Sequence).LastAsync()).What.Should().Be("minutes.granted");
    }

    [Fact]
    public async Task A_trainer_of_another_country_sees_no_member_and_grants_nothing()
    {
        await EnrolledAsync(new SampleContent());
        var member = await MemberAddressAsync();
        var form = (await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync(member)).Form("/minutes");
        var stranger = await _app.SignInAsync(Cast.TrainerInKenya);

        (await stranger.Http.GetAsync(member)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        var token = (await stranger.GetAsync("/")).Form("/sign-out").Value("__RequestVerificationToken");
        (await stranger.PostAsync(form, ("minutes", "20"), ("__RequestVerificationToken", token))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    public void Dispose() => _app.Dispose();

    private static SampleContent OnOnePage() => new SampleContent().Replace(SampleContent.ModulePath, "draw: 2", "draw: 2\npage: all");

    private static SampleContent WithPretest() => new SampleContent().Replace(SampleContent.CoursePath, "final:", "pretest: { draw: 2 }\nfinal:");

    /// <summary>Signs in a Ugandan officer who is enrolled on the sample course and on nothing else.</summary>
    private async Task<Visitor> EnrolledAsync(SampleContent content, string courseId = "basics")
    {
        var publications = await _app.Services.GetRequiredService<Publisher>().ImportAsync(new ContentReading(content.Documents, []), "a test", []);
        publications.Should().OnlyContain(p => p.Outcome == PublicationOutcome.Published, string.Join(' ', publications.SelectMany(p => p.Findings)));
        await using (var db = _app.Open())
        {
            var version = await db.CourseVersions.SingleAsync(v => v.CourseId == courseId);
            var officer = await db.People.SingleAsync(p => p.Email == Cast.NewcomerInUganda);
            await db.Enrolments.Where(e => e.OfficerId == officer.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.State, EnrolmentState.Withdrawn));
            var cohort = new Cohort("Basics", version, "UG", agency: null, new(2026, 11, 2), new(2026, 11, 30));
            db.AddRange(cohort, new Enrolment(cohort, officer, _app.Clock.Now));
            await db.SaveChangesAsync();
        }

        return await _app.SignInAsync(Cast.NewcomerInUganda);
    }

    private static async Task<Page> StartQuizAsync(Visitor officer)
    {
        await officer.SubmitAsync((await officer.GetAsync($"{Course}/first")).Form("/read"));
        return await officer.SubmitAsync((await officer.GetAsync(Quiz)).Form("/start"));
    }

    /// <summary>The sample's bank: a border is not needed, an act is.</summary>
    private static async Task PassQuizAsync(Visitor officer)
    {
        var page = await StartQuizAsync(officer);
        foreach (var next in new[] { "2", "check" })
        {
            page = await officer.SubmitAsync(page.Form("/answer"), ("answer", page.Text.Contains("border", StringComparison.Ordinal) ? "false" : "true"), ("go", next));
        }

        await officer.SubmitAsync(page.Form("/submit"));
    }

    private static async Task<JsonElement> PostForJsonAsync(Visitor officer, AngleSharp.Html.Dom.IHtmlFormElement form, params (string Name, string Value)[] values)
    {
        officer.Http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        var response = await officer.PostAsync(form, [.. values, ("go", "stay")]);
        officer.Http.DefaultRequestHeaders.Accept.Clear();
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement[0];
    }

    private async Task<Attempt> AttemptAsync()
    {
        await using var db = _app.Open();
        return await db.Attempts.SingleAsync(a => db.Enrolments.Any(e => e.Id == a.EnrolmentId && e.CourseId == "basics"));
    }

    private async Task<string> MemberAddressAsync()
    {
        await using var db = _app.Open();
        var enrolment = await db.Enrolments.SingleAsync(e => e.CourseId == "basics");
        return $"/cohorts/{enrolment.CohortId}/members/{enrolment.Id}";
    }

    private async Task<string> RunJobAsync()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OverdueAttemptsJob>().RunAsync(CancellationToken.None);
    }
}
