using System.Net;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Tests.Assessments;
using HtiAcademy.Tests.Audit;
using HtiAcademy.Tests.Content;
using HtiAcademy.Web.Assessments;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Learning;

public sealed class ObservedPracticeTests : IAsyncLifetime
{
    private const string Front = "final: { draw: 2, minutes: 30 }";
    private readonly AcademyApp _app = new();
    private EssayClass _class = null!;
    private string _address = "";

    private static SampleContent Content => EssayClass.Content.Replace(SampleContent.CoursePath, Front, Front + """

        observed:
          - id: interview
            title: { en: Interview a witness, es: Entreviste a un testigo }
            criteria:
              - { en: asks open questions, es: hace preguntas abiertas }
              - writes down her words
            required: true
          - { id: hearing, title: Mock hearing, criteria: [speaks clearly] }
        """);

    public async Task InitializeAsync()
    {
        _class = await EssayClass.BeginAsync(_app, Content);
        await using var db = _app.Open();
        var enrolment = await db.Enrolments.SingleAsync(e => e.CourseId == "basics");
        _address = $"/cohorts/{enrolment.CohortId}/observed/{enrolment.Id}/interview";
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public void The_front_matter_names_exercises_in_each_language()
    {
        var course = Content.Course();

        course.Observed.Select(e => (e.Id, e.Required, e.Title.In("es"))).Should().Equal(("interview", true, "Entreviste a un testigo"), ("hearing", false, "Mock hearing"));
        course.Observed[0].Criteria.Select(c => c.In("es")).Should().Equal("hace preguntas abiertas", "writes down her words");
    }

    [Theory]
    [InlineData("observed: interview", "HTI110")]
    [InlineData("observed: [{ id: interview, title: A, criteria: [] }]", "HTI110")]
    [InlineData("observed: [{ id: interview, title: A }]", "HTI109")]
    [InlineData("observed: [{ id: interview, title: A, criteria: [b], weight: 2 }]", "HTI108")]
    [InlineData("observed: [{ id: interview, title: A, criteria: [b], required: perhaps }]", "HTI110")]
    [InlineData("observed: [{ id: The Interview, title: A, criteria: [b] }]", "HTI110")]
    [InlineData("observed: [{ id: a, title: A, criteria: [b] }, { id: a, title: B, criteria: [b] }]", "HTI111")]
    public void What_is_wrong_with_an_exercise_is_found(string observed, string code)
    {
        var reading = new SampleContent().Replace(SampleContent.CoursePath, Front, $"{Front}\n{observed}").Read();

        reading.Findings.Should().Contain(f => f.Code == code && f.Line == 14);
        reading.Course.Should().BeNull();
    }

    [Fact]
    public void A_course_that_asks_for_more_practice_keeps_its_learners_where_they_are() =>
        Content.Course().AssessmentsChangedSince(EssayClass.Content.Course(), "UG").Should().Equal(Step.Final);

    [Fact]
    public async Task Signing_off_the_last_step_completes_the_course_and_issues_the_certificate()
    {
        await DoTheRestAsync();
        var course = await _class.Officer.GetAsync(EssayClass.Course);
        course.Text.Should().Contain("Next: show a trainer that you can do it").And.Contain("Interview a witness").And.Contain("asks open questions").And.NotContain("speaks clearly");
        (await EnrolmentAsync()).State.Should().Be(EnrolmentState.Active);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var cohort = await trainer.GetAsync(_address[.._address.IndexOf("/observed", StringComparison.Ordinal)]);
        cohort.Document.QuerySelectorAll("main td a").Select(a => a.GetAttribute("href")).Should().Contain(_address);

        var page = await trainer.FollowAsync(await RecordAsync(trainer, await trainer.GetAsync(_address), "OnTheirOwn", "WithHelp"));

        page.Text.Should().Contain("It is recorded").And.Contain("asks open questions: On their own").And.Contain("A calm voice.");
        var enrolment = await EnrolmentAsync();
        enrolment.State.Should().Be(EnrolmentState.Completed);
        await using var db = _app.Open();
        (await db.Certificates.CountAsync(c => c.EnrolmentId == enrolment.Id)).Should().Be(1);
        var entry = await db.AuditEntries.SingleAsync(e => e.What == "practice.observed");
        (entry.By, entry.Record).Should().Be((await db.AuditNameAsync(Cast.TrainerInUganda), $"enrolment {enrolment.Id}, interview: signed off"));
    }

    [Fact]
    public async Task The_last_time_counts_and_the_history_is_kept()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        await RecordAsync(trainer, await trainer.GetAsync(_address), "OnTheirOwn", "OnTheirOwn");
        (await EnrolmentAsync()).StepOf(Step.OfExercise("interview"))!.PassedAt.Should().NotBeNull();
        _app.Clock.Advance(TimeSpan.FromHours(1));

        var page = await trainer.FollowAsync(await RecordAsync(trainer, await trainer.GetAsync(_address), "NotYet", "OnTheirOwn"));

        (await EnrolmentAsync()).StepOf(Step.OfExercise("interview"))!.PassedAt.Should().BeNull("one criterion is not yet met");
        page.Document.QuerySelectorAll("main .box-title").Select(b => b.TextContent.Split("– ")[1]).Should().Equal("not signed off", "signed off");
    }

