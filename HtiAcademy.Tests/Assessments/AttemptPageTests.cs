using System.Net;
using AngleSharp.Html.Dom;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Assessments;

public sealed class AttemptPageTests : IDisposable
{
    private const string Quiz = "/learn/foundations/what-is-trafficking/quiz";
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task An_answer_is_still_there_on_another_device()
    {
        var phone = await _app.SignInAsync(Cast.OfficerInUganda);
        var question = await StartAsync(phone);
        var given = ChoiceOf(question);
        await phone.PostAsync(question.Form("/answer"), ("answer", given), ("go", "2"));

        var desktop = await _app.SignInAsync(Cast.OfficerInUganda);
        var again = await desktop.GetAsync($"{Quiz}?question=1");

        again.Document.QuerySelectorAll("input[name=answer]").OfType<IHtmlInputElement>().Where(i => i.IsChecked || i.Type == "text").Select(i => i.Value).Should().Contain(given);
        again.Text.Should().Contain("Saved at 23 November 2026 10:00 (Africa/Kampala)");
    }

    [Fact]
    public async Task Starting_twice_makes_one_attempt()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        var intro = await officer.GetAsync(Quiz);

        await Task.WhenAll(officer.PostAsync(intro.Form("/start")), officer.PostAsync(intro.Form("/start")));

