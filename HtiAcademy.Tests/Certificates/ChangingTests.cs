using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Certificates;

public class ChangingTests
{
    private const string Reason = "Issued to the wrong person.";

    private static readonly DateTimeOffset Later = BorderPosts.Noon.AddDays(5);

    [Fact]
    public async Task A_revocation_is_audited_with_who_asked_who_approved_why_and_from_where()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.CertificateOfAsync("Nakato");

        await academy.ChangedAsync(certificate, CertificateChangeKind.Revocation, null, Reason, Later);

        var revoked = await academy.FoundAsync(certificate);
        revoked.RevokedReason.Should().Be(Reason);
        revoked.RevokedById.Should().Be(academy.Administrator.Id);
        await using var db = academy.Open();
        var change = await db.CertificateChanges.SingleAsync();
        change.Reason.Should().Be(Reason);
        (await AuditAsync(academy)).Should().Equal(
            (academy.Trainer.AuditName, "certificate.change-asked", $"HTI-UG-2026-000001: Revocation, change {change.Id}"),
            (academy.Administrator.AuditName, "certificate.revoked", $"HTI-UG-2026-000001: Revocation, change {change.Id}"));
        (await db.Enrolments.SingleAsync()).State.Should().Be(EnrolmentState.Completed);
    }

    [Fact]
    public async Task Nothing_changes_before_it_is_decided()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.CertificateOfAsync("Nakato");

        await academy.AskAsync(certificate, CertificateChangeKind.Revocation, null, Reason, academy.Trainer, Later);

        (await academy.FoundAsync(certificate)).Stands.Should().BeTrue();
    }

    [Fact]
    public async Task A_corrected_name_is_a_new_certificate_with_the_next_number_and_the_officers_name_from_then_on()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.CertificateOfAsync("Nakato Florance");
        await academy.CertificateOfAsync("Okello");

        await academy.ChangedAsync(certificate, CertificateChangeKind.NameCorrection, " Nakato  Florence ", "A letter of the name is wrong.", Later);

        await using var db = academy.Open();
        var corrected = await db.Certificates.SingleAsync(c => c.EnrolmentId == certificate.EnrolmentId && c.Edition == 2);
        corrected.Number.Should().Be("HTI-UG-2026-000003");
        corrected.Printed.HolderName.Should().Be("Nakato Florence");
        corrected.Credential.Should().Be("credential of HTI-UG-2026-000003");
        (await academy.FoundAsync(certificate)).StatusOn(new(2026, 7, 1)).Should().Be(CertificateStatus.Superseded);
        (await db.People.SingleAsync(p => p.Id == certificate.OfficerId)).FullName.Should().Be("Nakato Florence");
        (await AuditAsync(academy))[^1].Record.Should().StartWith("HTI-UG-2026-000001 → HTI-UG-2026-000003, change ").And.NotContain("Nakato", "the log keeps no names");
    }

    [Fact]
    public async Task A_withdrawn_completion_takes_its_certificate_with_it()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.CertificateOfAsync("Nakato");

        await academy.ChangedAsync(certificate, CertificateChangeKind.Withdrawal, null, "Somebody else took the final.", Later);

        var revoked = await academy.FoundAsync(certificate);
        revoked.StatusOn(new(2026, 7, 1)).Should().Be(CertificateStatus.Revoked);
        revoked.RevokedReason.Should().Be("Somebody else took the final.");
        await using var db = academy.Open();
        var enrolment = await db.Enrolments.SingleAsync();
        enrolment.State.Should().Be(EnrolmentState.Withdrawn);
        enrolment.CompletedAt.Should().BeNull();
        (await AuditAsync(academy))[^1].What.Should().Be("completion.withdrawn");
    }

    [Fact]
    public async Task Whoever_asked_does_not_decide_nor_does_the_holder()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.CertificateOfAsync("Nakato");
        await academy.AskAsync(certificate, CertificateChangeKind.Revocation, null, Reason, academy.Trainer, Later);
        await using var db = academy.Open();
        var holder = await db.People.SingleAsync(p => p.Id == certificate.OfficerId);

        (await academy.DecideAsync(certificate, null, academy.Trainer, Later)).Should().Be(ChangeOutcome.NotYours);
        (await academy.DecideAsync(certificate, null, holder, Later)).Should().Be(ChangeOutcome.NotYours);

        (await academy.FoundAsync(certificate)).Stands.Should().BeTrue();
    }

    [Fact]
    public async Task Refused_it_changes_nothing_and_says_why_and_another_may_be_asked_for()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.CertificateOfAsync("Nakato");
        await academy.AskAsync(certificate, CertificateChangeKind.Revocation, null, Reason, academy.Trainer, Later);

        (await academy.DecideAsync(certificate, "It was the right person.", academy.Administrator, Later)).Should().Be(ChangeOutcome.Done);

        (await academy.FoundAsync(certificate)).Stands.Should().BeTrue();
        await using var db = academy.Open();
        (await db.CertificateChanges.SingleAsync()).Answer.Should().Be("It was the right person.");
        (await academy.AskAsync(certificate, CertificateChangeKind.Revocation, null, Reason, academy.Trainer, Later.AddDays(1))).Should().Be(ChangeOutcome.Done);
    }

    [Fact]
    public async Task One_change_waits_at_a_time_however_many_ask_at_once()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.CertificateOfAsync("Nakato");

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Task.Run(
            () => academy.AskAsync(certificate, CertificateChangeKind.Revocation, null, $"The reason of person {i}.", academy.Trainer, Later))));

        outcomes.Should().ContainSingle(o => o == ChangeOutcome.Done);
        outcomes.Where(o => o != ChangeOutcome.Done).Should().HaveCount(5).And.OnlyContain(o => o == ChangeOutcome.AskedBefore);
    }

    [Fact]
    public async Task Decided_by_several_at_once_it_is_decided_once()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.CertificateOfAsync("Nakato Florance");
        await academy.AskAsync(certificate, CertificateChangeKind.NameCorrection, "Nakato Florence", "A letter of the name is wrong.", academy.Trainer, Later);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Task.Run(
            () => academy.DecideAsync(certificate, i % 2 == 0 ? null : "It is right as it is.", academy.Administrator, Later))));

        outcomes.Should().ContainSingle(o => o == ChangeOutcome.Done);
        await using var db = academy.Open();
        (await db.Certificates.CountAsync()).Should().Be((await db.CertificateChanges.SingleAsync()).Approved == true ? 2 : 1);
    }

    [Fact]
    public async Task Of_what_no_longer_stands_or_is_not_there_no_change_can_be_asked_for()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.RevokedAsync(await academy.CertificateOfAsync("Nakato"), Reason, Later);

        (await academy.AskAsync(certificate, CertificateChangeKind.Revocation, null, Reason, academy.Trainer, Later)).Should().Be(ChangeOutcome.NoLongerStands);
        (await academy.Academy.WriteAsync(Scope.Everything, db => db.AskForChangeAsync(Guid.NewGuid(), CertificateChangeKind.Revocation, null, Reason, academy.Trainer.Id, "", Later, CancellationToken.None)))
            .Should().Be(ChangeOutcome.Unknown);
        (await academy.Academy.WriteAsync(Scope.Everything, db => db.DecideChangeAsync(certificate.Id, Guid.NewGuid(), null, academy.Trainer.Id, Unsigned.Prover, "", Later, CancellationToken.None)))
            .Should().Be(ChangeOutcome.Unknown);
    }

    [Fact]
    public async Task A_correction_does_not_wait_for_a_revocation_which_then_strikes_the_corrected_one()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.CertificateOfAsync("Nakato Florance");
        await academy.AskAsync(certificate, CertificateChangeKind.Revocation, null, Reason, academy.Trainer, Later);
        await academy.ChangedAsync(certificate, CertificateChangeKind.NameCorrection, "Nakato Florence", "A letter of the name is wrong.", Later.AddHours(1));

        await using (var db = academy.Open())
        {
            var revocation = await db.CertificateChanges.SingleAsync(c => c.Kind == CertificateChangeKind.Revocation);
            (await academy.Academy.WriteAsync(Scope.Everything, write => write.DecideChangeAsync(certificate.Id, revocation.Id, null, academy.Administrator.Id, Unsigned.Prover, "", Later.AddHours(2), CancellationToken.None)))
                .Should().Be(ChangeOutcome.Done);
        }

        await using var after = academy.Open();
        (await after.Certificates.SingleAsync(c => c.Edition == 2)).RevokedReason.Should().Be(Reason);
        (await academy.FoundAsync(certificate)).StatusOn(new(2026, 7, 1)).Should().Be(CertificateStatus.Superseded);
    }

    [Fact]
    public async Task Of_two_changes_that_end_a_certificate_the_second_is_not_approved()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.CertificateOfAsync("Nakato");
        await academy.AskAsync(certificate, CertificateChangeKind.Withdrawal, null, "Somebody else took the final.", academy.Trainer, Later);
        await academy.ChangedAsync(certificate, CertificateChangeKind.Revocation, null, Reason, Later.AddHours(1));
        await using var db = academy.Open();
        var withdrawal = await db.CertificateChanges.SingleAsync(c => c.Kind == CertificateChangeKind.Withdrawal);

        (await academy.Academy.WriteAsync(Scope.Everything, write => write.DecideChangeAsync(certificate.Id, withdrawal.Id, null, academy.Administrator.Id, Unsigned.Prover, "", Later.AddHours(2), CancellationToken.None)))
            .Should().Be(ChangeOutcome.NoLongerStands);

        (await academy.FoundAsync(certificate)).RevokedReason.Should().Be(Reason);
    }

    [Theory]
    [InlineData(CertificateChangeKind.NameCorrection, null, Reason)]
    [InlineData(CertificateChangeKind.NameCorrection, " ", Reason)]
    [InlineData(CertificateChangeKind.NameCorrection, "N", Reason)]
    [InlineData(CertificateChangeKind.NameCorrection, "1234", Reason)]
    [InlineData(CertificateChangeKind.NameCorrection, " Nakato ", Reason)]
    [InlineData(CertificateChangeKind.NameCorrection, "Nakato\tFlorence", Reason)]
    [InlineData(CertificateChangeKind.NameCorrection, "Nakato Florence", "mistake")]
    [InlineData(CertificateChangeKind.Revocation, "Nakato Florence", Reason)]
    [InlineData(CertificateChangeKind.Revocation, null, "")]
    public async Task What_makes_no_sense_cannot_be_asked_for(CertificateChangeKind kind, string? name, string reason)
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.CertificateOfAsync("Nakato");

        await academy.Invoking(a => a.AskAsync(certificate, kind, name, reason, a.Trainer, Later)).Should().ThrowAsync<ArgumentException>();

        await using var db = academy.Open();
        (await db.CertificateChanges.AnyAsync()).Should().BeFalse();
    }

    [Theory]
    [InlineData("José Ángel Ñúñez")]
    [InlineData("N’Guessan Jr.")]
    [InlineData("श्री प्रकाश")]
    [InlineData("O'Brien-Ó Dónaill")]
    [InlineData("አበበ ተስፋዬ")]
    [InlineData("محمد عبد الله")]
    public void Names_of_every_script_do(string name) => CertificateChange.IsName(name).Should().BeTrue();

    [Theory]
    [InlineData("Natasha \u202eevil")]
    [InlineData("Nata\u200bsha")]
    [InlineData("Natasha\u2028Zulu")]
    [InlineData("Natasha\u00adZulu")]
    [InlineData("Natasha \ue000")]
    [InlineData("Natasha 😀")]
    [InlineData("Natasha <b>")]
    [InlineData("Natasha 2")]
    [InlineData("\ufeffNatasha")]
    public void What_is_not_seen_or_no_letter_does_not(string name) => CertificateChange.IsName(name).Should().BeFalse();

    [Theory]
    [InlineData(120, true)]
    [InlineData(121, false)]
    public void A_name_has_120_characters_at_most(int length, bool is_name) => CertificateChange.IsName(new string('n', length)).Should().Be(is_name);

    private static async Task<List<(string By, string What, string Record)>> AuditAsync(BorderPosts academy)
    {
        await using var db = academy.Open();
        var entries = await db.AuditEntries.Where(e => e.From == "192.0.2.7").OrderBy(e => e.Sequence).ToListAsync();
        entries.Should().OnlyContain(e => e.At == Later);
        return [.. entries.Select(e => (e.By, e.What, e.Record))];
    }
}
