using HtiAcademy.Domain;
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
    public static void MapResults(this IEndpointRouteBuilder app)
    {
        app.MapPost("/results/{country}/record", RecordAsync).RequireAuthorization(Policies.Trainers);
        app.MapPost("/results/{country}/remove/{id:guid}", RemoveAsync).RequireAuthorization(Policies.Trainers);
    }

    public static string Address(string country) => $"/results/{country}";

    /// <summary>Whether results are kept of a country, by this person: it is one that they train in, and there is training.</summary>
    public static async Task<bool> RecordsResultsOfAsync(this CurrentPerson trainer, AcademyDb db, string country, CancellationToken cancellationToken) =>
        trainer.TrainsThere(country) && await db.Cohorts.AnyAsync(c => c.Country == country, cancellationToken);

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> RecordAsync(
        string country, IFormCollection form, HttpContext context, CurrentPerson trainer, AcademyDb records, Academy academy, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!await trainer.RecordsResultsOfAsync(records, country, cancellationToken))
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

        var from = context.From;
        var recorded = await academy.WriteAsync(
            trainer.Scope,
            async db =>
            {
                var (quarter, key) = (typed.Quarter!.Value, CaseCounts.KeyOf(typed.Unit));
                var counts = await db.CaseCounts.SingleOrDefaultAsync(c => c.Country == country && c.UnitKey == key && c.Year == quarter.Year && c.QuarterOfYear == quarter.Number, cancellationToken);
                if (counts is null)
                {
                    counts = new CaseCounts(country, typed.Unit, quarter);
                    db.Add(counts);
                }

                var by = await db.People.SingleAsync(p => p.Id == trainer.Id, cancellationToken);
                counts.Record(typed.Counts[0]!.Value, typed.Counts[1]!.Value, typed.Counts[2]!.Value, typed.Counts[3]!.Value, by, now);
                await db.AuditAsync(by.AuditName, "results.recorded", $"{country} {counts.Unit} {quarter}: {string.Join(", ", typed.Counts)}", from, now, cancellationToken);
                return counts.Id;
            },
            cancellationToken);
        return TypedResults.LocalRedirect($"{Address(country)}?recorded={recorded}#units");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> RemoveAsync(
        string country, Guid id, IFormCollection form, HttpContext context, CurrentPerson trainer, Academy academy, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!trainer.TrainsThere(country))
        {
            return TypedResults.NotFound();
        }

        var from = context.From;
        var found = await academy.WriteAsync(
            trainer.Scope,
            async db =>
            {
                if (await db.CaseCounts.SingleOrDefaultAsync(c => c.Id == id && c.Country == country, cancellationToken) is not { } counts)
                {
                    return false;
                }

                var by = await db.People.SingleAsync(p => p.Id == trainer.Id, cancellationToken);
                db.Remove(counts);
                await db.AuditAsync(
                    by.AuditName, "results.removed",
                    $"{country} {counts.Unit} {counts.Quarter}: {counts.Investigations}, {counts.Prosecutions}, {counts.Convictions}, {counts.VictimsAssisted}",
                    from, clock.GetUtcNow(), cancellationToken);
                return true;
            },
            cancellationToken);
        return found ? TypedResults.LocalRedirect($"{Address(country)}?removed=true#units") : TypedResults.NotFound();
    }
}
