using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Access;

/// <summary>How the first administrator of an empty academy gets an account: by a link in the log of the first start.</summary>
public sealed class SetUp(Academy academy, UserManager<Person> people, IDataProtectionProvider protection, AcademyAddress address, ILogger<SetUp> log)
{
    private static readonly TimeSpan LinkLasts = TimeSpan.FromDays(1);

    private readonly ITimeLimitedDataProtector _links = protection.CreateProtector("first-administrator").ToTimeLimitedDataProtector();

    /// <summary>Logs the link while there is nobody who could invite anybody. It stops working once it was used.</summary>
    public async Task OfferAsync()
    {
        if (await IsOpenAsync())
        {
            log.LogWarning("This academy has no administrator yet. Open this address within a day to become the first: {Address}?key={Key}", address.Page("/account/set-up"), _links.Protect("set-up", LinkLasts));
        }
    }

    public async Task<bool> AdmitsAsync(string? key)
    {
        try
        {
            return key is not null && _links.Unprotect(key) == "set-up" && await IsOpenAsync();
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Made up, or older than a day.
            return false;
        }
    }

    public Task<IdentityResult> CreateAdministratorAsync(string fullName, string email, string password, string language) =>
        people.CreateAsync(new Person(fullName, email, Roles.Administrator, language, country: ""), password);

    private async Task<bool> IsOpenAsync()
    {
        await using var db = academy.Open(Scope.Everything);
        return !await db.People.AnyAsync();
    }
}
