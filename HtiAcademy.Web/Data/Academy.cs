using System.Security.Cryptography;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Access;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Data;

/// <summary>Opens the academy's records for a scope, to read or to write.</summary>
/// <param name="oneWriter">The database takes one writer at a time, so writers queue here instead of polling there.</param>
/// <param name="ended">Hears whose sessions end by what is written; null where nobody signs in.</param>
public sealed class Academy(Func<Scope, AcademyDb> open, bool oneWriter = false, EndedSessions? ended = null) : IDisposable
{
    private const int MostTries = 12;

    private readonly SemaphoreSlim? _turn = oneWriter ? new SemaphoreSlim(1) : null;

    /// <summary>What was written here that somebody may be watching.</summary>
    public LiveChanges Changes { get; } = new();

    public AcademyDb Open(Scope scope) => open(scope);

    /// <summary>
    /// Does <paramref name="work"/> and saves it in one transaction. When another request changed the same rows, or added
    /// the row that a unique index allows once, the work is done again on what the other left: so it must read what it needs
    /// from the context it is given.
    /// </summary>
    /// <exception cref="KeptOutException">The scope is of a person who was kept out or erased. Nothing is done.</exception>
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

    /// <summary>
    /// Writes SQLite's file anew. Where SQLite moved records from page to page it left copies, which deleting a record does not
    /// reach. Nobody writes meanwhile: it takes somewhat longer than to copy the file. Does nothing with another database.
    /// </summary>
    public Task RewriteAsync(CancellationToken cancellationToken = default) => OnSqliteAsync("VACUUM", cancellationToken);

    /// <summary>
    /// Moves what SQLite wrote to the log beside its file into the file and empties the log, so that nothing that was deleted
    /// goes on in it. Does nothing with another database.
    /// </summary>
    /// <returns>False when somebody read from it all the while.</returns>
    public async Task<bool> EmptyLogAsync(CancellationToken cancellationToken = default) =>
        // The first column says whether it was held up.
        await OnSqliteAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken) is null or 0L;

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

    private Task<object?> OnSqliteAsync(string command, CancellationToken cancellationToken) => InTurnAsync(
        async () =>
        {
            await using var db = Open(Scope.Nobody);
            if (!db.Database.IsSqlite())
            {
                return null;
            }

            await db.Database.OpenConnectionAsync(cancellationToken);
            await using var sqlite = db.Database.GetDbConnection().CreateCommand();
            sqlite.CommandText = command;
            return await sqlite.ExecuteScalarAsync(cancellationToken);
        },
        cancellationToken);

    private async Task<T> TryAsync<T>(Scope scope, Func<AcademyDb, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var db = Open(scope);
        var (watched, people) = (new HashSet<Guid>(), new HashSet<Guid>());
        db.SavingChanges += (_, _) =>
        {
            watched.UnionWith(LiveChanges.In(db));
            people.UnionWith(EndedSessions.In(db));
        };
        var result = await db.Database.CreateExecutionStrategy().ExecuteAsync(() => CommitAsync(db, scope, work, cancellationToken));
        Changes.Tell(watched);
        foreach (var person in people)
        {
            ended?.Add(person);
        }

        return result;
    }

    private static async Task<T> CommitAsync<T>(AcademyDb db, Scope scope, Func<AcademyDb, Task<T>> work, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (scope.PersonId != Guid.Empty && await db.People.IgnoreQueryFilters([AcademyDb.ScopeFilter]).AnyAsync(p => p.Id == scope.PersonId && p.DeactivatedAt != null, cancellationToken))
        {
            throw new KeptOutException();
        }

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

/// <summary>Whoever would write was kept out or erased.</summary>
public sealed class KeptOutException() : Exception("Who is kept out writes nothing.");
