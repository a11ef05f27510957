using HtiAcademy.Domain.Reminders;
using HtiAcademy.Tests.Jobs;
using HtiAcademy.Web.Reminders;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;

namespace HtiAcademy.Tests.Reminders;

/// <summary>Runs the reminder job of a sample academy, and shows what it wrote.</summary>
internal sealed class ReminderDesk
{
    private readonly SampleAcademy _sample;
    private readonly AcademyAddress _address =
        new(new ConfigurationBuilder().AddInMemoryCollection([new("Academy:Address", "https://academy.example.org")]).Build());

    public ReminderDesk(SampleAcademy sample)
    {
        _sample = sample;
        Links = new StopLinks(new EphemeralDataProtectionProvider(), _address);
    }

    public StopLinks Links { get; }

    public ReminderJob Job(IStringLocalizer<Words>? words = null) => new(
        _sample.Academy,
        new AgendaReader(_sample.Catalogue, new Calendars(_sample.Catalogue)),
        new ReminderLetter(words ?? TaggedWords.Real, _address, Links),
        _sample.Clock,
        NullLogger<ReminderJob>.Instance);

    public Task<string> RunAsync(IStringLocalizer<Words>? words = null) => Job(words).RunAsync(CancellationToken.None);

    public async Task<string> RunAtAsync(DateTimeOffset time)
    {
        _sample.MoveTo(time);
        return await RunAsync();
    }

    public async Task<List<Mail>> OutboxAsync()
    {
        await using var db = _sample.Open();
        return await db.Outbox.OrderBy(m => m.WrittenAt).ToListAsync();
    }

    public async Task<List<SentReminder>> SentAsync()
    {
        await using var db = _sample.Open();
        return await db.SentReminders.OrderBy(s => s.SentAt).ToListAsync();
    }
}
