using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Data;
using Microsoft.Data.Sqlite;

namespace HtiAcademy.Tests.Certificates;

/// <summary>An empty academy on a SQLite file of its own.</summary>
public sealed class AcademyFile : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("academy-").FullName;

    public AcademyFile()
    {
        var options = SqliteAcademyDb.Configure(Connection);
        Academy = new Academy(scope => new SqliteAcademyDb(options, scope));
        using var db = Open();
        db.Database.EnsureCreated();
    }

    public Academy Academy { get; }

    private string Connection => SqliteAcademyDb.ConnectionTo(Path.Combine(_directory, "academy.db"));

    public AcademyDb Open(Scope? scope = null) => Academy.Open(scope ?? Scope.Everything);

    public async Task<T> SavedAsync<T>(T record)
        where T : class
    {
        await Academy.WriteAsync(Scope.Everything, db => Task.FromResult(db.Add(record)));
        return record;
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(Connection))
        {
            SqliteConnection.ClearPool(connection);
        }

        Directory.Delete(_directory, recursive: true);
    }
}
