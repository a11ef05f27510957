using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Pdf;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Certificates;

/// <summary>A single certificate to print, for whomever the scope shows it.</summary>
internal static class CertificateEndpoints
{
    public static void AddCertificates(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CertificatePress>();
        builder.Services.AddSingleton<CertificateRegister>();
        builder.Services.AddSingleton<PrintDesk>();
        builder.Services.AddSingleton<ChangeLetter>();
    }

    public static void MapCertificates(this IEndpointRouteBuilder app)
    {
        app.MapGet("/certificates/{number}.pdf", PrintAsync);
        app.MapVerification();
        app.MapCertificateChanges();
        app.MapPrintRuns();
        app.MapEmblems();
    }

    public static string Address(string number, string paper) => $"/certificates/{number}.pdf?paper={paper}";

    private static async Task<Results<FileContentHttpResult, NotFound>> PrintAsync(
        string number, string? paper, AcademyDb db, Academy academy, CurrentPerson person, CertificatePress press, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        var certificate = CertificateNumber.TryParse(number, out var wanted)
            ? await db.Certificates.AsNoTracking().Printable().Numbered(wanted).SingleOrDefaultAsync(cancellationToken)
            : null;
        if (certificate is null)
        {
            return TypedResults.NotFound();
        }

        var emblems = await db.EmblemsOfAsync([certificate], cancellationToken);
        var pdf = press.Print(certificate, PaperSizes.Read(paper ?? PaperSizes.Of(certificate.Country)), emblems.GetValueOrDefault(certificate.Printed.EmblemId ?? ""));
        await academy.WriteAsync(person.Scope, write => Task.FromResult(write.Add(new Printing(certificate, person.Id, run: null, clock.GetUtcNow()))), cancellationToken);
        // Computers are shared: nothing of a certificate stays behind in the browser.
        response.Headers.CacheControl = "no-store";
        return TypedResults.File(pdf, "application/pdf", $"{certificate.Number}.pdf");
    }
}
