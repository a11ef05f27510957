using System.Security.Cryptography;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Data;

/// <summary>Opens the academy's records for a scope, to read or to write.</summary>
/// <param name="oneWriter">The database takes one writer at a time, so writers queue here instead of polling there.</param>
public sealed class Academy(Func<Scope, AcademyDb> open, bool oneWriter = false) : IDisposable
{
    private const int MostTries = 12;

    private readonly SemaphoreSlim? _turn = oneWriter ? new SemaphoreSlim(1) : null;

    /// <summary>What was written here to cohorts' enrolments.</summary>
    public CohortChanges Changes { get; } = new();

    public AcademyDb Open(Scope scope) => open(scope);

    /// <summary>
    /// Does <paramref name="work"/> and saves it in one transaction. When another request changed the same rows, or added
    /// the row that a unique index allows once, the work is done again on what the other left: so it must read what it needs
    /// from the context it is given.
    /// </summary>
    public async Task<T> WriteAsync<T>(Scope scope, Func<AcademyDb, Task<T>> work, CancellationToken cancellationToken = default)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await InTurnAsync(() => TryAsync(scope, work, cancellationToken), cancellationToken);
            }
            catch (DbUpdateException e) when (tries < MostTries && IsRace(e))
            {
                // Another request was first; its result is what the next try sees. Not all who wait should try at once.
                await Task.Delay(RandomNumberGenerator.GetInt32(10 * tries), cancellationToken);
            }
        }
    }

    public Task WriteAsync(Scope scope, Func<AcademyDb, Task> work, CancellationToken cancellationToken = default) =>
        WriteAsync(
            scope,
            async db =>
            {
                await work(db);
                return true;
            },
            cancellationToken);

    public void Dispose() => _turn?.Dispose();

    private async Task<T> InTurnAsync<T>(Func<Task<T>> write, CancellationToken cancellationToken)
    {
        if (_turn is null)
        {
            return await write();
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await write();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<T> TryAsync<T>(Scope scope, Func<AcademyDb, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var db = Open(scope);
        var cohorts = new HashSet<Guid>();
        db.SavingChanges += (_, _) => cohorts.UnionWith(CohortChanges.In(db));
        var result = await db.Database.CreateExecutionStrategy().ExecuteAsync(() => CommitAsync(db, work, cancellationToken));
        Changes.Tell(cohorts);
        return result;
    }

    private static async Task<T> CommitAsync<T>(AcademyDb db, Func<AcademyDb, Task<T>> work, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var result = await work(db);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    // Unique violations: SQLite 2067 and 1555, SQL Server 2601 and 2627.
    private static bool IsRace(DbUpdateException e) =>
        e is DbUpdateConcurrencyException
        || e.InnerException is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 }
        || e.InnerException is SqlException { Number: 2601 or 2627 };
}
