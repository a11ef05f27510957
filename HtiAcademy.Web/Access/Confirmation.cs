namespace HtiAcademy.Web.Access;

/// <summary>Before people change how they sign in, they show once more that it is them, unless they did so just now.</summary>
internal static class Confirmation
{
    public const string Address = "/account/confirm";

    extension(CurrentPerson person)
    {
        public bool MayChangeSignIn(TimeProvider clock) => Domain.Access.Session.IsFresh(person.ProvedAt, clock.GetUtcNow());
    }

    public static string ThenGoTo(string page) => $"{Address}?ReturnUrl={Uri.EscapeDataString(page)}";
}
