using System.IO.Compression;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Layout;

internal static class PagesExtensions
{
    private static readonly string[] HealthMethods = ["GET", "HEAD"];

    public static void AddPages(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddRazorComponents().AddIslands();
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(Language.Configure);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = builder.Environment.IsDevelopment() ? "forms" : "__Host-forms";
            antiforgery.Cookie.SecurePolicy = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
        services.AddResponseCompression(compression =>
        {
            // Cookies are SameSite=Lax and form tokens change with every response, so compression tells an attacker nothing.
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.AddSingleton<AcademyAddress>();
        services.AddSingleton(TimeProvider.System);
        services.AddHsts(hsts =>
        {
            hsts.MaxAge = TimeSpan.FromDays(365);
            hsts.IncludeSubDomains = true;
        });
        // A form that cannot be read is the sender's 400, in development too.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        services.AddSingleton<RateLimits>();
    }

    public static void UsePages(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
            app.UseHsts();
            app.UseWhen(context => !context.Request.IsHttps && !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal), plain => plain.Run(AskForHttps));
        }

        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use(ShowAsPage);
        app.UseResponseCompression();
        app.UseOwnOrigin();
        app.UseAuthentication();
        app.UseMiddleware<KeptOutGate>();
        app.UseRequestLocalization();
        app.UseMiddleware<RateLimits>();
        app.UseMiddleware<SharedComputer>();
        app.UseMiddleware<SecondFactorGate>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(RefuseStaleForms);
    }

    // Blazor would answer with a bare line of English; the page about old pages says what to do.
    private static Task RefuseStaleForms(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            return next(context);
        }

        if (context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            // Nobody read it, so nobody found a token in it.
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        context.RequestServices.GetRequiredService<ILogger<App>>().LogWarning("A form without its token from {Network}: {Page}", context.Address, context.PagePattern);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    // Cookies are kept to HTTPS, so nothing would work over plain HTTP: say so instead.
    private static Task AskForHttps(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return context.Response.WriteAsync(context.RequestServices.GetRequiredService<IStringLocalizer<Words>>()["The academy answers over HTTPS only. Whoever runs it finds in docs/operations.md how to set this up."]);
    }

    // A refused post is answered by a page of our own, which must not be taken for another post.
    private static Task ShowAsPage(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().WithIslands();
        // A wrong address is told as such, not answered by asking for a password.
        // (A handler that the generator compiles would lose its pattern here, so this one takes the context.)
        app.MapFallback("{*path}", context => TypedResults.NotFound().ExecuteAsync(context)).AllowAnonymous();
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapMethods("/health/live", HealthMethods, () => TypedResults.Ok()).AllowAnonymous();
        app.MapMethods("/health/ready", HealthMethods, async (Academy academy, CancellationToken cancellationToken) =>
        {
            await using var db = academy.Open(Domain.Access.Scope.Nobody);
            return await db.Database.CanConnectAsync(cancellationToken) ? Results.Ok() : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }).AllowAnonymous();
    }
}
