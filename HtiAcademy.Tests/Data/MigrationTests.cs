using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Data;

public sealed class MigrationTests
{
    [Fact]
    public void The_migrations_for_SQLite_lack_no_change_of_the_model()
    {
        using var db = new SqliteAcademyDb(SqliteAcademyDb.Configure("Data Source=:memory:"), Scope.Everything);
        db.Database.HasPendingModelChanges().Should().BeFalse("otherwise run eng/add-migration.sh NAME");
    }

    [Fact]
    public void The_migrations_for_SQL_Server_lack_no_change_of_the_model()
    {
        using var db = new SqlServerAcademyDb(SqlServerAcademyDb.Configure("Server=."), Scope.Everything);
        db.Database.HasPendingModelChanges().Should().BeFalse("otherwise run eng/add-migration.sh NAME");
    }

    [Fact]
    public void Both_sets_of_migrations_have_the_same_names()
    {
        using var sqlite = new SqliteAcademyDb(SqliteAcademyDb.Configure("Data Source=:memory:"), Scope.Everything);
        using var sqlServer = new SqlServerAcademyDb(SqlServerAcademyDb.Configure("Server=."), Scope.Everything);
        Names(sqlServer).Should().Equal(Names(sqlite)).And.NotBeEmpty();

        static IEnumerable<string> Names(DbContext db) => db.Database.GetMigrations().Select(id => id.Split('_', 2)[1]);
    }
}
