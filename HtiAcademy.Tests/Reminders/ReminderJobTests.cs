using System.Globalization;
using System.Text;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Tests.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Reminders;

public sealed class ReminderJobTests : IAsyncLifetime
{
    private const string Nothing = "0 written, with 0 reminders; *";

    // A Monday, 09:00 in Kampala and midnight in Guatemala; then 18:00 and 09:00.
    private static readonly DateTimeOffset InKampala = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset InGuatemala = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Start = new(2026, 11, 1);
    private static readonly DateOnly InAWeek = new(2026, 11, 30);

    private SampleAcademy _sample = null!;
    private ReminderDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _sample = await SampleAcademy.OpenAsync(InKampala);
        _desk = new ReminderDesk(_sample);
    }

    public async Task DisposeAsync() => await _sample.DisposeAsync();

    [Fact]
    public async Task An_officer_whose_course_is_due_is_told_so_with_the_next_step_a_link_and_a_date_for_the_calendar()
    {
        var nakato = await _sample.OfficerAsync("Nakato Florence");
        var enrolment = await _sample.EnrolAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), nakato);
        await _sample.WorkAsync(enrolment, e => e.Read(SampleContent.Listening, InKampala));

        (await _desk.RunAsync()).Should().Be("1 written, with 1 reminders; 1 of 1 people in office hours");

        var mail = (await _desk.OutboxAsync()).Should().ContainSingle().Subject;
        mail.ToAddress.Should().Be("nakato.florence@example.org");
        mail.Subject.Should().Be("HTI Academy: a reminder");
        mail.Unsubscribe.Should().BeNull();
        mail.Text.Should().Be("""
            Dear Nakato Florence,

            Your course at the HTI Academy is due on 30 November 2026 (Africa/Kampala).
            You have done 1 of 5 steps. The next one: Take the quiz of module 1 of 2.
            Go on here: https://academy.example.org/
            You get this because you are enrolled on this course and have not finished it.
            This kind of reminder cannot be stopped. If something keeps you from the course, tell your trainer.

            The attached file puts the due date into your calendar.

            Choose which reminders you get: https://academy.example.org/account/reminders

            """.ReplaceLineEndings("\n"));
        var calendar = mail.Attachments.Should().ContainSingle().Subject;
        calendar.MediaType.Should().StartWith("text/calendar");
        Encoding.UTF8.GetString(calendar.Bytes).Should().Contain($"UID:{enrolment.Id:N}@academy.example.org").And.Contain("20261130").And.Contain("HTI Academy: a course is due");
    }

    [Fact]
    public async Task What_falls_together_comes_in_one_mail_of_which_the_optional_part_can_be_stopped()
    {
        var nakato = await _sample.OfficerAsync("Nakato");
        await _sample.PublishAsync("second-steps");
        await _sample.EnrolAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), nakato);
        await _sample.EnrolAsync(await _sample.CohortAsync("Jinja", InAWeek.AddDays(-2), InAWeek.AddDays(60), courseId: "second-steps"), nakato);

        (await _desk.RunAsync()).Should().StartWith("1 written, with 2 reminders");

        var mail = (await _desk.OutboxAsync()).Single();
        mail.Text.Should().Contain("is due on 30 November 2026").And.Contain("starts on 28 November 2026 (Africa/Kampala). It is due on 29 January 2027 (Africa/Kampala).");
        _desk.Links.Read(mail.Unsubscribe!.Split('/')[^1])!.Should().BeEquivalentTo(new { PersonId = nakato.Id, Kinds = new[] { ReminderKind.StartsSoon } });
        mail.Text.Should().Contain("Stop this kind of reminder: https://academy.example.org/reminders/stop/");
        (await _desk.SentAsync()).Should().OnlyContain(s => s.MailId == mail.Id && s.PersonId == nakato.Id && s.SentAt == InKampala).And.HaveCount(2);
    }

    [Theory]
    [InlineData(true, 9, "To begin, use the link in the letter of 14 November 2026, or ask your trainer for a new one.")]
    [InlineData(false, 9, "To begin, use the slip of 14 November 2026, or ask your trainer for a new one.")]
    [InlineData(true, 31, "Your invitation has ended: ask your trainer for a new one.")]
    public async Task Who_has_not_joined_is_sent_to_the_invitation_and_not_to_a_page_that_does_not_open(bool byMail, int days, string told)
    {
        var nakato = await _sample.OfficerAsync("Nakato");
        await _sample.AddAsync(new Invitation(nakato, InvitationKind.Join, EntryCode.New(), byMail, byId: null, InKampala.AddDays(-days)));
        await _sample.EnrolAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), nakato);

        await _desk.RunAsync();

        (await _desk.OutboxAsync()).Should().ContainSingle().Which.Text.Should().Contain(told).And.NotContain("Go on here");
    }

    [Fact]
    public async Task A_second_run_writes_nothing()
    {
        await _sample.EnrolAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), await _sample.OfficerAsync("Nakato"));
        await _desk.RunAsync();
        (await _desk.RunAtAsync(InKampala.AddHours(1))).Should().Match(Nothing);
        (await _desk.OutboxAsync()).Should().HaveCount(1);
    }

    [Fact]
    public async Task Runs_at_once_write_each_reminder_once()
    {
        var cohort = await _sample.CohortAsync("Kampala", Start, InAWeek);
        foreach (var name in new[] { "Nakato", "Okello", "Achieng" })
        {
            await _sample.EnrolAsync(cohort, await _sample.OfficerAsync(name));
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _desk.RunAsync())));
        (await _desk.OutboxAsync()).Should().HaveCount(3);
    }

    [Fact]
    public async Task Nobody_is_reached_outside_their_own_office_hours()
    {
        await _sample.EnrolAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), await _sample.OfficerAsync("Nakato"));
        await _sample.EnrolAsync(await _sample.CohortAsync("Guatemala", Start, InAWeek, "GT"), await _sample.OfficerAsync("Ximena", "es", "GT"));

        (await _desk.RunAsync()).Should().EndWith("; 1 of 2 people in office hours");
        (await _desk.OutboxAsync()).Should().ContainSingle().Which.ToName.Should().Be("Nakato");

        await _desk.RunAtAsync(InGuatemala);
        (await _desk.OutboxAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task An_officer_is_reached_where_they_work_though_the_cohort_is_elsewhere()
    {
        await _sample.EnrolAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), await _sample.OfficerAsync("Ximena", "es", "GT"));
        (await _desk.RunAsync()).Should().Match(Nothing);
        (await _desk.RunAtAsync(InGuatemala)).Should().StartWith("1 written");
        (await _desk.OutboxAsync()).Single().Text.Should().Contain("30 de noviembre de 2026 (Africa/Kampala)");
    }

    [Fact]
    public async Task Who_works_in_no_partner_country_is_reached_in_the_hours_of_the_course()
    {
        await _sample.EnrolAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), await _sample.OfficerAsync("Nakato", country: "DE"));
        (await _desk.RunAtAsync(InGuatemala)).Should().Match(Nothing);
        (await _desk.RunAtAsync(InKampala.AddDays(1))).Should().StartWith("1 written");
    }

    [Theory]
    [InlineData("2026-11-28T09:00:00Z")]
    [InlineData("2026-11-24T06:00:00Z")]
    public async Task On_weekends_and_holidays_nothing_is_written(string time)
    {
        await _sample.EnrolAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), await _sample.OfficerAsync("Nakato"));
        _sample.MoveTo(InKampala.AddMinutes(1));
        // The holiday was added after the officer began, with a course that the officer does not take.
        await _sample.PublishAsync("second-steps", holidays: "11-24");

        (await _desk.RunAtAsync(DateTimeOffset.Parse(time, null))).Should().Be("0 written, with 0 reminders; 0 of 1 people in office hours");
    }

    [Fact]
    public async Task Who_is_overdue_at_the_first_run_gets_that_reminder_alone()
    {
        await _sample.EnrolAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), await _sample.OfficerAsync("Nakato"));
        foreach (var day in new[] { 1, 2, 3 })
        {
            await _desk.RunAtAsync(new DateTimeOffset(2026, 12, day, 8, 0, 0, TimeSpan.Zero));
        }

        (await _desk.OutboxAsync()).Should().ContainSingle().Which.Text.Should().Contain("was due on");
    }

    [Fact]
    public async Task From_first_to_last_an_officer_gets_each_kind_once()
    {
        await _sample.EnrolAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), await _sample.OfficerAsync("Nakato"));
        for (var hour = 0; hour < 20 * 24; hour++)
        {
            await _desk.RunAtAsync(InKampala.AddHours(hour - 72));
        }

        (await _desk.OutboxAsync()).Select(m => m.WrittenAt).Should().Equal(
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
        (await _desk.RunAsync()).Should().Match(Nothing);
    }

    [Fact]
    public async Task No_officer_gets_more_than_two_mails_in_a_week()
    {
        var nakato = await _sample.OfficerAsync("Nakato");
        await _sample.EnrolAsync(await _sample.CohortAsync("first-steps", Start, InAWeek), nakato);
        foreach (var (course, day) in new[] { ("second-steps", 1), ("third-steps", 2) })
        {
            await _sample.PublishAsync(course);
            await _sample.EnrolAsync(await _sample.CohortAsync(course, Start, InAWeek.AddDays(day), courseId: course), nakato);
        }

        var written = new List<string>();
        foreach (var day in new[] { 0, 1, 2, 3, 7 })
        {
            written.Add(await _desk.RunAtAsync(InKampala.AddDays(day)));
        }

        written.Select(done => done.Split(';')[0]).Should().Equal(
            "1 written, with 1 reminders", "1 written, with 1 reminders", "0 written, with 0 reminders", "0 written, with 0 reminders", "1 written, with 3 reminders");
        (await _desk.OutboxAsync())[^1].Attachments.Select(a => a.Name).Should().HaveCount(3).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Who_does_not_begin_or_go_on_is_asked_once_and_can_stop_it()
    {
        var cohort = await _sample.CohortAsync("Kampala", Start, InAWeek.AddDays(90));
        await _sample.EnrolAsync(cohort, await _sample.OfficerAsync("Nakato"));
        var begun = await _sample.EnrolAsync(cohort, await _sample.OfficerAsync("Okello"));
        await _sample.WorkAsync(begun, e => e.Read(SampleContent.Listening, InKampala));
        var stopping = await _sample.OfficerAsync("Achieng");
        await _sample.EnrolAsync(cohort, stopping);
        await _sample.Academy.WriteAsync(Scope.Everything, async db => (await db.People.SingleAsync(p => p.Id == stopping.Id)).StopReminders(ReminderKind.Invitation));
        for (var day = 0; day < 30; day++)
        {
            await _desk.RunAtAsync(InKampala.AddDays(day));
        }

        var mails = await _desk.OutboxAsync();
        mails.Select(m => (m.ToName, m.WrittenAt.Day)).Should().Equal(("Nakato", 26), ("Okello", 7));
        mails[0].Text.Should().Contain("You are enrolled on a course at the HTI Academy and have not begun it. It is due on 28 February 2027");
        mails[1].Text.Should().Contain("You last worked on your course at the HTI Academy on 23 November 2026");
    }

    [Fact]
    public async Task The_holder_of_a_certificate_is_told_60_days_before_it_ends_unless_it_no_longer_stands()
    {
        var (nakato, okello) = (await _sample.OfficerAsync("Nakato"), await _sample.OfficerAsync("Okello"));
        var cohort = await _sample.CohortAsync("Kampala", Start, InAWeek);
        await CertifyAsync(cohort, nakato, 1, revoke: false);
        await CertifyAsync(cohort, okello, 2, revoke: true);

        // It ends on 22 January 2027.
        (await _desk.RunAsync()).Should().StartWith("1 written, with 1 reminders");

        (await _desk.OutboxAsync()).Single().Should().BeEquivalentTo(new { ToName = "Nakato" });
        (await _desk.OutboxAsync()).Single().Text.Should().Contain("A certificate of yours is valid until 22 January 2027 (Africa/Kampala).").And.Contain("/certificates");
    }

    [Fact]
    public async Task A_certificate_that_was_corrected_since_is_no_other_reason()
    {
        await CertifyAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), await _sample.OfficerAsync("Nakato"), 1, revoke: false);
        await _desk.RunAsync();
        await _sample.Academy.WriteAsync(Scope.Everything, async db =>
            db.Add((await db.Certificates.SingleAsync()).Correct("Nakato Florence", 2, VerificationCode.New(), 2, InKampala)));

        (await _desk.RunAtAsync(InKampala.AddDays(14))).Should().Match(Nothing);
        (await _desk.OutboxAsync()).Should().ContainSingle();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    [InlineData("fr")]
    public async Task A_lock_screen_may_show_all_of_it(string language)
    {
        var nakato = await _sample.OfficerAsync("Nakato", language);
        var cohort = await _sample.CohortAsync("Kampala", Start, InAWeek);
        var enrolment = await _sample.EnrolAsync(cohort, nakato);
        await _sample.WorkAsync(enrolment, e => _sample.Pass(e, SampleContent.Listening));
        await _sample.PublishAsync("second-steps");
        await _sample.EnrolAsync(await _sample.CohortAsync("Jinja", InAWeek.AddDays(-3), InAWeek.AddDays(60), courseId: "second-steps"), nakato);
        await _desk.RunAsync();
        await _desk.RunAtAsync(InKampala.AddDays(9));

        var mails = await _desk.OutboxAsync();
        mails.Should().HaveCount(2);
        foreach (var text in mails.SelectMany(m => new[] { m.Subject, Visible(m.Text) }.Concat(m.Attachments.Select(a => Encoding.UTF8.GetString(a.Bytes)))))
        {
            Telltale.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty(text);
        }
    }

    [Theory]
    [InlineData("es", "[es-UG]", "30 de noviembre de 2026")]
    [InlineData("fr", "[fr-UG]", "30 novembre 2026")]
    [InlineData("sw", "[en]", "November 30, 2026")]
    public async Task It_is_written_in_the_persons_language_or_else_in_English(string language, string spoken, string date)
    {
        await _sample.EnrolAsync(await _sample.CohortAsync("Kampala", Start, InAWeek), await _sample.OfficerAsync("Nakato", language));
        var before = CultureInfo.CurrentUICulture;

        await _desk.RunAsync(new TaggedWords());

        var mail = (await _desk.OutboxAsync()).Single();
        mail.Subject.Should().StartWith(spoken);
        mail.Text.Should().Contain(date);
        mail.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().OnlyContain(line => line.StartsWith(spoken));
        CultureInfo.CurrentUICulture.Should().Be(before);
    }

    [Fact]
    public async Task Who_cannot_be_reminded_holds_up_nobody_else()
    {
        var cohort = await _sample.CohortAsync("Kampala", Start, InAWeek);
        foreach (var (name, language) in new[] { ("Achieng", "en"), ("Nakato", "es"), ("Okello", "en") })
        {
            await _sample.EnrolAsync(cohort, await _sample.OfficerAsync(name, language));
        }

        await _desk.Awaiting(d => d.RunAsync(new WordsLost("es"))).Should().ThrowAsync<AggregateException>().WithMessage("2 written, with 2 reminders; 3 of 3 people in office hours; 1 failed *The words of es are lost.*");

        (await _desk.OutboxAsync()).Select(m => m.ToName).Should().BeEquivalentTo("Achieng", "Okello");
    }

    // The title of the course and of its modules, and what its courses are about.
    private static readonly string[] Telltale =
        ["First steps", "first-steps", "second-steps", "Listening", "Writing", "traffick", "trata", "traite", "victim", "víctima", "crim", "delito", "offen", "infraction", "case", "caso", "suspect"];

    // Links that nobody can read may hold any letters.
    private static string Visible(string text) => string.Join('\n', text.Split('\n').Select(line => line.Split("/reminders/stop/")[0]));

    private async Task CertifyAsync(Cohort cohort, Person officer, int number, bool revoke)
    {
        var enrolment = await _sample.EnrolAsync(cohort, officer);
        await _sample.WorkAsync(enrolment, _sample.Complete);
        await _sample.Academy.WriteAsync(Scope.Everything, async db =>
        {
            var printed = new Printed(
                officer.FullName, null, null, "Uganda", "First steps", 1, 1, new DateOnly(2025, 1, 22), new DateOnly(2027, 1, 22), "80–89 %", "Okello James", "en");
            var certificate = new Certificate(await db.Enrolments.SingleAsync(e => e.Id == enrolment.Id), printed, number, VerificationCode.New(), number, InKampala);
            if (revoke)
            {
                certificate.Revoke("Issued to the wrong person", await db.People.SingleAsync(p => p.Id == officer.Id), InKampala);
            }

            db.Add(certificate);
        });
    }
}
