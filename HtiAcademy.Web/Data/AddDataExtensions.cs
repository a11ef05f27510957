using HtiAcademy.Web.Access;

namespace HtiAcademy.Web.Data;

internal static class AddDataExtensions
{
    public static void AddAcademyData(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DataDirectory>();
        builder.Services.AddSingleton<SoleProcess>();
        // Commands sign nobody in.
        builder.Services.AddSingleton(services => Create(builder.Configuration, services.GetRequiredService<DataDirectory>(), services.GetService<EndedSessions>()));
        builder.Services.AddScoped(services => services.GetRequiredService<Academy>().Open(services.GetRequiredService<CurrentPerson>().Scope));
    }

    public static bool UsesSqlServer(this IConfiguration configuration) => configuration["Database:Provider"] switch
    {
        null or "" or "Sqlite" => false,
        "SqlServer" => true,
        var other => throw new StartupException($"Database:Provider is '{other}'; it must be Sqlite or SqlServer."),
    };

    public static string SqlServerConnection(this IConfiguration configuration) => configuration.GetConnectionString("Academy")
        ?? throw new StartupException("ConnectionStrings:Academy is missing; SQL Server needs it.");

    private static Academy Create(IConfiguration configuration, DataDirectory directory, EndedSessions? ended)
    {
        if (configuration.UsesSqlServer())
        {
            var sqlServer = SqlServerAcademyDb.Configure(configuration.SqlServerConnection());
            return new Academy(scope => new SqlServerAcademyDb(sqlServer, scope), ended: ended);
        }

        var sqlite = SqliteAcademyDb.Configure(configuration.GetConnectionString("Academy") ?? SqliteAcademyDb.ConnectionTo(directory.File("academy.db")));
        return new Academy(scope => new SqliteAcademyDb(sqlite, scope), oneWriter: true, ended);
    }
}
