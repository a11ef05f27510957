using FluentAssertions;
using HtiAcademy.Web.Jobs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace HtiAcademy.Tests.Jobs;

public sealed class MishapsTests
{
    private readonly Mishaps _mishaps = new(NullLogger.Instance);

    [Fact]
    public async Task What_fails_is_told_beside_what_was_done()
    {
        await _mishaps.TryAsync("the first", () => throw new InvalidDataException("Unreadable."));
        await _mishaps.TryAsync("the second", () => Task.CompletedTask);
        _mishaps.Invoking(m => m.Report("1 made")).Should().Throw<AggregateException>().WithMessage("1 made; 1 failed (the first: Unreadable.)");
    }

    [Fact]
    public async Task Where_nothing_failed_the_counts_are_all_there_is_to_tell()
    {
        await _mishaps.TryAsync("the first", () => Task.CompletedTask);
        _mishaps.Report("1 made").Should().Be("1 made");
    }

    [Fact]
    public async Task Of_a_failed_write_the_cause_is_told()
    {
        await _mishaps.TryAsync("the first", () => throw new DbUpdateException("See the inner exception.", new IOException("The disk is full.")));
        _mishaps.Invoking(m => m.Report("0 made")).Should().Throw<AggregateException>().WithMessage("0 made; 1 failed (the first: The disk is full.)");
    }

    [Fact]
    public async Task A_database_that_fails_five_times_in_a_row_is_left_until_the_next_run()
    {
        for (var time = 1; time <= 4; time++)
        {
            await _mishaps.TryAsync($"time {time}", () => throw Locked());
        }

        (await _mishaps.Awaiting(m => m.TryAsync("time 5", () => throw Locked())).Should().ThrowAsync<AggregateException>())
            .WithMessage("The database failed 5 times in a row; the rest waits for the next run (time 1: *");
    }

    [Fact]
    public async Task A_database_that_answers_between_its_failures_and_any_number_of_bad_records_hold_up_nothing()
    {
        for (var time = 1; time <= 12; time++)
        {
            await _mishaps.TryAsync("a busy moment", () => throw Locked());
            await _mishaps.TryAsync("another", () => time % 2 == 0 ? Task.CompletedTask : throw new InvalidDataException("Unreadable."));
            await _mishaps.TryAsync("a bad record", () => throw new InvalidDataException("Unreadable."));
        }

        _mishaps.Invoking(m => m.Report("6 made")).Should().Throw<AggregateException>().WithMessage("6 made; 30 failed*");
    }

    private static DbUpdateException Locked() => new("See the inner exception.", new SqliteException("database is locked", 5));

    [Fact]
    public async Task Whoever_stops_the_job_stops_it() =>
        await _mishaps.Invoking(m => m.TryAsync("the first", () => throw new OperationCanceledException())).Should().ThrowAsync<OperationCanceledException>();
}
