using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Tests.Certificates;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Audit;

public sealed class AuditChainTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Now = new DateTimeOffset(2026, 6, 15, 9, 0, 0, TimeSpan.Zero).AddTicks(1234567);

    private readonly AcademyFile _file = new();

    public async Task InitializeAsync()
    {
        foreach (var act in new[] { "person.invited", "role.given", "certificate.revoked", "person.removed", "certificate.revoked" })
        {
            await AuditAsync(act);
        }
    }

    [Fact]
    public async Task A_chain_that_nobody_touched_is_whole() => (await BrokenAtAsync()).Should().BeNull();

    [Fact]
    public async Task It_is_numbered_from_one_without_gaps()
    {
        await using var db = _file.Open();
        (await db.AuditEntries.OrderBy(e => e.Sequence).Select(e => e.Sequence).ToListAsync()).Should().Equal(1, 2, 3, 4, 5);
    }

    [Theory]
    [InlineData("By", "somebody@example.org")]
    [InlineData("What", "certificate.issued")]
    [InlineData("Record", "HTI-UG-2026-000002")]
    [InlineData("From", "198.51.100.1")]
    [InlineData("At", "2026-06-15 09:00:01")]
    [InlineData("Hash", "0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("PreviousHash", "")]
    public async Task An_altered_entry_is_found(string column, string value)
    {
        await TamperAsync($"UPDATE AuditEntries SET \"{column}\" = '{value}' WHERE Sequence = 3");
        (await BrokenAtAsync()).Should().Be(3);
    }

    [Fact]
    public async Task Text_moved_from_one_column_to_the_next_is_found()
    {
        await TamperAsync("UPDATE AuditEntries SET What = What || substr(Record, 1, 3), Record = substr(Record, 4) WHERE Sequence = 3");
        (await BrokenAtAsync()).Should().Be(3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_removed_entry_is_found(long sequence)
    {
        await TamperAsync($"DELETE FROM AuditEntries WHERE Sequence = {sequence}");
        (await BrokenAtAsync()).Should().Be(sequence);
    }

    [Fact]
    public async Task A_removed_entry_is_found_though_those_behind_it_were_renumbered()
    {
        await TamperAsync("DELETE FROM AuditEntries WHERE Sequence = 3; UPDATE AuditEntries SET Sequence = Sequence - 1 WHERE Sequence > 3");
        (await BrokenAtAsync()).Should().Be(3);
    }

    [Fact]
    public async Task Reordered_entries_are_found()
    {
        await TamperAsync("UPDATE AuditEntries SET Sequence = -2 WHERE Sequence = 2; UPDATE AuditEntries SET Sequence = 2 WHERE Sequence = 4; UPDATE AuditEntries SET Sequence = 4 WHERE Sequence = -2");
        (await BrokenAtAsync()).Should().Be(2);
    }

    [Fact]
    public async Task A_copied_entry_is_found()
    {
        await TamperAsync("INSERT INTO AuditEntries SELECT 6, At, \"By\", What, Record, \"From\", PreviousHash, Hash FROM AuditEntries WHERE Sequence = 5");
        (await BrokenAtAsync()).Should().Be(6);
    }

    [Fact]
    public async Task A_cut_at_the_end_is_found_by_who_knows_where_it_ended()
    {
        var head = (await CheckAsync()).Head;
        await TamperAsync("DELETE FROM AuditEntries WHERE Sequence > 3");

        (await CheckAsync()).Fault.Should().BeNull("the log alone cannot tell");
        (await CheckAsync(head)).Fault.Should().Be(new AuditFault(AuditFaultKind.Cut, 3));
    }

    [Fact]
    public async Task A_log_written_anew_from_some_entry_on_is_found_by_who_knows_where_it_ended()
    {
        var head = (await CheckAsync()).Head;
        await TamperAsync("DELETE FROM AuditEntries WHERE Sequence > 3");
        await AuditAsync("certificate.issued");
        await AuditAsync("certificate.issued");

        (await CheckAsync()).Fault.Should().BeNull();
        (await CheckAsync(head)).Fault.Should().Be(new AuditFault(AuditFaultKind.Rewritten, 5));
    }

    [Fact]
    public async Task The_academy_itself_neither_changes_nor_removes_an_entry()
    {
        await using var db = _file.Open();
        var entry = await db.AuditEntries.FirstAsync();
        db.Remove(entry);
        await db.Awaiting(d => d.SaveChangesAsync()).Should().ThrowAsync<InvalidOperationException>();
        db.Invoking(d => d.SaveChanges()).Should().Throw<InvalidOperationException>();
        db.Entry(entry).State = EntityState.Modified;
        await db.Awaiting(d => d.SaveChangesAsync()).Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task Acts_of_many_at_once_make_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => AuditAsync($"act.{i}"))));

        (await BrokenAtAsync()).Should().BeNull();
        await using var db = _file.Open();
        (await db.AuditEntries.CountAsync()).Should().Be(17);
    }

    [Fact]
    public async Task Only_administrators_read_it()
    {
        await using var db = _file.Open(Scope.Of(Guid.NewGuid(), Roles.Trainer | Roles.Partner | Roles.Officer, Guid.NewGuid(), ["UG"]));
        (await db.AuditEntries.AnyAsync()).Should().BeFalse();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _file.Dispose();

    private Task AuditAsync(string what) => _file.Academy.WriteAsync(
        Scope.Nobody, db => db.AuditAsync("ruth@example.org", what, "HTI-UG-2026-000001", "192.0.2.7", Now, CancellationToken.None));

    private async Task TamperAsync(string sql)
    {
        await using var db = _file.Open();
        (await db.Database.ExecuteSqlRawAsync(sql)).Should().BePositive();
    }

    private async Task<long?> BrokenAtAsync() => (await CheckAsync()).Fault is { Kind: AuditFaultKind.Altered } fault ? fault.At : null;

    private async Task<AuditCheck> CheckAsync(params AuditHead[] known)
    {
        await using var db = _file.Open();
        return await db.CheckAuditAsync(known, CancellationToken.None);
    }
}
