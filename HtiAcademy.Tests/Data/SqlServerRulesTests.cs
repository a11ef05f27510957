using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HtiAcademy.Tests.Data;

/// <summary>What SQL Server refuses when tables are made, and SQLite lets pass.</summary>
public sealed class SqlServerRulesTests : IDisposable
{
    private const int MostBytesInAnIndex = 1700;
    private const int MostBytesInAKey = 900;

    private readonly SqlServerAcademyDb _db = new(SqlServerAcademyDb.Configure("Server=."), Scope.Everything);

    private IEnumerable<IEntityType> Entities => _db.Model.GetEntityTypes();

    [Fact]
    public void No_index_holds_more_bytes_than_it_may()
    {
        var indexes = Entities.SelectMany(e => e.GetIndexes()).Select(i => (Name: i.GetDatabaseName(), Bytes: i.Properties.Sum(Bytes))).ToList();

        indexes.Should().NotBeEmpty().And.OnlyContain(i => i.Bytes <= MostBytesInAnIndex);
    }

    [Fact]
    public void No_primary_key_holds_more_bytes_than_it_may()
    {
        var keys = Entities.Select(e => e.FindPrimaryKey()!).Select(k => (Name: k.GetName(), Bytes: k.Properties.Sum(Bytes))).ToList();

        keys.Should().NotBeEmpty().And.OnlyContain(k => k.Bytes <= MostBytesInAKey);
    }

    [Fact]
    public void No_table_is_reached_by_two_paths_of_cascading_deletes()
    {
        var paths = Entities.SelectMany(start => Cascades(start).GroupBy(end => end).Where(g => g.Count() > 1).Select(g => $"{start.ShortName()} to {g.Key.ShortName()}"));

        paths.Should().BeEmpty();
    }

    [Fact]
    public void No_column_holds_a_raw_DateTimeOffset()
    {
        var columns = Entities.SelectMany(e => e.GetProperties()).Where(p => p.GetColumnType().StartsWith("datetimeoffset", StringComparison.Ordinal)).Select(p => p.ToString());

        columns.Should().BeEmpty();
    }

    public void Dispose() => _db.Dispose();

    private static IEnumerable<IEntityType> Cascades(IEntityType from) => from.GetReferencingForeignKeys()
        .Where(k => k.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull)
        .SelectMany(k => Cascades(k.DeclaringEntityType).Prepend(k.DeclaringEntityType));

    private static int Bytes(IReadOnlyProperty property)
    {
        var type = property.GetColumnType()!;
        return type switch
        {
            "nvarchar(max)" or "varbinary(max)" => int.MaxValue / 32,
            _ when type.StartsWith("nvarchar(", StringComparison.Ordinal) => 2 * int.Parse(type["nvarchar(".Length..^1], System.Globalization.CultureInfo.InvariantCulture),
            _ when type.StartsWith("varbinary(", StringComparison.Ordinal) => int.Parse(type["varbinary(".Length..^1], System.Globalization.CultureInfo.InvariantCulture),
            "uniqueidentifier" => 16,
            _ => 8,
        };
    }
}
