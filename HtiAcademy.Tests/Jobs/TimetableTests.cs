using HtiAcademy.Web.Jobs;
using Quartz;

namespace HtiAcademy.Tests.Jobs;

public class TimetableTests
{
    [Fact]
    public void Every_job_has_a_name_of_its_own_that_fits_into_an_address()
    {
        var names = Timetable.All.Select(job => job.Name).ToList();
        names.Should().OnlyHaveUniqueItems().And.OnlyContain(name => name.All(c => char.IsAsciiLetterLower(c) || c == '-'));
        names.Should().OnlyContain(name => Timetable.Find(name) != null);
        Timetable.Find("Outbox").Should().BeNull();
    }

    [Theory]
    [InlineData("outbox", "2026-11-25T10:20:30Z", "2026-11-25T10:21:00Z")]
    [InlineData("due-reminders", "2026-11-25T10:20:30Z", "2026-11-25T11:05:00Z")]
    [InlineData("retention", "2026-11-25T10:20:30Z", "2026-11-26T02:40:00Z")]
    [InlineData("cohort-reports", "2026-11-25T10:20:30Z", "2026-11-30T06:00:00Z")]
    [InlineData("cohort-reports", "2026-11-30T05:59:00Z", "2026-11-30T06:00:00Z")]
    public void A_job_runs_when_the_timetable_says(string name, string now, string next) =>
        new CronExpression(Timetable.Find(name)!.Cron, TimeZoneInfo.Utc)
            .GetNextValidTimeAfter(DateTimeOffset.Parse(now, null)).Should().Be(DateTimeOffset.Parse(next, null));
}
