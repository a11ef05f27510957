using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Data;

// One model, two databases: EF Core tells the two sets of migrations apart by the type of the context. In both a list goes
// to the database as one parameter: otherwise the scope's countries would have the SQL of every query written anew.

public sealed class SqliteAcademyDb(DbContextOptions<SqliteAcademyDb> options, Scope scope) : AcademyDb(options, scope)
{
    public static DbContextOptions<SqliteAcademyDb> Configure(string connection) =>
        new DbContextOptionsBuilder<SqliteAcademyDb>()
            .UseSqlite(connection, sqlite => sqlite
                .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
                .MigrationsAssembly(typeof(SqliteAcademyDb).Assembly))
            .AddInterceptors(new SqlitePragmas())
            .Options;

    public static string ConnectionTo(string file) => new SqliteConnectionStringBuilder { DataSource = file }.ToString();
}

public sealed class SqlServerAcademyDb(DbContextOptions<SqlServerAcademyDb> options, Scope scope) : AcademyDb(options, scope)
{
    public static DbContextOptions<SqlServerAcademyDb> Configure(string connection) =>
        new DbContextOptionsBuilder<SqlServerAcademyDb>()
            .UseSqlServer(connection, server => server
                .EnableRetryOnFailure()
                .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
                .MigrationsAssembly(typeof(SqlServerAcademyDb).Assembly))
            .Options;
}
