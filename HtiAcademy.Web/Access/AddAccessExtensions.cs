using HtiAcademy.Domain.Access;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
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
        services.AddDataProtection().SetApplicationName("hti-academy");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, DatabaseKeyRepository>();

        services.AddIdentityCore<Person>(identity =>
            {
                // Not everybody has an address; that no two have the same one is the database's affair.
                identity.User.RequireUniqueEmail = false;
            })
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.Replace(ServiceDescriptor.Scoped<IPasswordValidator<Person>, PasswordRules>());
        services.AddScoped<IUserStore<Person>, PersonStore>();
        services.AddScoped<IUserClaimsPrincipalFactory<Person>, PersonPrincipalFactory>();
        services.AddScoped<Door>();
        services.AddScoped<SetUp>();
        services.AddSingleton<Demo.DemoAcademy>();

        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie => Configure(cookie, builder.Environment.IsDevelopment())));
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAuthorization(Policies.Add);
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
        options.Events.OnRedirectToLogin = context =>
        {
            context.Response.Redirect(HttpMethods.IsGet(context.Request.Method) ? context.RedirectUri : $"{options.LoginPath}?ReturnUrl={Uri.EscapeDataString(PageOf(context.Request))}");
            return Task.CompletedTask;
        };
        // What a person may not see does not exist for them.
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }
}
