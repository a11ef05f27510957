using System.Net;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Tests.Audit;
using HtiAcademy.Web.Assessments;
using Microsoft.EntityFrameworkCore;
using static HtiAcademy.Tests.Assessments.EssayClass;

namespace HtiAcademy.Tests.Assessments;

public sealed class MarkingPageTests : IAsyncLifetime
{
    private const string Essay = "It began at night.\n\nShe was told of work.";
    private readonly AcademyApp _app = new();
    private EssayClass _class = null!;

    public async Task InitializeAsync() => _class = await BeginAsync(_app);

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_submitted_essay_waits_and_the_officer_is_told_so_kindly()
    {
        var result = await _class.WriteAsync(Essay);

        result.Document.QuerySelector(".verdict")!.TextContent.Should().Contain("Waits to be marked");
        result.Text.Should().Contain("What you wrote is safe").And.Contain("She was told of work.").And.NotContain(Model).And.NotContain(FirstCriterion);
        var attempt = await _class.AttemptAsync();
        (attempt.Percent, attempt.Questions.Count(q => q.Fraction == 1)).Should().Be((null, 1), "what a machine can mark is marked");
        var intro = await _class.Officer.GetAsync(Quiz);
        intro.Text.Should().Contain("Waits to be marked");
        intro.Document.Forms.Should().NotContain(f => (f.GetAttribute("action") ?? "").EndsWith("/start"), "one attempt is marked before the next begins");
        (await _class.Officer.GetAsync(Course)).Text.Should().Contain("A trainer marks what you wrote").And.Contain("quiz waits to be marked");
    }

    [Fact]
    public async Task An_attempt_forced_while_one_waits_is_not_begun()
    {
        await _class.WriteAsync(Essay);

        await _class.Officer.SubmitAsync((await _class.Officer.GetAsync("/")).Form("/account/sign-out").To($"{Quiz}/start"));

        await using var db = _app.Open();
        (await db.Attempts.CountAsync(a => a.Assessment == "first")).Should().Be(1);
    }

    [Fact]
    public async Task An_essay_that_was_left_out_waits_for_nobody()
    {
        var result = await _class.WriteAsync("");

        result.Document.QuerySelector(".verdict")!.TextContent.Should().Contain("50 %");
        (await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync("/marking")).Text.Should().Contain("No essay of your countries waits");
    }

    [Fact]
    public async Task A_trainer_marks_without_a_name_and_the_officer_reads_points_and_comment()
    {
        await _class.WriteAsync(Essay);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var queue = await trainer.GetAsync("/marking");
        queue.Text.Should().Contain("Kampala writers").And.Contain("Quiz: First things").And.Contain("23 November 2026").And.NotContain("Ssemanda");

        var page = await OpenAsync(trainer);
        page.Text.Should().Contain("It began at night.\n\nShe was told of work.").And.Contain(Model).And.Contain(FirstCriterion).And.NotContain("Ssemanda");
        var after = await trainer.FollowAsync(await MarkAsync(trainer, page, "3.5", "6"));

        after.Address.Should().Be("/marking?done=true");
        var attempt = await _class.AttemptAsync();
        attempt.Percent.Should().Be(97.5m);
        var result = await _class.Officer.GetAsync($"{Quiz}?result={attempt.Id}");
        result.Text.Should().Contain("97.5 %").And.Contain("3.5 of 4").And.Contain("Well told.").And.Contain(Model, "who has passed a quiz is told right answers");
    }

    [Fact]
    public async Task Who_has_not_passed_reads_points_and_comment_but_no_model_answer()
    {
        await _class.WriteAsync(Essay);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        await MarkAsync(trainer, await OpenAsync(trainer), "0", "0.5");

        var result = await _class.Officer.GetAsync($"{Quiz}?result={(await _class.AttemptAsync()).Id}");

        result.Text.Should().Contain("Not passed yet").And.Contain("0.5 of 6").And.Contain("Well told.").And.NotContain(Model).And.NotContain(FirstCriterion);
    }

    [Fact]
    public async Task The_last_mark_completes_the_course_and_writes_to_the_officer_without_a_telling_word()
    {
        await _class.WriteAsync(Essay);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        await MarkAsync(trainer, await OpenAsync(trainer), "4", "6");
        await _class.WriteAsync(Essay, $"{Course}/final");
        _app.Clock.Advance(TimeSpan.FromDays(2));
        trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        await MarkAsync(trainer, await OpenAsync(trainer), "4", "6");

        await using var db = _app.Open();
        var enrolment = await db.Enrolments.SingleAsync(e => e.CourseId == "basics");
        (enrolment.State, enrolment.CompletedAt).Should().Be((EnrolmentState.Completed, _app.Clock.Now));
        (await db.Certificates.CountAsync(c => c.EnrolmentId == enrolment.Id)).Should().Be(1);
        var mails = await db.Outbox.Where(m => m.Key.StartsWith("marked/")).ToListAsync();
        mails.Should().HaveCount(2).And.OnlyContain(m => m.ToAddress == Cast.OfficerInUganda && m.Subject == "HTI Academy: your work is marked");
        mails[0].Text.Should().NotContainAny("basics", "first", "traffick", "%");
    }

