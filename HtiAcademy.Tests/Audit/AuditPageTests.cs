using System.Net;
using System.Text;
using System.Text.Json;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Web.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Audit;

public sealed class AuditPageTests : IDisposable
{
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task An_administrator_finds_who_did_what()
    {
        var trainer = await PersonAsync(Cast.TrainerInUganda);
        await ActAsync(trainer, "certificate.revoked", "HTI-UG-2026-000001");
        await ActAsync(await PersonAsync(Cast.TrainerInKenya), "certificate.corrected", "HTI-KE-2026-000001");
        var administrator = await _app.SignInAsync(Cast.Administrator);

        Rows(await administrator.GetAsync("/admin/audit?who=TRAINER.ug")).Should().ContainSingle().Which.Should().Contain(trainer.FullName).And.Contain("Certificate revoked").And.Contain("HTI-UG-2026-000001");
        Rows(await administrator.GetAsync("/admin/audit?what=certificate.corrected")).Should().ContainSingle().Which.Should().Contain("HTI-KE");
        Rows(await administrator.GetAsync("/admin/audit?record=hti-ke")).Should().ContainSingle();
        Rows(await administrator.GetAsync("/admin/audit?who=nobody-at-all")).Should().BeEmpty();
        (await administrator.GetAsync("/admin/audit?from=2026-13-40")).Text.Should().Contain("Write days as");
    }

    [Fact]
    public async Task Days_are_those_of_the_administrators_country()
    {
        // 23 November 21:30 UTC is the 24th in Kampala.
        _app.Clock.Advance(new DateTimeOffset(2026, 11, 23, 21, 30, 0, TimeSpan.Zero) - _app.Clock.Now);
        await ActAsync(await PersonAsync(Cast.TrainerInUganda), "certificate.revoked", "HTI-UG-2026-000001");
        var administrator = await _app.SignInAsync(Cast.Administrator);

        Rows(await administrator.GetAsync("/admin/audit?what=certificate.revoked&from=2026-11-24&to=2026-11-24")).Should().ContainSingle().Which.Should().Contain("2026-11-24 00:30:00");
        Rows(await administrator.GetAsync("/admin/audit?what=certificate.revoked&to=2026-11-23")).Should().BeEmpty();
    }

    [Fact]
    public async Task Long_logs_are_read_page_by_page()
    {
        var trainer = await PersonAsync(Cast.TrainerInUganda);
        for (var i = 0; i < 120; i++)
        {
            await ActAsync(trainer, "essay.marked", $"essay {i}");
        }

        var administrator = await _app.SignInAsync(Cast.Administrator);
        var first = await administrator.GetAsync("/admin/audit?what=essay.marked");
        Rows(first).Should().HaveCount(100);
        var older = first.Document.Links.Select(l => l.GetAttribute("href")!).Single(h => h.Contains("below=", StringComparison.Ordinal));
        Rows(await administrator.GetAsync(older)).Should().HaveCount(20).And.OnlyContain(row => row.Contains("essay "));
    }

    [Fact]
    public async Task What_was_found_is_taken_out_as_a_table_and_as_a_chain_and_the_log_knows()
    {
        var trainer = await PersonAsync(Cast.TrainerInUganda);
        await ActAsync(trainer, "certificate.revoked", "=HYPERLINK(1)");
        var administrator = await _app.SignInAsync(Cast.Administrator);
        var form = (await administrator.GetAsync("/admin/audit?what=certificate.revoked")).Form("/export");

        var csv = await (await administrator.PostAsync(form, ("format", "csv"))).Content.ReadAsStringAsync();
        csv.Should().Contain(trainer.FullName).And.Contain(trainer.AuditName).And.Contain("'=HYPERLINK(1)");
        var lines = (await (await administrator.PostAsync(form, ("format", "jsonl"))).Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var entry = JsonDocument.Parse(lines.Should().ContainSingle().Subject).RootElement;
        entry.GetProperty("what").GetString().Should().Be("certificate.revoked");
        await using var db = _app.Open();
        (await db.AuditEntries.Where(e => e.What == "audit.exported").OrderBy(e => e.Sequence).Select(e => e.Record).ToListAsync()).Should().Equal("1 entries; what certificate.revoked", "1 entries; what certificate.revoked");
        (await db.AuditEntries.SingleAsync(e => e.What == "certificate.revoked")).Hash.Should().Be(entry.GetProperty("hash").GetString());
    }

    [Fact]
    public async Task The_nightly_check_notes_where_the_log_ends_and_finds_a_cut()
    {
        await ActAsync(await PersonAsync(Cast.TrainerInUganda), "certificate.revoked", "HTI-UG-2026-000001");
        (await CheckAsync()).Should().EndWith("entries, whole");
        await CheckAsync();
        var checkpoints = _app.Services.GetRequiredService<AuditCheckpoints>();
        checkpoints.Read().Should().ContainSingle("nothing happened between the two");

        await using (var db = _app.Open())
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM AuditEntries WHERE Sequence = (SELECT MAX(Sequence) FROM AuditEntries)");
        }

        await this.Awaiting(t => t.CheckAsync()).Should().ThrowAsync<InvalidDataException>().WithMessage("The audit log ends at entry * and once went on beyond it.");
    }

    [Theory]
    [InlineData("2026-11-23T02:20:00.0000000Z 5 00 AAAA")]
    [InlineData("nonsense")]
    public async Task A_checkpoint_that_somebody_wrote_is_no_checkpoint(string line)
    {
        await File.AppendAllTextAsync(Path.Combine(_app.DataDirectory, AuditCheckpoints.FileName), line + "\n");
        await this.Awaiting(t => t.CheckAsync()).Should().ThrowAsync<InvalidDataException>().WithMessage("Line 1 of *");
    }

    [Fact]
    public void Every_act_that_is_logged_has_words()
    {
        AuditedKinds.All().Should().Contain("certificate.revoked").And.BeSubsetOf(AuditWords.Kinds.Keys);
    }

    [Theory]
    [InlineData(Cast.TrainerInUganda)]
    [InlineData(Cast.PartnerInUganda)]
    [InlineData(Cast.OfficerInUganda)]
    public async Task Nobody_else_reads_it(string who)
    {
        var visitor = await _app.SignInAsync(who);
        (await visitor.Http.GetAsync("/admin/audit")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await visitor.PostAsync((await visitor.GetAsync("/")).Document.Forms[0].To("/admin/audit/export"), ("format", "csv"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    public void Dispose() => _app.Dispose();

    private static List<string> Rows(Page page) => [.. page.Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent)];

    private async Task<Person> PersonAsync(string address)
    {
        await using var db = _app.Open();
        return await db.People.SingleAsync(p => p.Email == address);
    }

    private Task ActAsync(Person by, string what, string record) => _app.Academy.WriteAsync(
        Scope.Everything, db => db.AuditAsync(by.AuditName, what, record, "192.0.2.7", _app.Clock.Now, CancellationToken.None));

    private async Task<string> CheckAsync()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuditJob>().RunAsync(CancellationToken.None);
    }
}
