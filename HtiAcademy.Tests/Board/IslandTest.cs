using System.Security.Claims;
using Bunit;
using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Authoring;
using HtiAcademy.Web.Board;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Tests.Board;

/// <summary>An island by itself, on the records of the real application.</summary>
public abstract class IslandTest : ComponentTest, IAsyncLifetime
{
    private AsyncServiceScope _circuit;

    protected static readonly TimeSpan Soon = TimeSpan.FromSeconds(8);

    protected AcademyApp App { get; } = new();

    public virtual Task InitializeAsync()
    {
        _circuit = App.Services.CreateAsyncScope();
        Services.AddSingleton(App.Academy);
        Services.AddSingleton<TimeProvider>(App.Clock);
        Services.AddSingleton(App.Services.GetRequiredService<BoardReader>());
        Services.AddSingleton(App.Services.GetRequiredService<DraftReader>());
        Services.AddSingleton(App.Services.GetRequiredService<IStringLocalizer<Words>>());
        Services.AddSingleton(_circuit.ServiceProvider.GetRequiredService<Sessions>());
        Services.AddSingleton(App.Services.GetRequiredService<EndedSessions>());
        return Task.CompletedTask;
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _circuit.DisposeAsync();
        await App.DisposeAsync();
    }

    protected async Task<IRenderedComponent<T>> OpenAsync<T>(string person, Action<ComponentParameterCollectionBuilder<T>> parameters)
        where T : IComponent
    {
        Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(await PrincipalAsync(person)));
        SetRendererInfo(new("Server", isInteractive: true));
        var island = Render(parameters);
        await island.WaitForStateAsync(() => island.Markup.Length > 0, Soon);
        return island;
    }

    private async Task<ClaimsPrincipal> PrincipalAsync(string address)
    {
        await using var db = App.Open();
        var person = await db.People.SingleAsync(p => p.Email == address);
        var session = new Session(person, "Firefox, Windows", "192.0.2.…", isShared: false, App.Clock.Now);
        db.Add(session);
        await db.SaveChangesAsync();
        var principal = await _circuit.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Person>>().CreateAsync(person);
        ((ClaimsIdentity)principal.Identity!).AddClaims(CurrentPerson.ClaimsOf(session));
        return principal;
    }

    private sealed class SignedIn(ClaimsPrincipal person) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(person));
    }
}