    [Fact]
    public async Task A_mark_sent_twice_counts_once_and_is_audited_without_a_name()
    {
        await _class.WriteAsync(Essay);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await OpenAsync(trainer);

        var both = await Task.WhenAll(MarkAsync(trainer, page, "2", "3"), MarkAsync(trainer, page, "2", "3"));

        both.Should().OnlyContain(r => r.StatusCode == HttpStatusCode.Found);
        await using var db = _app.Open();
        var entry = await db.AuditEntries.SingleAsync(e => e.What == "essay.marked");
        var enrolment = await db.Enrolments.SingleAsync(e => e.CourseId == "basics");
        entry.By.Should().Be(await db.AuditNameAsync(Cast.TrainerInUganda));
        entry.Record.Should().Contain(enrolment.Id.ToString()).And.EndWith("5 of 10 points").And.NotContain("Ssemanda").And.NotContain("officer.ug");
        (await db.Outbox.CountAsync(m => m.Key.StartsWith("marked/"))).Should().Be(1);
    }

    [Fact]
    public async Task A_mark_above_the_maximum_is_refused_and_nothing_typed_is_lost()
    {
        await _class.WriteAsync(Essay);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        var response = await MarkAsync(trainer, await OpenAsync(trainer), "4.5", "");
        var page = await Page.ReadAsync(response);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        page.Document.QuerySelector("[role=alert]")!.TextContent.Should().Contain("“4.5” is not from 0 to 4 points").And.Contain("Criterion 2 has no points yet");
        page.Document.QuerySelector("#points-0")!.GetAttribute("value").Should().Be("4.5");
        page.Document.QuerySelector("#comment")!.TextContent.Should().Be("Well told.");
        (await _class.AttemptAsync()).WaitsForMarking.Should().BeTrue();
    }

    [Fact]
    public async Task A_draft_is_kept_for_its_marker_alone()
    {
        await _class.WriteAsync(Essay);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var other = await _app.SignInAsync(SecondTrainer);

        var page = await trainer.FollowAsync(await MarkAsync(trainer, await OpenAsync(trainer), "1,5", "", MarkingAct.Draft, "Half-way."));

        page.Text.Should().Contain("Your draft is kept");
        (await OpenAsync(trainer)).Document.QuerySelector("#points-0")!.GetAttribute("value").Should().Be("1.5");
        (await trainer.GetAsync("/marking")).Text.Should().Contain("Your draft");
        (await OpenAsync(other)).Html.Should().NotContain("Half-way.");
        (await _class.Officer.GetAsync($"{Quiz}?result={(await _class.AttemptAsync()).Id}")).Html.Should().NotContain("Half-way.");
    }

