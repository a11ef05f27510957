using FluentAssertions;
using HtiAcademy.Web.Jobs;
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
    public async Task Whoever_stops_the_job_stops_it() =>
        await _mishaps.Invoking(m => m.TryAsync("the first", () => throw new OperationCanceledException())).Should().ThrowAsync<OperationCanceledException>();
}
