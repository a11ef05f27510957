using HtiAcademy.Domain;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Certificates;

/// <summary>Changes to certificates: asked for by those who see them, decided by administrators.</summary>
internal static class ChangeEndpoints
{
    public static void MapCertificateChanges(this IEndpointRouteBuilder app)
    {
        app.MapPost("/certificates/{number}/change", AskAsync);
        app.MapPost("/admin/certificates/{id:guid}/changes/{changeId:guid}", DecideAsync).RequireAuthorization(Policies.Administrators);
    }

    public static string Address(string number) => $"/certificates/{number}/change";

    /// <summary>A misspelt name is anyone's to report who sees the certificate; the rest is for those who train there.</summary>
    public static IReadOnlyList<CertificateChangeKind> KindsFor(CurrentPerson person, Certificate certificate) =>
    [
        .. (person.TrainsThere(certificate.Country) && person.Id != certificate.OfficerId ? Enum.GetValues<CertificateChangeKind>() : [CertificateChangeKind.NameCorrection])
            .Where(kind => kind != CertificateChangeKind.NameCorrection || !certificate.IsForgotten),
    ];

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> AskAsync(
        string number, [FromForm] string? kind, [FromForm] string? name, [FromForm] string? reason,
        HttpContext context, CurrentPerson person, Academy academy, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var db = academy.Open(person.Scope);
        if (!CertificateNumber.TryParse(number, out var wanted)
            || await db.Certificates.AsNoTracking().Numbered(wanted).SingleOrDefaultAsync(cancellationToken) is not { } certificate)
        {
            return TypedResults.NotFound();
        }

        if (ChangeForm.Read(kind, name, reason, certificate, await db.HolderOfAsync(certificate, cancellationToken), KindsFor(person, certificate)) is not { Problem: null } form)
        {
            return Page(context, Address(certificate.Number));
        }

        var outcome = await academy.WriteAsync(
            person.Scope,
            write => write.AskForChangeAsync(certificate.Id, form.Kind, form.Name, form.Reason, person.Id, context.From, clock.GetUtcNow(), cancellationToken),
            cancellationToken);
        return outcome == ChangeOutcome.Unknown ? TypedResults.NotFound() : TypedResults.LocalRedirect($"{Address(certificate.Number)}?outcome={outcome}");
    }

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> DecideAsync(
        Guid id, Guid changeId, [FromForm] string? decision, [FromForm] string? answer,
        HttpContext context, CurrentPerson administrator, Academy academy, IProveCertificates prover, ChangeLetter letter, TimeProvider clock, CancellationToken cancellationToken)
    {
        var page = $"/admin/certificates/{id}";
        var refuses = decision == "refuse";
        if (decision is not ("approve" or "refuse") || (refuses && !Certificate.IsReason(answer)))
        {
            return Page(context, page);
        }

        var outcome = await academy.WriteAsync(
            administrator.Scope,
            async db =>
            {
                var decided = await db.DecideChangeAsync(id, changeId, refuses ? answer : null, administrator.Id, prover, context.From, clock.GetUtcNow(), cancellationToken);
                if (decided == ChangeOutcome.Done)
                {
                    await WriteToAskerAsync(db, changeId, letter, clock.GetUtcNow(), cancellationToken);
                }

                return decided;
            },
            cancellationToken);
        return outcome == ChangeOutcome.Unknown ? TypedResults.NotFound() : TypedResults.LocalRedirect($"{page}?outcome={outcome}");
    }

    private static async Task WriteToAskerAsync(AcademyDb db, Guid changeId, ChangeLetter letter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var change = await db.CertificateChanges.SingleAsync(c => c.Id == changeId, cancellationToken);
        var certificate = await db.Certificates.SingleAsync(c => c.Id == change.CertificateId, cancellationToken);
        var asker = await db.People.SingleAsync(p => p.Id == change.AskedById, cancellationToken);
        // Who has no mailbox reads it on the page.
        db.Send(asker, to => letter.Write(change, certificate.Number, to, now));
    }

    // The page itself answers, not a redirection to it: it finds what was typed in the form and keeps it.
    private static RazorComponentResult<App> Page(HttpContext context, string page)
    {
        context.Request.Path = page;
        return new RazorComponentResult<App> { StatusCode = StatusCodes.Status400BadRequest };
    }
}
