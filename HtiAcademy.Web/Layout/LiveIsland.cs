using System.Security.Claims;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HtiAcademy.Web.Layout;

/// <summary>Shows a trainer something as it is now, for as long as it is there for them: it reads again when it was written.</summary>
public abstract class LiveIsland : ComponentBase, IDisposable
{
    /// <summary>What many write at once costs two readings a second.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);

    /// <summary>What another node writes is seen so late at most.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>As often as a session is looked at on other pages.</summary>
    private static readonly TimeSpan SessionIsGoodFor = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _left = new();
    private CurrentPerson _trainer = default!;
    private DateTimeOffset _askedAt;
    private Task _change = Task.CompletedTask;
    private TaskCompletionSource _asked = new();

    [Inject] private AuthenticationStateProvider Authentication { get; set; } = default!;

    [Inject] private Sessions Sessions { get; set; } = default!;

    [Inject] private EndedSessions Ended { get; set; } = default!;

    [Inject] private Academy Academy { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    /// <summary>False when the session has ended, or there is nothing for this person (any longer).</summary>
    protected bool IsShown { get; private set; }

    /// <summary>The id of what is watched.</summary>
    protected abstract Guid Watched { get; }

    /// <summary>Reads before anything is rendered, so that the page's own rendering stands until the island's takes its place.</summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        // Never from the page: its parameters may come from somebody else's.
        if (_askedAt == default)
        {
            // Once: new parameters put off no question whether the session still stands.
            _trainer = new CurrentPerson((await Authentication.GetAuthenticationStateAsync()).User);
            _askedAt = Clock.GetUtcNow();
        }

        await ReadAsync(_left.Token);
        await base.SetParametersAsync(ParameterView.Empty);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <returns>False when there is nothing for that person.</returns>
    protected abstract Task<bool> ReadAsync(CurrentPerson trainer, CancellationToken left);

    /// <summary>Reads again although nothing was written, because something else is to be shown.</summary>
    protected void ReadAgain() => _asked.TrySetResult();

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _left.Cancel();
            _left.Dispose();
        }
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _ = FollowAsync(_left.Token);
        }
    }

    private async Task FollowAsync(CancellationToken left)
    {
        try
        {
            while (IsShown)
            {
                await Task.Delay(Rest, left);
                await Task.WhenAny(_change, _asked.Task, Task.Delay(Longest, left));
                await ReadAsync(left);
                StateHasChanged();
            }
        }
        catch (Exception e) when (!left.IsCancellationRequested)
        {
            await DispatchExceptionAsync(e);
        }
    }

    private async Task ReadAsync(CancellationToken left)
    {
        if (Clock.GetUtcNow() - _askedAt >= SessionIsGoodFor || Ended.Contains(_trainer))
        {
            _trainer = new CurrentPerson(await Sessions.GoOnAsync(_trainer.SessionId, left) ?? new ClaimsPrincipal());
            _askedAt = Clock.GetUtcNow();
        }

        (_change, _asked) = (Academy.Changes.NextAsync(Watched), new TaskCompletionSource());
        IsShown = _trainer.Trains && await ReadAsync(_trainer, left);
    }
}
