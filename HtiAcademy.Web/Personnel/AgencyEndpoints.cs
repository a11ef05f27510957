using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Personnel;

internal enum AgencyProblem
{
    Name,
    Country,

    /// <summary>Another one of the country has the name.</summary>
    Taken,

    /// <summary>People belong to it, or records.</summary>
    CountryFixed,
}

internal static class AgencyEndpoints
{
    public static void MapAgencies(this IEndpointRouteBuilder app)
    {
        var agencies = app.MapGroup("/admin/agencies").RequireAuthorization(Policies.Administrators);
        agencies.MapPost("/create", CreateAsync);
        agencies.MapPost("/{id:guid}/rename", RenameAsync);
    }

    private static async Task<RedirectHttpResult> CreateAsync(IFormCollection form, PeopleDesk desk, Reception reception)
    {
        var (name, country) = (Agency.Tidy(form["name"]), form["country"].ToString());
        var (problem, id) = await desk.DoAsync(async act =>
        {
            if (await FindProblemAsync(act, null, name, country, reception) is { } found)
            {
                return (found, Guid.Empty);
            }

            var agency = new Agency(name, country);
            act.Db.Add(agency);
            await act.Db.AuditAsync(act.By.AuditName, "agency.created", $"{name}, {country}", act.From, act.Now, act.Cancelled);
            return ((AgencyProblem?)null, agency.Id);
        });
        return TypedResults.LocalRedirect(problem is null
            ? $"/admin/agencies?made={id}#agency-{id}"
            : $"/admin/agencies?wrong={problem}&name={Uri.EscapeDataString(name)}&country={Uri.EscapeDataString(country)}#new");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> RenameAsync(Guid id, IFormCollection form, PeopleDesk desk, Reception reception)
    {
        var (name, country) = (Agency.Tidy(form["name"]), form["country"].ToString());
        var (found, problem) = await desk.DoAsync(async act =>
        {
            if (await act.Db.Agencies.SingleOrDefaultAsync(a => a.Id == id, act.Cancelled) is not { } agency)
            {
                return (false, (AgencyProblem?)null);
            }

            var (before, wanted) = ($"{agency.Name}, {agency.Country}", country.Length == 0 ? agency.Country : country);
            if (await FindProblemAsync(act, agency, name, wanted, reception) is { } wrong)
            {
                return (true, wrong);
            }

            agency.Rename(name, wanted);
            await act.Db.AuditAsync(act.By.AuditName, "agency.changed", $"{before} → {name}, {wanted}", act.From, act.Now, act.Cancelled);
            return (true, null);
        });
        return !found ? TypedResults.NotFound()
            : TypedResults.LocalRedirect(problem is null ? $"/admin/agencies?made={id}#agency-{id}" : $"/admin/agencies?unnamed={id}&wrong={problem}&name={Uri.EscapeDataString(name)}#agency-{id}");
    }

    private static async Task<AgencyProblem?> FindProblemAsync(Act act, Agency? agency, string name, string country, Reception reception)
    {
        var id = agency?.Id;
        return name.Length is < 2 or > Agency.LongestName ? AgencyProblem.Name
            : country != agency?.Country && !(await reception.RulesAsync(act.Db, act.Cancelled)).Countries.Contains(country) ? AgencyProblem.Country
            : await act.Db.Agencies.AnyAsync(a => a.Country == country && a.Name == name && a.Id != id, act.Cancelled) ? AgencyProblem.Taken
            : agency is not null && country != agency.Country && await IsUsedAsync(act, agency.Id) ? AgencyProblem.CountryFixed
            : null;
    }

    private static async Task<bool> IsUsedAsync(Act act, Guid id) =>
        await act.Db.People.AnyAsync(p => p.AgencyId == id, act.Cancelled)
        || await act.Db.Cohorts.AnyAsync(c => c.AgencyId == id, act.Cancelled)
        || await act.Db.Enrolments.AnyAsync(e => e.AgencyId == id, act.Cancelled);
}