    [Fact]
    public async Task A_form_sent_twice_counts_once()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await trainer.GetAsync(_address);

        await Task.WhenAll(RecordAsync(trainer, page, "WithHelp", "WithHelp"), RecordAsync(trainer, page, "WithHelp", "WithHelp"));

        await using var db = _app.Open();
        (await db.Observations.CountAsync()).Should().Be(1);
        (await db.AuditEntries.CountAsync(e => e.What == "practice.observed")).Should().Be(1);
    }

    [Theory]
    [InlineData("OnTheirOwn", "", "2026-11-23", "Choose a level for every criterion")]
    [InlineData("OnTheirOwn", "7", "2026-11-23", "Choose a level for every criterion")]
    [InlineData("OnTheirOwn", "WithHelp", "2026-11-24", "not one to come")]
    [InlineData("OnTheirOwn", "WithHelp", "yesterday", "not one to come")]
    public async Task A_form_that_is_not_whole_is_refused_and_nothing_chosen_is_lost(string first, string second, string on, string reason)
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        var response = await RecordAsync(trainer, await trainer.GetAsync(_address), first, second, on);
        var page = await Page.ReadAsync(response);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        page.Document.QuerySelector("[role=alert]")!.TextContent.Should().Contain(reason);
        page.Document.QuerySelector("input[name=level-0][checked]")!.GetAttribute("value").Should().Be("OnTheirOwn");
        page.Document.QuerySelector("#note")!.TextContent.Should().Be("A calm voice.");
        await using var db = _app.Open();
        (await db.Observations.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_trainer_of_another_country_and_an_exercise_that_is_none_are_not_found()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var stranger = await _app.SignInAsync(Cast.TrainerInGuatemala);
        var form = (await stranger.GetAsync("/")).Form("/account/sign-out").To($"{_address}/record");

        (await stranger.GetAsync(_address)).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await stranger.PostAsync(form, ("criteria", "2"), ("level-0", "OnTheirOwn"), ("level-1", "OnTheirOwn"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await trainer.GetAsync(_address.Replace("interview", "nonsense", StringComparison.Ordinal))).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task After_the_course_nothing_more_is_recorded()
    {
        await DoTheRestAsync();
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await trainer.GetAsync(_address);
        await RecordAsync(trainer, page, "OnTheirOwn", "OnTheirOwn");
        page.Form("/record").QuerySelector("[name=form]")!.SetAttribute("value", Guid.NewGuid().ToString());

        (await RecordAsync(trainer, page, "NotYet", "NotYet")).StatusCode.Should().Be(HttpStatusCode.BadRequest);

        (await trainer.GetAsync(_address)).Text.Should().Contain("The course is closed for this officer");
        (await EnrolmentAsync()).State.Should().Be(EnrolmentState.Completed);
    }

    private static Task<HttpResponseMessage> RecordAsync(Visitor trainer, Page page, string first, string second, string on = "2026-11-23") =>
        trainer.PostAsync(page.Form("/record"), ("level-0", first), ("level-1", second), ("note", "A calm voice."), ("on", on));

    private async Task DoTheRestAsync()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        foreach (var assessment in new[] { EssayClass.Quiz, $"{EssayClass.Course}/final" })
        {
            await _class.WriteAsync("It began at night.", assessment);
            await EssayClass.MarkAsync(trainer, await EssayClass.OpenAsync(trainer), "4", "6", MarkingAct.Give);
        }
    }

    private async Task<Enrolment> EnrolmentAsync()
    {
        await using var db = _app.Open();
        return await db.Enrolments.SingleAsync(e => e.CourseId == "basics");
    }
}
