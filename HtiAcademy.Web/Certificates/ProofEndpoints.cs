using System.Text.Json.Nodes;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace HtiAcademy.Web.Certificates;

/// <summary>What the academy signed, and what is needed to check it, for everybody and for wallets in other sites' pages.</summary>
internal static class ProofEndpoints
{
    public static void AddProofs(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AcademyKeys>();
        builder.Services.AddSingleton<Issuer>();
        builder.Services.AddSingleton<OpenBadge>();
        builder.Services.AddSingleton<IProveCertificates, CertificateProver>();
        builder.Services.AddSingleton<StatusLists>();
        builder.Services.AddSingleton<OfflinePage>();
    }

    public static void MapProofs(this IEndpointRouteBuilder app)
    {
        app.MapGet("/verify/offline", (OfflinePage page, HttpResponse response) => page.Write(response)).AllowAnonymous();

        var open = app.MapGroup("").AllowAnonymous().AddEndpointFilter(OpenToOtherSites);
        open.MapGet("/issuer", (Issuer issuer) => Json(issuer.Profile()));
        open.MapGet("/keys/{thumbprint}", Key);
        open.MapGet("/keys/paper.pem", (AcademyKeys keys) => TypedResults.Text(keys.Paper.ExportCertificatePem(), "application/x-pem-file"));
        open.MapGet("/.well-known/jwks.json", (AcademyKeys keys, Issuer issuer) =>
            Json(new JsonObject { ["keys"] = new JsonArray([.. keys.Published.Select(key => Jwk(key, issuer))]) }));
        open.MapGet("/achievements/{course}/{version:int}", AchievementAsync);
        open.MapGet("/credentials/status/{year:int}", StatusAsync);

        var credentials = open.MapGroup("/verify/{code}").RequireRateLimiting(RateLimits.Verify);
        credentials.MapGet("/credential.jwt", TokenAsync);
        credentials.MapGet("/credential.json", EnvelopedAsync);
    }

    private static Results<JsonHttpResult<JsonObject>, NotFound> Key(string thumbprint, AcademyKeys keys, Issuer issuer) =>
        keys.Published.FirstOrDefault(key => key.Id == thumbprint) is { } key ? Json(Jwk(key, issuer)) : TypedResults.NotFound();

    private static JsonObject Jwk(PublishedKey key, Issuer issuer) => key.ToJwk(issuer.KeyAddress(key.Id));

    private static async Task<Results<JsonHttpResult<JsonObject>, NotFound>> AchievementAsync(
        string course, int version, AcademyDb db, Catalogue catalogue, OpenBadge badge, CancellationToken cancellationToken)
    {
        var id = await db.CourseVersions.Where(v => v.CourseId == course && v.Number == version).Select(v => (Guid?)v.Id).SingleOrDefaultAsync(cancellationToken);
        if (id is null)
        {
            return TypedResults.NotFound();
        }

        var taught = (await catalogue.CourseAsync(id.Value)).Course;
        var title = taught.Title(new Locale(taught.Language, taught.Countries[0]));
        return Json(badge.Achievement(course, version, title, taught.Hours, taught.Language));
    }

    private static async Task<Results<ContentHttpResult, StatusCodeHttpResult, NotFound>> StatusAsync(
        int year, StatusLists lists, HttpContext context, CancellationToken cancellationToken)
    {
        if (await lists.OfAsync(year, cancellationToken) is not { } list)
        {
            return TypedResults.NotFound();
        }

        var tag = new EntityTagHeaderValue($"\"{list.Tag}\"");
        var headers = context.Response.GetTypedHeaders();
        (headers.ETag, headers.CacheControl) = (tag, new CacheControlHeaderValue { Public = true, MaxAge = StatusLists.Kept });
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Text(list.Token, "application/vc+jwt");
    }

    private static async Task<Results<FileContentHttpResult, StatusCodeHttpResult, NotFound>> TokenAsync(string code, AcademyDb db, HttpResponse response, CancellationToken cancellationToken) =>
        await FindAsync(code, db, response, cancellationToken) switch
        {
            { Credential: { } token } found => TypedResults.File(System.Text.Encoding.ASCII.GetBytes(token), "application/vc+jwt", $"{found.Number}.jwt"),
            { IsForgotten: true } => TypedResults.StatusCode(StatusCodes.Status410Gone),
            _ => TypedResults.NotFound(),
        };

    private static async Task<Results<JsonHttpResult<JsonObject>, StatusCodeHttpResult, NotFound>> EnvelopedAsync(string code, AcademyDb db, HttpResponse response, CancellationToken cancellationToken) =>
        await FindAsync(code, db, response, cancellationToken) switch
        {
            { Credential: { } token } => Json(Enveloped(token), "application/vc"),
            { IsForgotten: true } => TypedResults.StatusCode(StatusCodes.Status410Gone),
            _ => TypedResults.NotFound(),
        };

    private static JsonObject Enveloped(string token) => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
        ["id"] = $"data:application/vc+jwt,{token}",
        ["type"] = new JsonArray("EnvelopedVerifiableCredential"),
    };

    /// <returns>Null when no certificate has the code. A revoked one is found: the status list says what became of it.</returns>
    private static async Task<Certificate?> FindAsync(string code, AcademyDb db, HttpResponse response, CancellationToken cancellationToken)
    {
        // Computers are shared: nothing of a certificate stays behind in the browser, nor in a search engine.
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Robots-Tag"] = "noindex";
        return VerificationCode.TryParse(code, out var known)
            ? await db.Certificates.AsNoTracking().OnPaper(known).SingleOrDefaultAsync(cancellationToken)
            : null;
    }

    private static JsonHttpResult<JsonObject> Json(JsonObject json, string type = "application/json") => TypedResults.Json(json, contentType: type);

    // Wallets are pages of other sites. What is open to them bears no cookie and tells no more than it tells everybody.
    private static ValueTask<object?> OpenToOtherSites(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return next(context);
    }
}
