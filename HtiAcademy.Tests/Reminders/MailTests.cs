using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Reminders;

namespace HtiAcademy.Tests.Reminders;

public class MailTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    private readonly Mail _mail = new("key", new Person("Nakato Florence", "nakato@example.org", Roles.Officer, "en", "UG"), "Subject", "Text", Now);

    [Fact]
    public void It_waits_longer_after_each_failure_and_is_given_up_after_the_fifth()
    {
        var waits = new List<TimeSpan?>();
        for (var tries = 0; tries < 5; tries++)
        {
            _mail.Failed("No answer", Now);
            waits.Add(_mail.TryAt - Now);
        }

        waits[..4].Should().BeInAscendingOrder().And.NotContainNulls();
        _mail.Should().BeEquivalentTo(new { Tries = 5, TryAt = (DateTimeOffset?)null, SentAt = (DateTimeOffset?)null, LastError = "No answer" });
    }

    [Fact]
    public void Once_sent_nothing_is_left_to_try()
    {
        _mail.Failed("No answer", Now);
        _mail.Sent(Now.AddMinutes(1));
        _mail.Should().BeEquivalentTo(new { Tries = 2, TryAt = (DateTimeOffset?)null, SentAt = (DateTimeOffset?)Now.AddMinutes(1), LastError = (string?)null });
    }

    [Fact]
    public void What_was_given_up_begins_anew_when_it_is_sent_again()
    {
        _mail.GiveUp("No such mailbox");
        _mail.SendAgain(Now.AddDays(1)).Should().BeTrue();
        _mail.Should().BeEquivalentTo(new { Tries = 0, TryAt = (DateTimeOffset?)Now.AddDays(1), LastError = "No such mailbox" });
        _mail.SendAgain(Now.AddDays(2)).Should().BeFalse();
    }

    [Fact]
    public void What_was_sent_is_not_sent_again()
    {
        _mail.Sent(Now);
        _mail.SendAgain(Now).Should().BeFalse();
        _mail.TryAt.Should().BeNull();
    }

    [Fact]
    public void A_person_without_an_address_cannot_be_written_to()
    {
        var person = new Person("Nakato Florence", "nakato@example.org", Roles.Officer, "en", "UG") { Email = null };
        FluentActions.Invoking(() => new Mail("key", person, "Subject", "Text", Now)).Should().Throw<ArgumentException>();
    }
}
