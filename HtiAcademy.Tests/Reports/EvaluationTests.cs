using System.Net;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Tests.Certificates;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Reports;

public sealed class EvaluationTests : IAsyncDisposable
{
    private const string Address = "/learn/foundations/evaluation";
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task Who_has_completed_the_course_says_once_what_they_think_and_nothing_tells_who_said_it()
    {
        var officer = await _app.SignInAsync("nakato@demo.example");
        (await officer.GetAsync("/")).Document.QuerySelector($"a[href='{Address}']").Should().NotBeNull();
        var form = (await officer.GetAsync(Address)).Form("/send");

        (await officer.SubmitAsync(form, Answers(5, 4, 3, 2, 1))).Text.Should().Contain("Thank you");
        await officer.SubmitAsync(form, Answers(1, 1, 1, 1, 1));

        await using var db = _app.Open();
        var evaluation = await db.Evaluations.SingleAsync();
        evaluation.Agreement.Should().Equal(5, 4, 3, 2, 1);
        typeof(Evaluation).GetProperties().Select(p => p.Name).Should().BeEquivalentTo("Id", "CohortId", "Country", "AgencyId", "Agreement");
        evaluation.Id.Version.Should().Be(4, "an id by time would tell whose it is");
        (await officer.GetAsync("/")).Document.QuerySelector($"a[href='{Address}']").Should().BeNull();
    }

    [Fact]
    public async Task An_answer_that_lacks_is_asked_for_and_the_others_are_kept()
    {
        var officer = await _app.SignInAsync("nakato@demo.example");
        var form = (await officer.GetAsync(Address)).Form("/send");

        var page = await Page.ReadAsync(await officer.PostAsync(form, ("agreement-0", "4"), ("agreement-1", "9"), ("agreement-2", "x")));

        page.Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        page.Text.Should().Contain("Nothing was sent yet");
        page.Document.QuerySelectorAll("input:checked").Select(i => i.Id).Should().Equal("agreement-0-4");
        await using var db = _app.Open();
        (await db.Evaluations.AnyAsync()).Should().BeFalse();
    }

    [Theory]
    [InlineData(Cast.OfficerInUganda)]
    [InlineData(Cast.TrainerInUganda)]
    public async Task Who_has_not_completed_it_has_no_say(string who)
    {
        var visitor = await _app.SignInAsync(who);
        (await visitor.Http.GetAsync(Address)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        var token = (await visitor.GetAsync("/")).Document.Forms[0];
        (await visitor.PostAsync(token.To($"{Address}/send"), Answers(5, 5, 5, 5, 5))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_officer_reads_no_evaluation_and_a_trainer_elsewhere_none()
    {
        var officer = await _app.SignInAsync("nakato@demo.example");
        await officer.SubmitAsync((await officer.GetAsync(Address)).Form("/send"), Answers(5, 4, 3, 2, 1));
        await using var db = _app.Open();
        var me = await db.People.SingleAsync(p => p.NormalizedEmail == "NAKATO@DEMO.EXAMPLE");

        (await CountAsync(Scope.Of(me))).Should().Be(0);
        (await CountAsync(Scope.Of(Guid.NewGuid(), Roles.Trainer, null, ["KE"]))).Should().Be(0);
        (await CountAsync(Scope.Of(Guid.NewGuid(), Roles.Trainer, null, ["UG"]))).Should().Be(1);
    }

    [Fact]
    public void Fewer_than_five_tell_nothing()
    {
        EvaluationFigures.Of([.. Enumerable.Repeat<IReadOnlyList<int>>([5, 4, 3, 2, 1], 4)]).Should().BeNull();
        var figures = EvaluationFigures.Of([[5, 1, 3, 4, 2], [5, 2, 3, 4, 2], [4, 3, 3, 4, 2], [4, 4, 3, 5, 2], [3, 5, 3, 5, 2]])!;
        figures.Officers.Should().Be(5);
        figures.Statements.Select(s => s.Mean).Should().Equal(4.2m, 3m, 3m, 4.4m, 2m);
        figures.Statements[0].Counts.Should().Equal(0, 0, 1, 2, 2);
    }

    [Theory]
    [InlineData(1, 2, 3, 4)]
    [InlineData(1, 2, 3, 4, 6)]
    [InlineData(0, 2, 3, 4, 5)]
    public void Whatever_is_no_whole_answer_is_refused(params int[] agreement)
    {
        var officer = new Person("Nakato", "nakato@example.org", Roles.Officer, "en", "UG");
        var enrolment = ShortCourse.Enrolment(officer, EnrolmentState.Completed, _app.Clock.Now);
        FluentActions.Invoking(() => new Evaluation(enrolment, agreement)).Should().Throw<ArgumentException>();
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static (string, string)[] Answers(params int[] agreement) => [.. agreement.Select((a, i) => ($"agreement-{i}", $"{a}"))];

    private async Task<int> CountAsync(Scope scope)
    {
        await using var db = _app.Open(scope);
        return await db.Evaluations.CountAsync();
    }
}
