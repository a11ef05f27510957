using System.Security.Claims;
using Bunit;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Board;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Tests.Board;

/// <summary>What the board shows while it is open. It looks by itself only after ten seconds, longer than these tests wait.</summary>
public sealed class BoardIslandTests : ComponentTest, IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(8);

    private readonly AcademyApp _app = new();
    private AsyncServiceScope _circuit;
    private Cohort _cohort = null!;

    public async Task InitializeAsync()
    {
        _circuit = _app.Services.CreateAsyncScope();
        Services.AddSingleton(_app.Academy);
        Services.AddSingleton<TimeProvider>(_app.Clock);
        Services.AddSingleton(_app.Services.GetRequiredService<BoardReader>());
        Services.AddSingleton(_app.Services.GetRequiredService<IStringLocalizer<Words>>());
        Services.AddSingleton(_circuit.ServiceProvider.GetRequiredService<Sessions>());
        Services.AddSingleton(_app.Services.GetRequiredService<EndedSessions>());
        await using var db = _app.Open();
        _cohort = await db.Cohorts.FirstAsync(c => c.Country == "UG");
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _circuit.DisposeAsync();
        await _app.DisposeAsync();
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
        await _app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            var trainer = await db.People.SingleAsync(p => p.Email == Cast.TrainerInUganda);
            switch (ended)
            {
                case "session": (await db.Sessions.SingleAsync(s => s.PersonId == trainer.Id)).End(_app.Clock.Now); break;
                case "country": trainer.TrainIn("KE"); break;
                default: trainer.Deactivate(_app.Clock.Now); break;
            }
        });
        // A session that another node ended is found in the database within a minute.
        _app.Clock.Advance(TimeSpan.FromSeconds(ended == "session" ? 61 : 1));

        await ReadModuleAsync();

        await board.WaitForAssertionAsync(() => board.Markup.Should().Contain("Sign in again").And.NotContain("Opio"), Soon);
    }

    private static string Row(IRenderedComponent<BoardIsland> board) =>
        board.FindAll("tbody tr").Single(row => row.TextContent.Contains("Opio")).TextContent;

    private async Task<IRenderedComponent<BoardIsland>> OpenAsync(string trainer)
    {
        Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(await PrincipalAsync(trainer)));
        SetRendererInfo(new("Server", isInteractive: true));
        var board = Render<BoardIsland>(parameters => parameters.Add(b => b.CohortId, _cohort.Id));
        await board.WaitForStateAsync(() => board.Markup.Length > 0, Soon);
        return board;
    }

    private async Task<ClaimsPrincipal> PrincipalAsync(string address)
    {
        await using var db = _app.Open();
        var person = await db.People.SingleAsync(p => p.Email == address);
        var session = new Session(person, "Firefox, Windows", "192.0.2.…", isShared: false, _app.Clock.Now);
        db.Add(session);
        await db.SaveChangesAsync();
        var principal = await _circuit.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Person>>().CreateAsync(person);
        ((ClaimsIdentity)principal.Identity!).AddClaims(CurrentPerson.ClaimsOf(session));
        return principal;
    }

    private Task ReadModuleAsync() => _app.Academy.WriteAsync(Scope.Everything, async db =>
    {
        var officer = await db.People.SingleAsync(p => p.Email == Cast.NewcomerInUganda);
        (await db.Enrolments.SingleAsync(e => e.OfficerId == officer.Id)).Read("what-is-trafficking", _app.Clock.Now);
    });

    private sealed class SignedIn(ClaimsPrincipal person) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(person));
    }
}
