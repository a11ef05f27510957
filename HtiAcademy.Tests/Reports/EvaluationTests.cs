using System.Net;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Tests.Certificates;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Reports;

public sealed class EvaluationTests : IDisposable
{
    private const string Address = "/learn/foundations/evaluation";
    private readonly AcademyApp _app = new();
    private readonly Agency _police = new("Police", "UG");
    private readonly Cohort _cohort = new("Kampala", new CourseVersion("short", 1, "a test", DateTimeOffset.UnixEpoch, []), "UG", null, new(2026, 1, 5), new(2026, 12, 18));

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
        (await CountAsync(Scope.Of(Guid.NewGuid(), Roles.Trainer, null, ["UG"]))).Should().Be(0);
        (await CountAsync(Scope.Everything)).Should().Be(1);
    }

    [Fact]
    public async Task Sums_are_read_by_trainers_there_and_by_an_agency_whose_officers_alone_they_are_of()
    {
        var cohort = await EvaluatedAsync(5);
        await using var db = _app.Open();
        var agency = (await db.EvaluationTallies.SingleAsync(t => t.CohortId == cohort)).AgencyId;
        agency.Should().NotBeNull();

        (await TalliesAsync(Scope.Of(Guid.NewGuid(), Roles.Trainer, null, ["UG"]))).Should().Be(1);
        (await TalliesAsync(Scope.Of(Guid.NewGuid(), Roles.Trainer, null, ["KE"]))).Should().Be(0);
        (await TalliesAsync(Scope.Of(Guid.NewGuid(), Roles.Partner, agency, []))).Should().Be(1);
        (await TalliesAsync(Scope.Of(Guid.NewGuid(), Roles.Partner, Guid.NewGuid(), []))).Should().Be(0);
    }

    [Fact]
    public void What_is_of_two_agencies_is_told_to_neither()
    {
        var evaluations = Enumerable.Range(0, 5).Select(i => OfAgency(i == 0 ? new Agency("Prosecution", "UG") : _police, [1, 2, 3, 4, 5])).ToList();
        var tally = new EvaluationTally(evaluations);
        tally.AgencyId.Should().BeNull();
        (tally.Count(0, 1), tally.Count(4, 5), tally.Count(4, 1)).Should().Be((5, 5, 0));
        new EvaluationTally(evaluations[1..].Append(OfAgency(_police, [5, 5, 5, 5, 5])).ToList()).AgencyId.Should().Be(_police.Id);
    }

    [Fact]
    public void Fewer_than_five_are_never_added_up() =>
        FluentActions.Invoking(() => new EvaluationTally([.. Enumerable.Range(0, 4).Select(_ => OfAgency(_police, [1, 2, 3, 4, 5]))])).Should().Throw<ArgumentException>();

    [Fact]
    public async Task Single_answers_are_gone_once_they_are_added_up_and_the_next_ones_wait()
    {
        await EvaluatedAsync(7);
        await using var db = _app.Open();
        (await db.Evaluations.CountAsync()).Should().Be(2);
        (await db.EvaluationTallies.SingleAsync()).Count(0, 5).Should().Be(5);
    }

    [Fact]
    public void The_sums_are_counted_by_question_and_degree()
    {
        var five = new EvaluationTally([.. new[] { 5, 5, 4, 4, 3 }.Select((given, i) => OfAgency(_police, [given, i + 1, 1, 1, 1]))]);
        var figures = EvaluationFigures.Of(["A", "B"], [five, five])!;

        figures.Questions.Select(q => (q.Question, q.Answers, q.Mean)).Should().Equal(("A", 10, 4.2), ("B", 10, 3.0));
        figures.Questions[0].Counts.Should().Equal(0, 0, 2, 4, 4);
        EvaluationFigures.Of(["A"], []).Should().BeNull();
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public async Task In_the_cohorts_report_they_are_told_from_five_on(int officers, bool told)
    {
        var cohort = await EvaluatedAsync(officers);

        var page = await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync($"/cohorts/{cohort}/report");

        if (told)
        {
            // Five answers, of which the mean is 3: all of them 3.
            page.Document.QuerySelectorAll("tr").Single(r => r.TextContent.Contains("I understood the texts", StringComparison.Ordinal)).TextContent.Should().EndWith("5300500");
        }
        else
        {
            page.Text.Should().Contain("Nothing can be told yet").And.NotContain("I understood the texts");
        }
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

    public void Dispose() => _app.Dispose();

    private static (string, string)[] Answers(params int[] agreement) => [.. agreement.Select((a, i) => ($"agreement-{i}", $"{a}"))];

    private Evaluation OfAgency(Agency agency, IReadOnlyList<int> agreement)
    {
        var officer = new Person("Nakato", "nakato@example.org", Roles.Officer, "en", "UG");
        officer.BelongTo(agency, null, "investigator");
        return new Evaluation(new Enrolment(_cohort, officer, _app.Clock.Now), agreement);
    }

    /// <returns>The cohort that all of them took.</returns>
    private async Task<Guid> EvaluatedAsync(int officers)
    {
        await IssuedCertificates.AddAsync(_app, "UG", [.. Enumerable.Range(0, officers).Select(i => $"Officer {(char)('A' + i)}")]);
        await using var db = _app.Open();
        var enrolments = await db.Enrolments.Where(e => e.Country == "UG" && e.State == EnrolmentState.Completed).Select(e => new { e.Id, e.CohortId }).Take(officers).ToListAsync();
        foreach (var each in enrolments)
        {
            await _app.Academy.WriteAsync(Scope.Everything, async records =>
                await records.EvaluateAsync(await records.Enrolments.SingleAsync(e => e.Id == each.Id), [5, 4, 3, 2, 1], CancellationToken.None));
        }

        return enrolments.Select(e => e.CohortId).Distinct().Single();
    }

    private async Task<int> TalliesAsync(Scope scope)
    {
        await using var db = _app.Open(scope);
        return await db.EvaluationTallies.CountAsync();
    }

    private async Task<int> CountAsync(Scope scope)
    {
        await using var db = _app.Open(scope);
        return await db.Evaluations.CountAsync();
    }
}
