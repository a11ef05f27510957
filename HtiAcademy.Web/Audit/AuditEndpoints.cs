using System.Globalization;
using System.Text;
using System.Text.Json;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Audit;

/// <summary>The audit log, taken out of the academy. That it was is in the log itself.</summary>
internal static class AuditEndpoints
{
    public static void AddAudit(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AuditCheckpoints>();
        builder.Services.AddScoped<AuditZone>();
    }

    public static void MapAudit(this IEndpointRouteBuilder app) =>
        app.MapPost("/admin/audit/export", ExportAsync).RequireAuthorization(Policies.Administrators);

    private static async Task<Results<FileContentHttpResult, RedirectHttpResult>> ExportAsync(
        IFormCollection form, HttpContext context, CurrentPerson administrator, AcademyDb db, Academy academy, AuditZone zones, TimeProvider clock, CancellationToken cancellationToken)
    {
        var search = AuditSearch.Of(form);
        if (await search.FilterAsync(db, await zones.OfAsync(db, cancellationToken), cancellationToken) is not { } filter)
        {
            return TypedResults.LocalRedirect("/admin/audit");
        }

        var entries = await db.AuditOf(filter).AsNoTracking().Reverse().ToListAsync(cancellationToken);
        var names = await AuditNames.OfAsync(db, entries, cancellationToken);
        var now = clock.GetUtcNow();
        var exported = $"{entries.Count} entries; {search}";
        exported = exported[..Math.Min(1000, exported.Length)];
        await academy.WriteAsync(
            administrator.Scope,
            async records =>
            {
                var by = await records.People.SingleAsync(p => p.Id == administrator.Id, cancellationToken);
                await records.AuditAsync(by.AuditName, "audit.exported", exported, context.From, now, cancellationToken);
            },
            cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        var name = string.Create(CultureInfo.InvariantCulture, $"audit-{now:yyyy-MM-dd}");
        return form["format"] == "jsonl"
            ? TypedResults.File(Encoding.UTF8.GetBytes(string.Concat(entries.Select(Line))), "application/jsonl", $"{name}.jsonl")
            : TypedResults.File(CsvFile.Write([Headings, .. entries.Select(e => Cells(e, names))]), CsvFile.MediaType, $"{name}.csv");
    }

    private static IReadOnlyList<CsvCell> Headings => ["entry", "time (UTC)", "by", "by (as recorded)", "what", "record", "from"];

    private static IReadOnlyList<CsvCell> Cells(AuditEntry e, AuditNames names) =>
    [
        CsvCell.OfNumber(e.Sequence.ToString(CultureInfo.InvariantCulture)), e.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture),
        names.In(e.By), e.By, e.What, names.In(e.Record), e.From,
    ];

    // As it is kept, with its hashes: whoever has it can follow the chain without the academy.
    private static string Line(AuditEntry e) => JsonSerializer.Serialize(new
    {
        sequence = e.Sequence,
        ticks = e.At.UtcTicks,
        at = e.At.UtcDateTime,
        by = e.By,
        what = e.What,
        record = e.Record,
        from = e.From,
        previousHash = e.PreviousHash,
        hash = e.Hash,
    }) + "\n";
}
