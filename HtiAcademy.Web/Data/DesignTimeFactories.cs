using HtiAcademy.Domain.Access;
using Microsoft.EntityFrameworkCore.Design;

namespace HtiAcademy.Web.Data;

// For `dotnet ef migrations add`: docs/operations.md.

internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteAcademyDb>
{
    public SqliteAcademyDb CreateDbContext(string[] args) => new(SqliteAcademyDb.Configure("Data Source=design.db"), Scope.Everything);
}

internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerAcademyDb>
{
    public SqlServerAcademyDb CreateDbContext(string[] args) => new(SqlServerAcademyDb.Configure("Server=.;Database=design"), Scope.Everything);
}
