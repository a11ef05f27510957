using System.Net;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Domain.Statistics;
using HtiAcademy.Web.Statistics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Statistics;

public sealed class StatisticsPageTests : IDisposable
{
    private const string Address = "/author/foundations/statistics";
    private const string Quiz = "what-is-trafficking";
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task A_trainer_sees_the_figures_of_their_countries_alone()
    {
        await _app.SitAsync("UG", 31, Quiz, (_, _) => true);
        await _app.SitAsync("KE", 12, Quiz, (_, _) => false);

        var ugandan = await OfficersAtQuizAsync(Cast.TrainerInUganda, Address);
        var kenyan = await OfficersAtQuizAsync(Cast.TrainerInKenya, Address);
        var all = await OfficersAtQuizAsync(Cast.Administrator, Address);
        var some = await OfficersAtQuizAsync(Cast.Administrator, $"{Address}?country=KE");

        ugandan.Should().BeGreaterThanOrEqualTo(31);
        kenyan.Should().BeInRange(12, 30);
        all.Should().BeGreaterThanOrEqualTo(ugandan + kenyan);
        some.Should().Be(kenyan);
    }

    [Fact]
    public async Task A_trainer_who_is_an_officer_elsewhere_is_no_statistic_there()
    {
        await using var db = _app.Open();
        var kenyan = await db.People.SingleAsync(p => p.Email == Cast.OfficerInKenya);
        var both = Scope.Of(kenyan.Id, Roles.Officer | Roles.Trainer, null, ["UG"]);
        await using var seen = _app.Open(both);
        (await seen.Attempts.AnyAsync(a => a.Country == "KE")).Should().BeTrue("it is their own");

        (await seen.FirstAttempts(new AttemptFilter("foundations"), both).Select(a => a.Country).Distinct().ToListAsync()).Should().Equal("UG");
    }

    [Fact]
    public async Task Figures_are_made_of_first_attempts_with_questions_named_by_module()
    {
        await _app.SitAsync("UG", 3, Quiz, (number, _) => number == 0);
        await using var db = _app.Open();

        var read = await _app.Services.GetRequiredService<AnswerSheets>().ReadAsync(db, new AttemptFilter("foundations", Assessment: Quiz, Country: "UG"), Scope.Everything, CancellationToken.None);

        read.Sittings.Should().OnlyContain(sitting => sitting.Assessment == "foundations/what-is-trafficking" && sitting.Country == "UG" && sitting.Language == "en");
        read.Sittings.SelectMany(sitting => sitting.Answers).Should().OnlyContain(answer => answer.Question.Name.StartsWith("what-is-trafficking/"));
        read.Sittings.Count(sitting => sitting.Percent == 0).Should().Be(2);
        read.Sittings.Should().HaveCount(await db.Attempts.CountAsync(a => a.Country == "UG" && a.Assessment == Quiz && a.Number == 1 && a.SubmittedAt != null));
    }

    [Fact]
    public async Task Questions_that_need_attention_come_first_and_say_why()
    {
        // The best officers get one question wrong that the worst get right.
        Question? odd = null;
        await _app.SitAsync("UG", 80, Quiz, (number, question) =>
        {
            odd ??= question is TrueFalse ? question : null;
            return question.Hash == odd?.Hash ? number % 2 == 1 : number % 2 == 0 || question.Hash[0] > 'b';
        });
        var page = await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync($"{Address}?assessment={Quiz}");

        var first = page.Document.QuerySelectorAll("table")[1].QuerySelector("tbody tr")!;
        first.QuerySelector("a")!.GetAttribute("href").Should().Contain(odd!.Hash);
        first.TextContent.Should().Contain("the key may be wrong").And.Contain("weak officers do better on it");

        var question = await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync(first.QuerySelector("a")!.GetAttribute("href")!);
        question.Document.QuerySelectorAll("main table tbody tr").Should().HaveCount(2);
        question.Text.Should().Contain("right by the key").And.Contain("Best 27 %");
    }

    [Fact]
    public async Task A_question_that_a_country_answers_differently_is_flagged_in_words()
    {
        // Who is able does not depend on the country; one true-or-false question that both are asked is wrong in Kenya alone.
        Question? odd = null;
        bool Knows(int number, Question question, bool unfair)
        {
            odd ??= question is TrueFalse ? question : null;
            return !(unfair && question.Hash == odd?.Hash) && (number * 7919 + question.Hash[0] * 31 + question.Hash[1]) % 10 < 3 + (number % 6);
        }

        await _app.SitAsync("UG", 150, Quiz, (number, question) => Knows(number, question, unfair: false));
        await _app.SitAsync("KE", 150, Quiz, (number, question) => Knows(number, question, unfair: true));
        var page = await (await _app.SignInAsync(Cast.Administrator)).GetAsync(Address);

        page.Text.Should().Contain("Harder in Kenya than elsewhere, for officers with the same score.");
        page.Text.Should().Contain("answered differently: Kenya");
    }

    [Fact]
    public async Task A_small_sample_is_said_to_be_one_and_no_officer_is_named()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await trainer.GetAsync(Address);
        page.Text.Should().Contain("small sample").And.Contain("What these figures mean");

        await using var db = _app.Open();
        var names = await db.People.Where(p => p.Roles == Roles.Officer).Select(p => p.FullName).ToListAsync();
        names.Should().NotBeEmpty();
        names.Where(name => page.Html.Contains(name)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_page_speaks_the_trainers_language()
    {
        await _app.SitAsync("GT", 12, Quiz, (number, question) => (number + question.Hash[0]) % 3 > 0);
        var page = await (await _app.SignInAsync(Cast.TrainerInGuatemala)).GetAsync(Address);
        page.Text.Should().Contain("Estadísticas").And.Contain("Primeros intentos de cada evaluación").And.Contain("muestra pequeña");
    }

    [Theory]
    [InlineData("/author/none/statistics")]
    [InlineData(Address + "?question=none")]
    [InlineData(Address + "?question=none&in=final")]
    public async Task What_does_not_exist_is_not_found(string address) =>
        (await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync(address)).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("?cohort=nonsense")]
    [InlineData("?country=XX")]
    [InlineData("?assessment=none")]
    public async Task A_choice_without_attempts_says_so(string query) =>
        (await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync(Address + query)).Text.Should().Contain("No marked attempt answers to this choice yet.");

    [Fact]
    public async Task The_page_of_course_texts_leads_to_them() =>
        (await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync("/author")).Document.QuerySelector($"a[href='{Address}']").Should().NotBeNull();

    public void Dispose() => _app.Dispose();

    private async Task<int> OfficersAtQuizAsync(string person, string address)
    {
        var page = await (await _app.SignInAsync(person)).GetAsync(address);
        var row = page.Document.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Contains("Quiz: What"));
        return int.Parse(row.QuerySelector("td")!.TextContent, System.Globalization.CultureInfo.InvariantCulture);
    }
}
