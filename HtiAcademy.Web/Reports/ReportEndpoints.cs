using HtiAcademy.Domain;
using HtiAcademy.Domain.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Reports;

/// <summary>Reports as they were made. For whoever may not see one there is nothing at its address.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder app)
    {
        app.MapReportRuns();
        app.MapGet("/reports/{id:guid}.pdf", (Guid id, AcademyDb db, HttpContext context, CancellationToken cancellationToken) =>
            DownloadAsync(id, "pdf", ReportFile.Pdf, report => report.Pdf, db, context, cancellationToken));
        app.MapGet("/reports/{id:guid}.csv", (Guid id, AcademyDb db, HttpContext context, CancellationToken cancellationToken) =>
            DownloadAsync(id, "csv", ReportFile.Csv, report => report.Csv, db, context, cancellationToken));
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> DownloadAsync(
        Guid id, string extension, string mediaType, Func<CohortReport, byte[]> bytes, AcademyDb db, HttpContext context, CancellationToken cancellationToken)
    {
        var report = await db.CohortReports.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (report is null)
        {
            return TypedResults.NotFound();
        }

        // On a shared desktop the next person must not find it.
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(bytes(report), mediaType, ReportFile.Name(report, extension));
    }
}
