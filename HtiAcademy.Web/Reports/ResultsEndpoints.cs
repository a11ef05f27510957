using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Reports;

/// <summary>What came of the training: counts of cases, recorded by the trainers of a country.</summary>
internal static class ResultsEndpoints
{
    public static void MapResults(this IEndpointRouteBuilder app) =>
        app.MapPost("/results/{country}/record", RecordAsync).RequireAuthorization(Policies.Trainers);

    public static string Address(string country) => $"/results/{country}";

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> RecordAsync(
        string country, IFormCollection form, HttpContext context, CurrentPerson trainer, Academy academy, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!trainer.TrainsThere(country))
        {
            return TypedResults.NotFound();
        }

        var now = clock.GetUtcNow();
        if (CaseCountsForm.Read(form, Quarter.Of(DateOnly.FromDateTime(now.UtcDateTime))) is not { IsWhole: true } typed)
        {
            // The page itself answers, not a redirection to it: it finds what was typed in the form and keeps it.
            context.Request.Path = Address(country);
            return new RazorComponentResult<App> { StatusCode = StatusCodes.Status400BadRequest };
        }

        var from = context.Connection.RemoteIpAddress?.ToString() ?? "";
        await academy.WriteAsync(
            trainer.Scope,
            async db =>
            {
                var quarter = typed.Quarter!.Value;
                var counts = await db.CaseCounts.SingleOrDefaultAsync(c => c.Country == country && c.Unit == typed.Unit && c.Year == quarter.Year && c.QuarterOfYear == quarter.Number, cancellationToken);
                if (counts is null)
                {
                    counts = new CaseCounts(country, typed.Unit, quarter);
                    db.Add(counts);
                }

                var by = await db.People.SingleAsync(p => p.Id == trainer.Id, cancellationToken);
                counts.Record(typed.Counts[0]!.Value, typed.Counts[1]!.Value, typed.Counts[2]!.Value, typed.Counts[3]!.Value, by, now);
                await db.AuditAsync(by.AuditName, "results.recorded", $"{country} {typed.Unit} {quarter}: {string.Join(", ", typed.Counts)}", from, now, cancellationToken);
            },
            cancellationToken);
        return TypedResults.LocalRedirect($"{Address(country)}?recorded=true");
    }
}
