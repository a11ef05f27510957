using HtiAcademy.Domain.Access;
using Microsoft.AspNetCore.DataProtection;

namespace HtiAcademy.Web.Access;

/// <summary>What the door remembers in the browser: who is half-way in, and where somebody has come in before.</summary>
public sealed class DoorCookies(IHttpContextAccessor accessor, IDataProtectionProvider protection, Caller caller, TimeProvider clock)
{
    private static readonly TimeSpan SecondStepLasts = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan CeremonyLasts = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan DeviceIsKnownFor = TimeSpan.FromDays(365);

    private ProtectedCookie HalfWay => Cookie("academy-step", SecondStepLasts);

    private ProtectedCookie Device => Cookie("academy-device", DeviceIsKnownFor);

    private ProtectedCookie Ceremony => Cookie("academy-passkey", CeremonyLasts);

    /// <summary>Whose password was right and whose second step is to come; null for nobody.</summary>
    internal HalfWayIn? Waiting => HalfWay.Words is [var id, var stamp, var shared] ? new HalfWayIn(Guid.Parse(id), stamp, shared == "shared") : null;

    /// <summary>What the academy asked a passkey to sign; null when it asked nothing lately.</summary>
    public string? Challenge
    {
        get => Ceremony.Words is { Count: > 0 } words ? string.Join('|', words) : null;
        set
        {
            if (value is null)
            {
                Ceremony.Delete();
                return;
            }

            Ceremony.Set(value);
        }
    }

    public void WaitForSecondStep(Person person, bool shared) => HalfWay.Set(person.Id.ToString(), person.SecurityStamp ?? "", shared ? "shared" : "own");

    public void ForgetSecondStep() => HalfWay.Delete();

    /// <summary>From now on, others' wrong guesses do not keep the person from coming in here.</summary>
    public void Know(Person person) => Device.Set(person.Id.ToString(), person.SecurityStamp ?? "", KnownDevice(person) ?? Guid.NewGuid().ToString());

    /// <summary>From where a guess at an account comes: its device when the account knows it, otherwise the network.</summary>
    internal GuessOrigin Origin(Person? person)
    {
        var device = person is null ? null : KnownDevice(person);
        return device is null ? new(Guess.HashOf(caller.Network), IsKnown: false) : new(Guess.HashOf(device), IsKnown: true);
    }

    // A new password makes every device unknown.
    private string? KnownDevice(Person person) =>
        Device.Words is [var id, var stamp, var device] && id == person.Id.ToString() && stamp == (person.SecurityStamp ?? "") ? device : null;

    private ProtectedCookie Cookie(string name, TimeSpan lasts) =>
        new(name, lasts, accessor.HttpContext ?? throw new InvalidOperationException("Nobody asks."), protection, clock);
}

internal sealed record HalfWayIn(Guid PersonId, string SecurityStamp, bool Shared);
