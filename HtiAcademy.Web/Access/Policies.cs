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
    public const string ReportReaders = nameof(ReportReaders);
    public const string Administrators = nameof(Administrators);

    public static void Add(AuthorizationOptions options)
    {
        options.FallbackPolicy = options.DefaultPolicy;
        options.AddPolicy(Trainers, For(person => person.Trains));
        options.AddPolicy(Partners, For(person => person.Has(Roles.Partner)));
        options.AddPolicy(ReportReaders, For(person => person.ReadsReports));
        options.AddPolicy(Administrators, For(person => person.Has(Roles.Administrator)));
    }

    private static Action<AuthorizationPolicyBuilder> For(Func<CurrentPerson, bool> admitted) => policy => policy
        .RequireAuthenticatedUser()
        .RequireAssertion(context => admitted(new CurrentPerson(context.User)));
}
