using HtiAcademy.Domain;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Certificates;

/// <summary>The emblems that agencies show on their officers' certificates.</summary>
internal static class EmblemEndpoints
{
    private const long LargestForm = 2 * UploadedPicture.LargestFile;

    public static void MapEmblems(this IEndpointRouteBuilder app)
    {
        app.MapGet("/admin/agencies/{id:guid}/emblem", ShowAsync).RequireAuthorization(Policies.Administrators);
        app.MapPost("/admin/agencies/{id:guid}/emblem", ChangeAsync).RequireAuthorization(Policies.Administrators)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestForm));
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> ShowAsync(Guid id, AcademyDb db, HttpResponse response, CancellationToken cancellationToken)
    {
        var png = await db.Agencies.Where(a => a.Id == id).SelectMany(a => db.Emblems.Where(e => e.Id == a.EmblemId)).Select(e => e.Png).SingleOrDefaultAsync(cancellationToken);
        response.Headers.CacheControl = "private, no-cache";
        return png is null ? TypedResults.NotFound() : TypedResults.Bytes(png, "image/png");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> ChangeAsync(
        Guid id, IFormCollection form, HttpContext context, CurrentPerson administrator, Academy academy, TimeProvider clock, CancellationToken cancellationToken)
    {
        Emblem? emblem = null;
        if (form["remove"] != "true")
        {
            if (form.Files.GetFile("emblem") is not { Length: > 0 } file)
            {
                return Back(id, PictureProblem.NoPicture);
            }

            await using var upload = file.OpenReadStream();
            var reading = EmblemReader.Read(upload);
            if (reading.Png is null)
            {
                return Back(id, reading.Problem);
            }

            emblem = new Emblem(reading.Png);
        }

        var from = context.From;
        var changed = await academy.WriteAsync(
            administrator.Scope,
            async db =>
            {
                if (await db.Agencies.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } agency)
                {
                    return false;
                }

                // The same picture may be there already, shown by another agency or by certificates.
                if (emblem is not null && !await db.Emblems.AnyAsync(e => e.Id == emblem.Id, cancellationToken))
                {
                    db.Add(new Emblem(emblem.Png));
                }

                agency.Show(emblem);
                var by = await db.People.SingleAsync(p => p.Id == administrator.Id, cancellationToken);
                await db.AuditAsync(by.AuditName, emblem is null ? "emblem.removed" : "emblem.changed", agency.Name, from, clock.GetUtcNow(), cancellationToken);
                return true;
            },
            cancellationToken);
        return changed ? TypedResults.LocalRedirect($"/admin/agencies?changed={id}#agency-{id}") : TypedResults.NotFound();
    }

    private static RedirectHttpResult Back(Guid id, PictureProblem? problem) => TypedResults.LocalRedirect($"/admin/agencies?refused={id}&problem={problem}#agency-{id}");
}
