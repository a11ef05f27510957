using System.Globalization;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Tests.Jobs;
using HtiAcademy.Web.Reminders;
using HtiAcademy.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Tests.Reminders;

public sealed class DueReminderJobTests : IAsyncLifetime
{
    // A Monday, 09:00 in Kampala and midnight in Guatemala; then 18:00 and 09:00.
    private static readonly DateTimeOffset InKampala = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset InGuatemala = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Start = new(2026, 11, 1);
    private static readonly DateOnly InAWeek = new(2026, 11, 30);

    private SampleAcademy _sample = null!;

    public async Task InitializeAsync() => _sample = await SampleAcademy.OpenAsync(InKampala);

    public async Task DisposeAsync() => await _sample.DisposeAsync();

    [Fact]
    public async Task An_officer_whose_course_is_due_is_told_so_with_the_next_step_and_a_link()
    {
        var nakato = await _sample.OfficerAsync("Nakato Florence");
        var enrolment = await _sample.EnrolAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), nakato);
        await _sample.WorkAsync(enrolment, e => e.Read(SampleContent.Listening, InKampala));

        (await Job(TaggedWords.Real).RunAsync(CancellationToken.None)).Should().Be("1 written");

        var mail = (await OutboxAsync()).Should().ContainSingle().Subject;
        mail.ToAddress.Should().Be("nakato.florence@example.org");
        mail.Subject.Should().Be("HTI Academy: your course is due on 30 November 2026");
        mail.Text.Should().StartWith("Dear Nakato Florence,\n\nYour course at the HTI Academy is due on 30 November 2026.\n")
            .And.Contain("You have done 1 of 5 steps. The next one: Take the quiz of module 1 of 2.")
            .And.Contain("https://academy.example.org/learn/first-steps")
            .And.Contain("You get this message because");
    }

    [Fact]
    public async Task A_second_run_writes_nothing()
    {
        await _sample.EnrolAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), await _sample.OfficerAsync("Nakato"));
        await Job().RunAsync(CancellationToken.None);
        _sample.MoveTo(InKampala.AddHours(1));
        (await Job().RunAsync(CancellationToken.None)).Should().Be("0 written");
        (await OutboxAsync()).Should().HaveCount(1);
    }

    [Fact]
    public async Task Two_runs_at_once_write_one_reminder()
    {
        var cohort = await _sample.CohortAsync("Kampala", Start, InAWeek);
        foreach (var name in new[] { "Nakato", "Okello", "Achieng" })
        {
            await _sample.EnrolAsync(cohort, await _sample.OfficerAsync(name));
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Job().RunAsync(CancellationToken.None))));
        (await OutboxAsync()).Should().HaveCount(3);
    }

    [Fact]
    public async Task Nobody_is_reached_outside_their_own_office_hours()
    {
        await _sample.EnrolAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), await _sample.OfficerAsync("Nakato"));
        await _sample.EnrolAsync(await _sample.CohortAsync("Guatemala", Start, InAWeek, "GT"), await _sample.OfficerAsync("Ximena", "es", "GT"));

        await Job().RunAsync(CancellationToken.None);
        (await OutboxAsync()).Should().ContainSingle().Which.ToName.Should().Be("Nakato");

        _sample.MoveTo(InGuatemala);
        await Job().RunAsync(CancellationToken.None);
        (await OutboxAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task On_a_weekend_nothing_is_written()
    {
        await _sample.EnrolAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), await _sample.OfficerAsync("Nakato"));
        _sample.MoveTo(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));
        (await Job().RunAsync(CancellationToken.None)).Should().Be("0 written");
    }

    [Fact]
    public async Task Who_is_overdue_at_the_first_run_gets_that_reminder_alone()
    {
        await _sample.EnrolAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), await _sample.OfficerAsync("Nakato"));
        foreach (var day in new[] { 1, 2, 3 })
        {
            _sample.MoveTo(new DateTimeOffset(2026, 12, day, 8, 0, 0, TimeSpan.Zero));
            await Job().RunAsync(CancellationToken.None);
        }

        (await OutboxAsync()).Should().ContainSingle().Which.Subject.Should().Contain("was due on");
    }

    [Fact]
    public async Task From_first_to_last_an_officer_gets_each_kind_once()
    {
        await _sample.EnrolAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), await _sample.OfficerAsync("Nakato"));
        for (var hour = 0; hour < 20 * 24; hour++)
        {
            _sample.MoveTo(InKampala.AddHours(hour - 72));
            await Job().RunAsync(CancellationToken.None);
        }

        (await OutboxAsync()).Select(m => m.WrittenAt).Should().Equal(
            new DateTimeOffset(2026, 11, 23, 5, 0, 0, TimeSpan.Zero),
            // The second day before is a Saturday.
            new DateTimeOffset(2026, 11, 30, 5, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 12, 1, 5, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Who_has_finished_or_has_time_is_left_alone()
    {
        var done = await _sample.EnrolAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), await _sample.OfficerAsync("Nakato"));
        await _sample.WorkAsync(done, _sample.Complete);
        await _sample.EnrolAsync(await _sample.CohortAsync("Jinja", Start, InAWeek.AddDays(1)), await _sample.OfficerAsync("Okello"));
        (await Job().RunAsync(CancellationToken.None)).Should().Be("0 written");
    }

    [Fact]
    public async Task No_officer_gets_more_than_two_reminders_in_a_week()
    {
        var nakato = await _sample.OfficerAsync("Nakato");
        foreach (var course in new[] { "second-steps", "third-steps" })
        {
            await _sample.PublishAsync(course);
            await _sample.EnrolAsync(await _sample.CohortAsync(course, Start, InAWeek.AddDays(-1), courseId: course), nakato);
        }

        await _sample.EnrolAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), nakato);
        (await Job().RunAsync(CancellationToken.None)).Should().Be("2 written");
        _sample.MoveTo(InKampala.AddDays(1));
        (await Job().RunAsync(CancellationToken.None)).Should().Be("0 written");
        _sample.MoveTo(InKampala.AddDays(7).AddHours(1));
        (await Job().RunAsync(CancellationToken.None)).Should().Be("2 written");
    }

    [Theory]
    [InlineData("es", "[es-UG]", "30 de noviembre de 2026")]
    [InlineData("fr", "[fr-UG]", "30 novembre 2026")]
    [InlineData("sw", "[en]", "November 30, 2026")]
    public async Task It_is_written_in_the_officers_language_or_else_in_English(string language, string spoken, string date)
    {
        await _sample.EnrolAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), await _sample.OfficerAsync("Nakato", language));
        var before = CultureInfo.CurrentUICulture;
        await Job(new TaggedWords()).RunAsync(CancellationToken.None);
        var mail = (await OutboxAsync()).Single();
        mail.Subject.Should().StartWith(spoken).And.EndWith(date);
        mail.Text.Split("\n\n").Should().OnlyContain(paragraph => paragraph.StartsWith(spoken));
        CultureInfo.CurrentUICulture.Should().Be(before);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    [InlineData("fr")]
    public async Task A_lock_screen_may_show_all_of_it(string language)
    {
        var enrolment = await _sample.EnrolAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), await _sample.OfficerAsync("Nakato", language));
        await _sample.WorkAsync(enrolment, e => _sample.Pass(e, SampleContent.Listening));
        await Job(TaggedWords.Real).RunAsync(CancellationToken.None);
        _sample.MoveTo(InKampala.AddDays(9));
        await Job(TaggedWords.Real).RunAsync(CancellationToken.None);
        var mails = await OutboxAsync();
        mails.Should().HaveCount(2);
        mails.Should().OnlyContain(mail => !Telltale.Any(word => (mail.Subject + mail.Text).Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    // The title of the course and of its modules, and what its courses are about.
    private static readonly string[] Telltale =
        ["First steps", "Listening", "Writing", "traffick", "trata", "traite", "victim", "víctima", "crim", "delito", "offen", "infraction", "case", "caso", "suspect"];

    private DueReminderJob Job(IStringLocalizer<Words>? words = null)
    {
        var address = new AcademyAddress(new ConfigurationBuilder().AddInMemoryCollection([new("Academy:Address", "https://academy.example.org")]).Build());
        return new DueReminderJob(_sample.Academy, _sample.Catalogue, new ReminderLetter(words ?? new TaggedWords(), address), _sample.Clock);
    }

    private async Task<List<Mail>> OutboxAsync()
    {
        await using var db = _sample.Open();
        return await db.Outbox.OrderBy(m => m.WrittenAt).ToListAsync();
    }
}
