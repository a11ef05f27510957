using Bunit;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Board;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Board;

/// <summary>What the board shows while it is open. It looks by itself only after ten seconds, longer than these tests wait.</summary>
public sealed class BoardIslandTests : IslandTest
{
    private Cohort _cohort = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await using var db = App.Open();
        _cohort = await db.Cohorts.FirstAsync(c => c.Country == "UG");
    }

    [Fact]
    public async Task A_module_that_an_officer_reads_shows_at_once()
    {
        var board = await OpenAsync(Cast.TrainerInUganda);
        Row(board).Should().Contain("0 of 7");

        await ReadModuleAsync();

        await board.WaitForAssertionAsync(() => Row(board).Should().Contain("1 of 7"), Soon);
    }

    [Fact]
    public async Task Another_countrys_trainer_is_shown_nothing_whatever_the_page_asked_for()
    {
        var board = await OpenAsync(Cast.TrainerInKenya);

        board.Markup.Should().Contain("The board has stopped").And.NotContain("Opio").And.NotContain("<table");
    }

    [Theory]
    [InlineData("session")]
    [InlineData("country")]
    [InlineData("kept out")]
    public async Task The_board_stops_when_the_trainer_may_no_longer_see_it(string ended)
    {
        var board = await OpenAsync(Cast.TrainerInUganda);
        Row(board).Should().Contain("Peter Opio");
        await App.Academy.WriteAsync(Scope.Everything, async db =>
        {
            var trainer = await db.People.SingleAsync(p => p.Email == Cast.TrainerInUganda);
            switch (ended)
            {
                case "session": (await db.Sessions.SingleAsync(s => s.PersonId == trainer.Id)).End(App.Clock.Now); break;
                case "country": trainer.TrainIn("KE"); break;
                default: trainer.Deactivate(App.Clock.Now); break;
            }
        });
        // A session that another node ended is found in the database within a minute.
        App.Clock.Advance(TimeSpan.FromSeconds(ended == "session" ? 61 : 1));

        await ReadModuleAsync();

        await board.WaitForAssertionAsync(() => board.Markup.Should().Contain("Sign in again").And.NotContain("Opio"), Soon);
    }

    private static string Row(IRenderedComponent<BoardIsland> board) =>
        board.FindAll("tbody tr").Single(row => row.TextContent.Contains("Opio")).TextContent;

    private Task<IRenderedComponent<BoardIsland>> OpenAsync(string trainer) => OpenAsync<BoardIsland>(trainer, parameters => parameters.Add(b => b.CohortId, _cohort.Id));

    private Task ReadModuleAsync() => App.Academy.WriteAsync(Scope.Everything, async db =>
    {
        var officer = await db.People.SingleAsync(p => p.Email == Cast.NewcomerInUganda);
        (await db.Enrolments.SingleAsync(e => e.OfficerId == officer.Id)).Read("what-is-trafficking", App.Clock.Now);
    });
}
