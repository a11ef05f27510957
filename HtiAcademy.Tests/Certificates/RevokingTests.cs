using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Certificates;

public class RevokingTests
{
    private const string Reason = "Issued to the wrong person.";

    private static readonly DateTimeOffset Later = BorderPosts.Noon.AddDays(5);

    [Fact]
    public async Task It_is_audited_with_who_what_why_and_from_where()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.CertificateOfAsync("Nakato");

        await academy.RevokedAsync(certificate, Reason, Later);

        await using var db = academy.Open();
        (await db.Certificates.SingleAsync()).RevokedReason.Should().Be(Reason);
        var entry = await db.AuditEntries.SingleAsync(e => e.What == "certificate.revoked");
        entry.Should().BeEquivalentTo(
            new { By = "ruth@example.org", What = "certificate.revoked", Record = $"HTI-UG-2026-000001: {Reason}", From = "192.0.2.7", At = Later });
    }

    [Fact]
    public async Task Done_twice_it_is_done_and_audited_once()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.CertificateOfAsync("Nakato");

        await academy.RevokedAsync(certificate, Reason, Later);
        var again = await academy.RevokedAsync(certificate, "A second thought about it.", Later.AddHours(1));

        again.RevokedReason.Should().Be(Reason);
        again.RevokedAt.Should().Be(Later);
        await using var db = academy.Open();
        (await db.AuditEntries.CountAsync(e => e.What == "certificate.revoked")).Should().Be(1);
    }

    [Fact]
    public async Task Done_by_several_at_once_one_reason_stands_and_is_the_audited_one()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.CertificateOfAsync("Nakato");

        await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Task.Run(() => academy.RevokedAsync(certificate, $"The reason of person {i}.", Later))));

        await using var db = academy.Open();
        var standing = await db.Certificates.SingleAsync();
        (await db.AuditEntries.SingleAsync(e => e.What == "certificate.revoked")).Record.Should().Be($"{standing.Number}: {standing.RevokedReason}");
    }

    [Fact]
    public async Task Without_a_proper_reason_nothing_is_saved()
    {
        await using var academy = await BorderPosts.OpenAsync();
        var certificate = await academy.CertificateOfAsync("Nakato");

        await academy.Invoking(a => a.RevokedAsync(certificate, "mistake", Later)).Should().ThrowAsync<ArgumentException>();

        await using var db = academy.Open();
        (await db.Certificates.SingleAsync()).RevokedAt.Should().BeNull();
        (await db.AuditEntries.AnyAsync(e => e.What == "certificate.revoked")).Should().BeFalse();
    }

    [Fact]
    public async Task Of_a_certificate_that_is_not_there_nothing_is_revoked_or_audited()
    {
        await using var academy = await BorderPosts.OpenAsync();

        var found = await academy.Academy.WriteAsync(
            Scope.Everything, db => db.RevokeCertificateAsync(Guid.NewGuid(), Reason, academy.Administrator.Id, "", Later, CancellationToken.None));

        found.Should().BeNull();
        await using var db = academy.Open();
        (await db.AuditEntries.AnyAsync(e => e.What == "certificate.revoked")).Should().BeFalse();
    }
}
