using System.Globalization;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Pdf;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Certificates;

/// <summary>Certificates to print, for whomever the scope shows them, and their revocation.</summary>
internal static class CertificateEndpoints
{
    public static void AddCertificates(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CertificatePress>();
        builder.Services.AddSingleton<CertificateRegister>();
    }

    public static void MapCertificates(this IEndpointRouteBuilder app)
    {
        app.MapGet("/certificates/{number}.pdf", PrintAsync);
        app.MapGet("/agency/certificates.pdf", PrintAllOfAgencyAsync).RequireAuthorization(Policies.Partners);
        app.MapPost("/admin/certificates/{id:guid}/revoke", RevokeAsync).RequireAuthorization(Policies.Administrators);
    }

    public static string Address(string number, string paper) => $"/certificates/{number}.pdf?paper={paper}";

    private static async Task<Results<FileContentHttpResult, NotFound>> PrintAsync(
        string number, string? paper, AcademyDb db, CertificatePress press, HttpResponse response, CancellationToken cancellationToken)
    {
        var certificate = CertificateNumber.TryParse(number, out var wanted)
            ? await db.Certificates.AsNoTracking().Printable().Numbered(wanted).SingleOrDefaultAsync(cancellationToken)
            : null;
        return certificate is null ? TypedResults.NotFound() : Pdf(response, press.Print([certificate], PaperOf(paper)), certificate.Number);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> PrintAllOfAgencyAsync(
        string? paper, CurrentPerson partner, AcademyDb db, CertificatePress press, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!partner.Roles.HasFlag(Roles.Partner) || partner.AgencyId is not { } agency)
        {
            return TypedResults.NotFound();
        }

        var certificates = await db.Certificates.AsNoTracking().Printable().OfAgency(agency).ToListAsync(cancellationToken);
        var name = string.Create(CultureInfo.InvariantCulture, $"certificates-{clock.GetUtcNow():yyyy-MM-dd}");
        return certificates.Count == 0 ? TypedResults.NotFound() : Pdf(response, press.Print(certificates.InNameOrder(c => c), PaperOf(paper)), name);
    }

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> RevokeAsync(
        Guid id, [FromForm] string? reason, HttpContext context, CurrentPerson administrator, Academy academy, TimeProvider clock, CancellationToken cancellationToken)
    {
        var page = $"/admin/certificates/{id}";
        await using var db = academy.Open(administrator.Scope);
        if (!await db.Certificates.AnyAsync(c => c.Id == id, cancellationToken))
        {
            return TypedResults.NotFound();
        }

        if (!Certificate.IsReason(reason))
        {
            // The page itself answers, not a redirection to it: it finds what was typed in the form and keeps it.
            context.Request.Path = page;
            return new RazorComponentResult<App> { StatusCode = StatusCodes.Status400BadRequest };
        }

        var from = context.Connection.RemoteIpAddress?.ToString() ?? "";
        await academy.WriteAsync(
            administrator.Scope,
            write => write.RevokeCertificateAsync(id, reason!, administrator.Id, from, clock.GetUtcNow(), cancellationToken),
            cancellationToken);
        return TypedResults.LocalRedirect(page);
    }

    private static FileContentHttpResult Pdf(HttpResponse response, byte[] pdf, string name)
    {
        // Computers are shared: nothing of a certificate stays behind in the browser.
        response.Headers.CacheControl = "no-store";
        return TypedResults.File(pdf, "application/pdf", $"{name}.pdf");
    }

    private static PaperSize PaperOf(string? paper) =>
        string.Equals(paper, "letter", StringComparison.OrdinalIgnoreCase) ? PaperSize.Letter : PaperSize.A4;
}
