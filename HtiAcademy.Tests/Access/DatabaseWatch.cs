using HtiAcademy.Web.Data;
using Microsoft.Data.Sqlite;

namespace HtiAcademy.Tests.Access;

/// <summary>Tells whether anything at all was written in the meantime.</summary>
internal sealed class DatabaseWatch : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly long _before;

    public DatabaseWatch(AcademyApp app)
    {
        _connection = new SqliteConnection($"{SqliteAcademyDb.ConnectionTo(Path.Combine(app.DataDirectory, "academy.db"))};Pooling=False");
        _connection.Open();
        _before = Version();
    }

    public bool IsChanged => Version() != _before;

    public void Dispose() => _connection.Dispose();

    // SQLite counts what other connections commit.
    private long Version()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }
}
