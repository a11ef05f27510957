using HtiAcademy.Domain;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HtiAcademy.Web.Certificates;

/// <summary>What the verification page says, for the computers of agencies.</summary>
internal static class VerificationEndpoints
{
    public static void MapVerification(this IEndpointRouteBuilder app) =>
        app.MapGet("/verify/{code}.json", AnswerAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Verify);

    private static async Task<JsonHttpResult<VerificationAnswer>> AnswerAsync(
        string code, AcademyDb db, CertificateRegister register, TimeProvider clock, HttpResponse response, CancellationToken cancellationToken)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Robots-Tag"] = "noindex";
        var standing = VerificationCode.TryParse(code, out var asked)
            ? (await register.ReadAsync(db, db.Certificates.OnPaper(asked), cancellationToken)).SingleOrDefault()
            : null;
        return standing is null
            ? TypedResults.Json(VerificationAnswer.Unknown(clock.GetUtcNow()), statusCode: StatusCodes.Status404NotFound)
            : TypedResults.Json(VerificationAnswer.Of(standing, clock.GetUtcNow()));
    }
}

/// <summary>The answer; docs/verification.md explains it to those who build on it.</summary>
/// <param name="Status"><c>valid</c>, <c>expired</c>, <c>superseded</c>, <c>revoked</c> or <c>unknown</c>.</param>
/// <param name="EndedOn">The day on which it was revoked or superseded.</param>
/// <param name="Reason">Of a revocation.</param>
/// <param name="Successor">The number of the certificate that corrected or renewed it.</param>
/// <param name="Paper">All that is printed; without name and rank once the holder was forgotten.</param>
/// <param name="HolderForgotten">Whether the holder asked to be forgotten: the page of the certificate compares a name that is typed there.</param>
internal sealed record VerificationAnswer(string Status, DateTimeOffset CheckedAt, DateOnly? EndedOn, string? Reason, string? Successor, PaperFacts? Paper, bool HolderForgotten = false)
{
    public static VerificationAnswer Unknown(DateTimeOffset now) => new("unknown", now, null, null, null, null);

    public static VerificationAnswer Of(Standing standing, DateTimeOffset now)
    {
        var (certificate, printed) = (standing.Certificate, standing.Certificate.Printed);
        return new VerificationAnswer(
            standing.Status switch
            {
                CertificateStatus.Valid or CertificateStatus.Expiring => "valid",
                CertificateStatus.Expired => "expired",
                CertificateStatus.Superseded => "superseded",
                _ => "revoked",
            },
            now,
            standing.EndedOn,
            certificate.RevokedReason,
            standing.Successor,
            new PaperFacts(
                certificate.Number,
                certificate.Code.ToString(),
                certificate.IsForgotten ? null : printed.HolderName,
                printed.Rank,
                printed.AgencyName,
                printed.CourseTitle,
                printed.CourseVersion,
                printed.CompletedOn,
                printed.ValidUntil,
                printed.Hours,
                printed.ScoreBand,
                printed.CountryName,
                printed.Trainers.Split('\n', StringSplitOptions.RemoveEmptyEntries),
                printed.Replaces,
                printed.Renews,
                printed.ModuleList(),
                printed.Practised.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            certificate.IsForgotten);
    }
}

/// <inheritdoc cref="CertificateFace"/>
internal sealed record PaperFacts(
    string Number,
    string Code,
    string? Name,
    string? Rank,
    string? Agency,
    string Course,
    int CourseVersion,
    DateOnly CompletedOn,
    DateOnly? ValidUntil,
    decimal Hours,
    string Result,
    string Country,
    IReadOnlyList<string> Trainers,
    string? Replaces,
    string? Renews,
    IReadOnlyList<PrintedModule> Modules,
    IReadOnlyList<string> Practised);
