using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Layout;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HtiAcademy.Web.Access;

internal static class AddAccessExtensions
{
    public static void AddAccess(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentPerson>();
        services.AddDataProtection().SetApplicationName("hti-academy")
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, DatabaseKeyRepository>();

        services.AddIdentityCore<Person>(identity =>
            {
                // Not everybody has an address; that no two have the same one is the database's affair.
                identity.User.RequireUniqueEmail = false;
            })
            .AddSignInManager()
            .AddDefaultTokenProviders();
        // OWASP's figure for PBKDF2 with SHA-512.
        services.Configure<PasswordHasherOptions>(hashes => hashes.IterationCount = 210_000);
        services.Replace(ServiceDescriptor.Scoped<IPasswordValidator<Person>, PasswordRules>());
        services.AddScoped<IUserStore<Person>, PersonStore>();
        services.AddScoped<IUserClaimsPrincipalFactory<Person>, PersonPrincipalFactory>();
        services.AddScoped<Caller>();
        services.AddScoped<DoorCookies>();
        services.AddScoped<Door>();
        services.AddSingleton<EndedSessions>();
        services.AddScoped<Sessions>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<Passkeys>();
        services.AddScoped<NewPasswords>();
        services.AddSingleton<NewPasswordLetter>();
        services.AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.Configure<IdentityPasskeyOptions>(passkeys => Configure(passkeys, builder.Configuration));
        services.AddScoped<SetUp>();
        services.AddSingleton<Demo.DemoAcademy>();

        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie => Configure(cookie, builder.Environment.IsDevelopment())));
        services.AddScoped<ISecurityStampValidator, SessionValidator>();
        services.AddAuthorization(Policies.Add);
    }

    private static void Configure(IdentityPasskeyOptions options, IConfiguration configuration)
    {
        // A passkey belongs to one host for good; without a configured address, to the one that is asked for.
        options.ServerDomain = Uri.TryCreate(configuration["Academy:Address"], UriKind.Absolute, out var address) ? address.Host : null;
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
    }

    // After a post one wants the page that it was sent from, not its own address, which shows nothing.
    private static string PageOf(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == request.Host.Value ? page.PathAndQuery : "/";

    private static void Configure(CookieAuthenticationOptions options, bool development)
    {
        options.Cookie.Name = development ? "academy" : "__Host-academy";
        options.Cookie.SecurePolicy = development ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.LoginPath = "/account/sign-in";
        options.ReturnUrlParameter = "ReturnUrl";
        options.Events.OnRedirectToLogin = async context =>
        {
            if (await TypedTextKeptAttribute.ReadAsync(context.HttpContext) is not null)
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            context.Response.Redirect(HttpMethods.IsGet(context.Request.Method) ? context.RedirectUri : $"{options.LoginPath}?ReturnUrl={Uri.EscapeDataString(PageOf(context.Request))}");
        };
        // What a person may not see does not exist for them.
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.HttpContext.RequestServices.GetRequiredService<ILogger<CurrentPerson>>()
                .LogWarning("Not for {Person}: {Page}", new CurrentPerson(context.HttpContext.User).Id, context.HttpContext.PagePattern);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }
}