        await using var db = _app.Open();
        (await db.Attempts.CountAsync(a => a.SubmittedAt == null)).Should().Be(1);
    }

    [Fact]
    public async Task Submitting_twice_marks_once_and_shows_the_same_result()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        await StartAsync(officer);
        var check = await officer.GetAsync($"{Quiz}?question=check");

        var first = await officer.PostAsync(check.Form("/submit"));
        var second = await officer.PostAsync(check.Form("/submit"));

        second.Headers.Location.Should().Be(first.Headers.Location);
        (await officer.FollowAsync(second)).Document.QuerySelector(".verdict")!.TextContent.Should().Contain("Not passed yet");
    }

    [Fact]
    public async Task An_answer_after_submitting_changes_nothing_and_says_so()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        var question = await StartAsync(officer);
        var check = await officer.GetAsync($"{Quiz}?question=check");
        await officer.PostAsync(check.Form("/submit"));

        var page = await officer.SubmitAsync(question.Form("/answer"), ("answer", ChoiceOf(question)), ("go", "2"));

        page.Text.Should().Contain("That attempt is closed");
        await using var db = _app.Open();
        (await db.Attempts.OrderByDescending(a => a.StartedAt).FirstAsync()).Questions.Should().OnlyContain(q => q.Response == null);
    }

    [Fact]
    public async Task An_answer_that_the_question_does_not_offer_is_refused_with_a_reason()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        var question = await StartAsync(officer);
        while (question.Document.QuerySelector("input[name=answer][type=radio], input[name=answer][type=checkbox]") is null)
        {
            question = await officer.SubmitAsync(question.Form("/answer"), ("go", question.Document.QuerySelector("button[name=go]")!.GetAttribute("value")!));
        }

        var page = await officer.SubmitAsync(question.Form("/answer"), ("answer", "99"), ("go", "2"));

        page.Document.QuerySelector("[role=alert]")!.TextContent.Should().Contain("does not fit this question");
        page.Document.QuerySelector("fieldset")!.GetAttribute("aria-describedby").Should().Be("refused");
    }

    [Fact]
    public async Task The_page_names_options_by_their_place_so_that_it_tells_no_order_of_the_bank()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        var page = await StartAsync(officer);
        for (var position = 1; position <= 5; position++)
        {
            page = await officer.GetAsync($"{Quiz}?question={position}");
            var values = page.Document.QuerySelectorAll("input[name=answer]").OfType<IHtmlInputElement>().Where(i => i.Type is "radio" or "checkbox").Select(i => i.Value).ToList();
            if (values.Count > 2)
            {
                values.Should().Equal(Enumerable.Range(0, values.Count).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            }
        }
    }

    [Fact]
    public async Task A_blank_attempt_at_a_quiz_tells_no_right_answer()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        await StartAsync(officer);
        var check = await officer.GetAsync($"{Quiz}?question=check");

        var result = await officer.SubmitAsync(check.Form("/submit"));

        result.Text.Should().Contain("Your answer").And.NotContain("Right answer");
    }

    [Fact]
    public async Task No_quiz_can_be_started_while_the_final_is_open()
    {
        await using (var db = _app.Open())
        {
            var enrolment = await db.Enrolments.FirstAsync(e => e.State == EnrolmentState.Active && db.People.Any(p => p.Id == e.OfficerId && p.Email == Cast.OfficerInUganda));
            db.Add(new Attempt(enrolment, new Blueprint(Step.Final, [], 0, 80, TimeSpan.FromMinutes(45)), new("en", "UG"), 1, 1, _app.Clock.Now));
            await db.SaveChangesAsync();
        }

        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        var quiz = await officer.GetAsync(Quiz);
        quiz.Text.Should().Contain("The final assessment is open. Submit it first");
        var forced = quiz.Form("/account/sign-out");
        forced.SetAttribute("action", $"{Quiz}/start");
        await officer.SubmitAsync(forced);

        await using var after = _app.Open();
        (await after.Attempts.Where(a => a.SubmittedAt == null).Select(a => a.Assessment).ToListAsync()).Should().Equal(Step.Final);
    }

    [Theory]
    [InlineData("?result=abc")]
    [InlineData("?result=00000000-0000-0000-0000-000000000000")]
    public async Task A_result_that_is_none_is_not_found(string query) =>
        (await (await _app.SignInAsync(Cast.OfficerInUganda)).GetAsync(Quiz + query)).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);

    [Fact]
    public async Task An_attempt_whose_time_is_over_is_collected_when_the_officer_comes_back()
    {
        await using (var db = _app.Open())
        {
            var enrolment = await db.Enrolments.FirstAsync(e => db.People.Any(p => p.Id == e.OfficerId && p.Email == Cast.OfficerInUganda));
            db.Add(new Attempt(enrolment, new Blueprint(Step.Final, [], 0, 80, TimeSpan.FromMinutes(45)), new("en", "UG"), 1, 1, _app.Clock.Now));
            await db.SaveChangesAsync();
        }

        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        _app.Clock.Advance(TimeSpan.FromMinutes(46));

        var page = await officer.FollowAsync(await officer.Http.GetAsync("/learn/foundations/final?question=1"));

        page.Document.QuerySelector(".verdict")!.TextContent.Should().Contain("Not passed yet");
        await using var after = _app.Open();
        (await after.Attempts.SingleAsync(a => a.Assessment == Step.Final && a.OfficerId == after.People.Single(p => p.Email == Cast.OfficerInUganda).Id)).SubmittedAt
            .Should().Be(new DateTimeOffset(2026, 11, 23, 7, 45, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Another_officer_can_neither_answer_nor_submit_my_attempt()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        var mine = await StartAsync(officer);
        var attempt = mine.Form("/answer").Value("attempt");
        var other = await _app.SignInAsync(Cast.OfficerInKenya);
        var theirs = await StartAsync(other);

        var answer = await other.PostAsync(theirs.Form("/answer"), ("attempt", attempt), ("answer", ChoiceOf(mine)), ("go", "2"));
        var check = await other.GetAsync($"{Quiz}?question=check");
        var submit = await other.PostAsync(check.Form("/submit"), ("attempt", attempt));

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        submit.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await officer.GetAsync($"{Quiz}?result={attempt}")).Response.StatusCode.Should().Be(HttpStatusCode.NotFound, "it is not submitted");
    }

    [Fact]
    public async Task A_trainer_of_the_country_sees_the_officer_but_cannot_answer_for_them()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        var mine = await StartAsync(officer);
        var attempt = mine.Form("/answer").Value("attempt");
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var form = (await trainer.GetAsync("/")).Form("/account/sign-out");
        form.SetAttribute("action", $"{Quiz}/answer");

        var answer = await trainer.PostAsync(form, ("attempt", attempt), ("position", "1"), ("answer", ChoiceOf(mine)), ("go", "2"));

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);

        var response = await officer.Http.PostAsync($"{Quiz}/start", new FormUrlEncodedContent([]));

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await Page.ReadAsync(response)).Text.Should().Contain("nothing was changed");
    }

    public void Dispose() => _app.Dispose();

    private static async Task<Page> StartAsync(Visitor officer) =>
        await officer.SubmitAsync((await officer.GetAsync(Quiz)).Form("/start"));

    private static string ChoiceOf(Page page) =>
        page.Document.QuerySelector("input[name=answer]") is IHtmlInputElement { Type: "radio" or "checkbox" } choice ? choice.Value : "purpose";
}
