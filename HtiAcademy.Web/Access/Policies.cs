using HtiAcademy.Domain.Access;
using Microsoft.AspNetCore.Authorization;

namespace HtiAcademy.Web.Access;

/// <summary>
/// Which role a page is for. Whoever lacks it gets the same 404 as for an address that does not exist.
/// </summary>
internal static class Policies
{
    public const string Trainers = nameof(Trainers);
    public const string Partners = nameof(Partners);
    public const string Administrators = nameof(Administrators);

    public static void Add(AuthorizationOptions options)
    {
        options.FallbackPolicy = options.DefaultPolicy;
        options.AddPolicy(Trainers, Needs(Roles.Trainer | Roles.Administrator));
        options.AddPolicy(Partners, Needs(Roles.Partner | Roles.Administrator));
        options.AddPolicy(Administrators, Needs(Roles.Administrator));
    }

    private static Action<AuthorizationPolicyBuilder> Needs(Roles anyOf) => policy => policy
        .RequireAuthenticatedUser()
        .RequireAssertion(context => (new CurrentPerson(context.User).Roles & anyOf) != Roles.None);
}