    [Fact]
    public async Task Of_two_markers_at_once_the_second_changes_nothing_and_keeps_the_words()
    {
        await _class.WriteAsync(Essay);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var other = await _app.SignInAsync(SecondTrainer);
        var (mine, theirs) = (await OpenAsync(trainer), await OpenAsync(other));

        await MarkAsync(trainer, mine, "4", "6");
        var late = await MarkAsync(other, theirs, "0", "0", comment: "My words.");

        late.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await Page.ReadAsync(late)).Text.Should().Contain("Others have marked this essay meanwhile").And.Contain("My words.");
        (await _class.AttemptAsync()).Percent.Should().Be(100);
    }

    [Fact]
    public async Task A_second_marker_marks_blind_and_the_mean_of_near_marks_counts()
    {
        await _class.WriteAsync(Essay);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var other = await _app.SignInAsync(SecondTrainer);
        await MarkAsync(trainer, await OpenAsync(trainer), "3", "4.5", MarkingAct.GiveAndAsk, "First words.");
        (await trainer.GetAsync("/marking")).Text.Should().Contain("Marked by you; waits for a second marker");

        var blind = await OpenAsync(other);
        blind.Html.Should().NotContain("First words.").And.NotContain("4.5").And.Contain("To mark as second marker");
        await MarkAsync(other, blind, "3", "5.5", comment: "Second words.");

        var attempt = await _class.AttemptAsync();
        attempt.Percent.Should().Be(90, "eight of ten points, and the plain question");
        (await _class.Officer.GetAsync($"{Quiz}?result={attempt.Id}")).Text.Should().Contain("First words.").And.Contain("Second words.");
    }

    [Fact]
    public async Task Marks_too_far_apart_are_agreed_on_a_page_that_shows_both()
    {
        await _class.WriteAsync(Essay);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var other = await _app.SignInAsync(SecondTrainer);
        await MarkAsync(trainer, await OpenAsync(trainer), "1", "2", MarkingAct.GiveAndAsk);
        await MarkAsync(other, await OpenAsync(other), "4", "6");
        (await _class.AttemptAsync()).WaitsForMarking.Should().BeTrue();

        var both = await OpenAsync(trainer);
        both.Text.Should().Contain("First marker: 1. Second marker: 4.");
        await MarkAsync(trainer, both, "3", "5", MarkingAct.Agree, "Agreed.");

        (await _class.AttemptAsync()).Percent.Should().Be(90);
        await using var db = _app.Open();
        (await db.AuditEntries.SingleAsync(e => e.What == "essay.marked")).Record.Should().EndWith("8 of 10 points");
    }

    [Fact]
    public async Task A_trainer_of_another_country_finds_neither_queue_nor_essay()
    {
        await _class.WriteAsync(Essay);
        var page = await OpenAsync(await _app.SignInAsync(Cast.TrainerInUganda));
        var stranger = await _app.SignInAsync(Cast.TrainerInGuatemala);

        (await stranger.GetAsync("/marking")).Document.QuerySelector("main table").Should().BeNull();
        (await stranger.GetAsync(page.Address)).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        var form = (await stranger.GetAsync("/")).Form("/account/sign-out").To($"{page.Address}/mark");
        (await stranger.PostAsync(form, ("points", "4"), ("points", "6"), ("act", "Give"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await _class.AttemptAsync()).WaitsForMarking.Should().BeTrue();
    }

    [Fact]
    public async Task Nobody_marks_their_own_essay()
    {
        await _class.WriteAsync(Essay);
        var address = (await OpenAsync(await _app.SignInAsync(Cast.TrainerInUganda))).Address;
        await using (var db = _app.Open())
        {
            var officer = await db.People.SingleAsync(p => p.Email == Cast.OfficerInUganda);
            db.Entry(officer).Property(p => p.Roles).CurrentValue = Roles.Officer | Roles.Trainer;
            await db.SaveChangesAsync();
            officer.TrainIn("UG");
            await db.SaveChangesAsync();
        }

        var me = await _app.SignInAsync(Cast.OfficerInUganda);

        (await me.GetAsync("/marking")).Text.Should().Contain("No essay of your countries waits");
        (await me.GetAsync(address)).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        var form = (await me.GetAsync("/")).Form("/account/sign-out").To($"{address}/mark");
        (await me.PostAsync(form, ("points", "4"), ("points", "6"), ("act", "Give"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_open_attempt_and_a_question_that_is_no_essay_are_not_found()
    {
        await _class.WriteAsync(Essay);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var address = (await OpenAsync(trainer)).Address;
        var other = address.EndsWith('1') ? "2" : "1";

        (await trainer.GetAsync($"{address[..^1]}{other}")).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await trainer.GetAsync($"{address[..^1]}9")).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await trainer.GetAsync($"/marking/{Guid.NewGuid()}/1")).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_name_is_shown_on_request_and_that_is_audited()
    {
        await _class.WriteAsync(Essay);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        var page = await trainer.SubmitAsync((await OpenAsync(trainer)).Form("/name"));

        page.Text.Should().Contain("Written by Joseph Ssemanda");
        await using var db = _app.Open();
        (await db.AuditEntries.SingleAsync(e => e.What == "essay.name-shown")).Record.Should().NotContain("Ssemanda");
    }

    [Fact]
    public async Task An_essay_that_is_too_long_is_refused_and_what_was_saved_stays()
    {
        await _class.Officer.PostAsync((await _class.Officer.GetAsync("/")).Form("/account/sign-out").To($"{Course}/first/read"));
        var page = await _class.Officer.SubmitAsync((await _class.Officer.GetAsync(Quiz)).Form("/start"));
        page = page.Document.QuerySelector("textarea") is null ? await _class.Officer.GetAsync($"{Quiz}?question=2") : page;
        var position = page.Form("/answer").Value("position");
        await _class.Officer.PostAsync(page.Form("/answer"), ("answer", "Saved."), ("go", position));

        var refused = await _class.Officer.SubmitAsync(page.Form("/answer"), ("answer", new string('x', 20_001)), ("go", position));

        refused.Document.QuerySelector("[role=alert]")!.TextContent.Should().Contain("That answer is too long.");
        refused.Document.QuerySelector("textarea")!.TextContent.Should().Be("Saved.");
        refused.Text.Should().Contain("6 of at most 20,000 characters saved");
    }
}
