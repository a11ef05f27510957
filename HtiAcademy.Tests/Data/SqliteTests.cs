using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Data;

public sealed class SqliteTests : IDisposable
{
    private readonly AcademyApp _app = new();

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("foreign_keys", "1")]
    [InlineData("synchronous", "2")] // FULL
    [InlineData("secure_delete", "1")]
    [InlineData("busy_timeout", "10000")]
    public async Task What_is_acknowledged_survives_and_writers_wait(string pragma, string value)
    {
        await using var db = _app.Open();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";

        (await command.ExecuteScalarAsync())!.ToString().Should().Be(value);
    }

    public void Dispose() => _app.Dispose();
}
