using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Certificates;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Demo;
using HtiAcademy.Web.Reminders;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HtiAcademy.Web;

internal static class StartUp
{
    /// <exception cref="StartupException">Another process listens at the address.</exception>
    public static async Task ServeAsync(this WebApplication app)
    {
        try
        {
            await app.RunAsync();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new StartupException(e.Message, e);
        }
    }

    /// <summary>Brings the database, the content and the first accounts up to date.</summary>
    /// <exception cref="StartupException">One of them cannot be, or another process serves this academy.</exception>
    public static async Task PrepareAsync(this IServiceProvider services)
    {
        // What is configured wrongly is told now, not by the first mail.
        services.GetRequiredService<AcademyAddress>();
        services.GetRequiredService<IMailTransport>();
        if (!services.GetRequiredService<IConfiguration>().UsesSqlServer())
        {
            services.GetRequiredService<DataDirectory>().EnsureWritable();
            services.GetRequiredService<SoleProcess>().Claim();
        }

        await services.MigrateAsync();
        await services.GetRequiredService<AcademyKeys>().PrepareAsync();
        var prover = services.GetRequiredService<IProveCertificates>();
        await services.GetRequiredService<Academy>().WriteAsync(Scope.Everything, db => db.ProveOlderCertificatesAsync(prover, CancellationToken.None));
        await services.GetRequiredService<Publisher>().PublishAtStartAsync();
        var demo = services.GetRequiredService<DemoAcademy>();
        if (demo.IsOn)
        {
            await demo.EnsureAsync();
        }

        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SetUp>().OfferAsync();
    }

    public static async Task MigrateAsync(this IServiceProvider services)
    {
        var directory = services.GetRequiredService<DataDirectory>();
        directory.EnsureWritable();
        try
        {
            await using var db = services.GetRequiredService<Academy>().Open(Scope.Everything);
            if (db.Database.IsSqlite())
            {
                // Kept in the file from then on; a restored copy may lack it.
                await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
            }

            if ((await db.Database.GetPendingMigrationsAsync()).Any())
            {
                await ReleaseStaleLockAsync(db, services.GetRequiredService<SoleProcess>());
                await db.Database.MigrateAsync();
            }
        }
        catch (Exception e) when (e is SqliteException or SqlException or RetryLimitExceededException)
        {
            throw new StartupException($"The database cannot be opened: {(e.InnerException ?? e).Message}", e);
        }
    }

    // EF Core's lock on migrations is a row; on SQLite it outlives a process that a power cut ended, and every later start
    // would wait for it for ever. Only one process at a time comes here, so whoever made the row is gone.
    private static async Task ReleaseStaleLockAsync(AcademyDb db, SoleProcess sole)
    {
        if (!db.Database.IsSqlite())
        {
            return;
        }

        sole.Claim();
        if (await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync() > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock");
        }
    }
}
