using System.Globalization;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace HtiAcademy.Web.Certificates;

/// <summary>Many certificates as one file, for partner agencies and trainers.</summary>
internal static class PrintEndpoints
{
    public static void MapPrintRuns(this IEndpointRouteBuilder app)
    {
        app.MapPost("/agency/certificates/print", AskOfAgencyAsync).RequireAuthorization(Policies.Partners);
        app.MapPost("/cohorts/{id:guid}/certificates/print", AskOfCohortAsync).RequireAuthorization(Policies.Trainers);
        app.MapGet("/certificates/prints/{id:guid}/file", FileAsync).RequireAuthorization(Policies.ReportReaders);
    }

    public static string Address(Guid run) => $"/certificates/prints/{run}";

    private static async Task<Results<RedirectHttpResult, NotFound>> AskOfAgencyAsync(
        IFormCollection form, CurrentPerson partner, PrintDesk desk, AcademyDb db, CancellationToken cancellationToken)
    {
        if (!partner.Roles.HasFlag(Roles.Partner) || partner.AgencyId is not { } agency)
        {
            return TypedResults.NotFound();
        }

        var name = await db.Agencies.Where(a => a.Id == agency).Select(a => a.Name).SingleAsync(cancellationToken);
        return await AskAsync(db.Certificates.OfAgency(agency), name, "/agency", form, partner, desk, cancellationToken);
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> AskOfCohortAsync(
        Guid id, IFormCollection form, CurrentPerson trainer, PrintDesk desk, AcademyDb db, CancellationToken cancellationToken)
    {
        var name = await db.Cohorts.Where(c => c.Id == id).Select(c => c.Name).SingleOrDefaultAsync(cancellationToken);
        return name is null ? TypedResults.NotFound()
            : await AskAsync(db.Certificates.OfCohort(id, db), name, $"/cohorts/{id}/certificates", form, trainer, desk, cancellationToken);
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> AskAsync(
        IQueryable<Certificate> certificates, string name, string page, IFormCollection form, CurrentPerson person, PrintDesk desk, CancellationToken cancellationToken)
    {
        var chosen = form["certificate"].Select(id => Guid.TryParse(id, out var one) ? one : Guid.Empty).ToList();
        if (chosen.Count > 0 || form["ticked"] == "true")
        {
            certificates = certificates.Where(c => chosen.Contains(c.Id));
        }

        var printForm = form["form"] == nameof(PrintForm.Archive) ? PrintForm.Archive : PrintForm.OneFile;
        var run = await desk.AskAsync(certificates, printForm, PaperSizes.Tidy(form["paper"]), name, page, person.Id, cancellationToken);
        return TypedResults.LocalRedirect(run is { } id ? Address(id) : $"{page}?nothing=true");
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> FileAsync(Guid id, AcademyDb db, HttpResponse response, CancellationToken cancellationToken)
    {
        var run = await db.PrintRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.State == PrintState.Done, cancellationToken);
        if (run is null || await db.PrintedFiles.AsNoTracking().SingleOrDefaultAsync(f => f.RunId == id, cancellationToken) is not { } file)
        {
            return TypedResults.NotFound();
        }

        // Whoever lost the right to see one of the certificates since then lost the right to the file.
        if (await db.Certificates.CountAsync(c => run.Certificates.Contains(c.Id), cancellationToken) < run.Certificates.Count)
        {
            return TypedResults.NotFound();
        }

        response.Headers.CacheControl = "no-store";
        var (type, ending) = run.Form == PrintForm.OneFile ? ("application/pdf", "pdf") : ("application/zip", "zip");
        // A download that a bad line cut goes on where it stopped.
        return TypedResults.Bytes(file.Bytes, type, string.Create(CultureInfo.InvariantCulture, $"{run.Name} {run.AskedAt:yyyy-MM-dd} {run.Paper}.{ending}"), enableRangeProcessing: true, lastModified: run.EndedAt, entityTag: new EntityTagHeaderValue($"\"{id:N}\""));
    }
}
