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
    public void The_answers_are_counted_by_question_and_degree()
    {
        var figures = EvaluationFigures.Of(["A", "B"], [[5, 1], [5, 2], [4, 3], [4, 4], [3, 5]])!;

        figures.Questions.Select(q => (q.Question, q.Answers, q.Mean)).Should().Equal(("A", 5, 4.2), ("B", 5, 3.0));
        figures.Questions[0].Counts.Should().Equal(0, 0, 1, 2, 2);
        EvaluationFigures.Of(["A"], []).Should().BeNull();
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public async Task In_the_cohorts_report_they_are_told_from_five_on(int officers, bool told)
    {
        await IssuedCertificates.AddAsync(_app, "UG", [.. Enumerable.Range(0, officers).Select(i => $"Officer {(char)('A' + i)}")]);
        Guid cohort = default;
        await _app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            foreach (var enrolment in await db.Enrolments.Where(e => e.Country == "UG" && e.State == EnrolmentState.Completed).Take(officers).ToListAsync())
            {
                cohort = enrolment.CohortId;
                enrolment.Evaluate();
                db.Add(new Evaluation(enrolment, [5, 4, 3, 2, 1]));
            }
        });

        var page = await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync($"/cohorts/{cohort}/report");

        var row = page.Document.QuerySelectorAll("tr").Single(r => r.TextContent.Contains("I understood the texts", StringComparison.Ordinal)).TextContent;
// Five answers, of which the mean is 3: all of them 3.
        row.Should().EndWith(told ? "5300500" : "fewer than 5");
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
