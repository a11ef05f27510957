using HtiAcademy.Domain.Learning;
using HtiAcademy.Tests.Jobs;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Tests.Reminders;

/// <summary>The job itself on a real file, every hour of three weeks, while officers study and some runs die.</summary>
public sealed class ReminderWeeksTests : IAsyncLifetime
{
    private static readonly DateTimeOffset From = new(2026, 11, 16, 0, 5, 0, TimeSpan.Zero);

    private SampleAcademy _sample = null!;

    public async Task InitializeAsync() => _sample = await SampleAcademy.OpenAsync(From);

    public async Task DisposeAsync() => await _sample.DisposeAsync();

    [Fact]
    public async Task Three_weeks_with_runs_that_die_break_no_rule()
    {
        var chance = new Random(6);
        var desk = new ReminderDesk(_sample);
        await _sample.PublishAsync("second-steps", holidays: "11-26, 2026-12-02");
        var enrolments = await EnrolAsync(chance);
        var died = 0;
        for (var hour = 0; hour < 21 * 24; hour++)
        {
            _sample.MoveTo(From.AddHours(hour));
            if (chance.Next(12) == 0)
            {
                await _sample.WorkAsync(enrolments[chance.Next(enrolments.Count)], e => e.Read(SampleContent.Listening, _sample.Clock.Now));
            }

            try
            {
                await desk.RunAsync(new DyingWords(chance.Next(1, 120)));
            }
            catch (OperationCanceledException)
            {
                died++;
                await desk.RunAsync();
            }
        }

        var sent = await desk.SentAsync();
        var countries = new[] { InventedCountries.Of("UG", "Africa/Kampala"), InventedCountries.Of("GT", "America/Guatemala") };
        var tally = new ReminderTally();
        foreach (var mail in await desk.OutboxAsync())
        {
            var reminders = sent.Where(s => s.MailId == mail.Id).ToList();
            tally.Add(reminders[0].PersonId, mail.Language == "en" ? countries[0] : countries[1], [.. reminders.Select(s => s.Reminder)], mail.WrittenAt);
        }

        tally.Should().BeEquivalentTo(new { OutsideHours = 0, OverCap = 0, Doubles = 0, Reminders = sent.Count });
        tally.Mails.Should().BeGreaterThan(40);
        tally.Digests.Should().BePositive();
        died.Should().BePositive();
        sent.Where(s => s.SentAt.Date == new DateTime(2026, 11, 26)).Should().OnlyContain(s => s.SentAt.Hour > 13, "Uganda rests");
    }

    private async Task<List<Enrolment>> EnrolAsync(Random chance)
    {
        var enrolments = new List<Enrolment>();
        for (var i = 0; i < 24; i++)
        {
            var country = i % 3 == 0 ? "GT" : "UG";
            var officer = await _sample.OfficerAsync($"Officer {i}", country == "GT" ? "es" : "en", country);
            foreach (var course in new[] { "first-steps", "second-steps" })
            {
                var start = new DateOnly(2026, 11, chance.Next(10, 20));
                enrolments.Add(await _sample.EnrolAsync(await _sample.CohortAsync($"{course} {i}", start, start.AddDays(chance.Next(1, 30)), country, course), officer));
            }
        }

        return enrolments;
    }

    /// <summary>The process ends while the n-th word is written.</summary>
    private sealed class DyingWords(int left) : IStringLocalizer<Words>
    {
        private int _left = left;

        public LocalizedString this[string name] => --_left == 0 ? throw new OperationCanceledException("The process is gone") : TaggedWords.Real[name];

        public LocalizedString this[string name, params object[] arguments] => --_left == 0 ? throw new OperationCanceledException("The process is gone") : TaggedWords.Real[name, arguments];

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
