using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Tests.Pdf;
using HtiAcademy.Web.Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Certificates;

public sealed class PrintRunTests : IDisposable
{
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task An_agency_prints_all_its_certificates_as_one_file_in_name_order()
    {
        await IssueAsync("Zawadi Mary", "Aber Christine", "Éva Namutebi");
        var partner = await _app.SignInAsync(Cast.PartnerInUganda);

        var page = await AskAsync(partner, "/agency", "/agency/certificates/print", nameof(PrintForm.OneFile));

        page.Text.Should().Contain("Certificates ready:");
        using var pdf = new PdfOnDisk(await FileAsync(partner, page));
        var names = (await StandingAsync()).Select(c => c.Printed.HolderName).Order(StringComparer.InvariantCulture).ToList();
        var places = names.Select(name => pdf.Text.IndexOf(name, StringComparison.Ordinal)).ToList();
        places.Should().OnlyContain(place => place >= 0).And.BeInAscendingOrder();
        pdf.PageCount.Should().Be(2 * names.Count);
    }

    [Fact]
    public async Task Of_a_selection_only_those_are_printed_and_recorded()
    {
        await IssueAsync("Zawadi Mary", "Aber Christine");
        var chosen = (await StandingAsync()).Single(c => c.Printed.HolderName == "Aber Christine");
        var partner = await _app.SignInAsync(Cast.PartnerInUganda);

        var page = await AskAsync(partner, "/agency", "/agency/certificates/print", nameof(PrintForm.OneFile), chosen);
        (await AskAsync(partner, "/agency", "/agency/certificates/print", nameof(PrintForm.OneFile), chosen)).Text.Should().Contain("Certificates ready: 1");

        using var pdf = new PdfOnDisk(await FileAsync(partner, page));
        pdf.Text.Should().Contain("Aber Christine").And.NotContain("Zawadi Mary");
        await using var db = _app.Open();
        (await db.Printings.ToListAsync()).Should().HaveCount(2).And.OnlyContain(p => p.CertificateId == chosen.Id);
        (await partner.GetAsync("/agency")).Text.Should().Contain("2 times in all").And.Contain("Not yet");
        (await db.AuditEntries.CountAsync(e => e.What == "certificates.printed")).Should().Be(2);
    }

    [Fact]
    public async Task A_trainer_takes_a_cohorts_certificates_as_a_ZIP_of_signed_files()
    {
        await IssueAsync("O'Brien / Nakato: \"the <brave>\"", "አበበ ተስፋዬ");
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        await using var db = _app.Open();
        var cohort = await db.Cohorts.FirstAsync(c => c.Country == "UG");

        var page = await AskAsync(trainer, $"/cohorts/{cohort.Id}/certificates", "/certificates/print", nameof(PrintForm.Archive));

        using var zip = new ZipArchive(new MemoryStream(await FileAsync(trainer, page)));
        var standing = await StandingAsync();
        zip.Entries.Should().HaveCount(standing.Count);
        zip.Entries.Select(e => e.Name).Should().OnlyHaveUniqueItems().And.Contain(name => name.EndsWith("O Brien Nakato the brave.pdf", StringComparison.Ordinal)).And.Contain(name => name.EndsWith("አበበ ተስፋዬ.pdf", StringComparison.Ordinal));
        foreach (var entry in zip.Entries)
        {
            using var bytes = new MemoryStream();
            await using (var stream = await entry.OpenAsync())
            {
                await stream.CopyToAsync(bytes);
            }

            using var pdf = new PdfOnDisk(bytes.ToArray());
            pdf.Signatures.Should().Contain("Signature is Valid");
        }
    }

    [Fact]
    public async Task A_download_that_breaks_off_goes_on_where_it_stopped()
    {
        var partner = await _app.SignInAsync(Cast.PartnerInUganda);
        var page = await AskAsync(partner, "/agency", "/agency/certificates/print", nameof(PrintForm.OneFile));
        var whole = await FileAsync(partner, page);

        var request = new HttpRequestMessage(HttpMethod.Get, FileOf(page)) { Headers = { Range = new RangeHeaderValue(1000, null) } };
        var rest = await partner.Http.SendAsync(request);

        rest.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        (await rest.Content.ReadAsByteArrayAsync()).Should().Equal(whole[1000..]);
    }

    [Fact]
    public async Task A_run_that_was_cut_short_is_begun_again_and_recorded_once()
    {
        await IssueAsync("Zawadi Mary");
        var run = await RunAsync(await StandingAsync());
        await _app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            var cut = await db.PrintRuns.SingleAsync(r => r.Id == run);
            cut.Begin(_app.Clock.Now);
            cut.Progress(1);
        });

        await PrintAsync();
        await PrintAsync();

        await using var db = _app.Open();
        var done = await db.PrintRuns.SingleAsync(r => r.Id == run);
        (done.State, done.Tries).Should().Be((PrintState.Done, 2));
        (await db.Printings.CountAsync(p => p.RunId == run)).Should().Be(done.Total);
        (await db.PrintedFiles.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_run_that_ends_the_academy_each_time_is_given_up()
    {
        var run = await RunAsync(await StandingAsync());
        for (var i = 0; i < 5; i++)
        {
            await _app.Academy.WriteAsync(Scope.Everything, async db => (await db.PrintRuns.SingleAsync(r => r.Id == run)).Begin(_app.Clock.Now));
        }

        await PrintAsync();

        await using var db = _app.Open();
        (await db.PrintRuns.SingleAsync(r => r.Id == run)).State.Should().Be(PrintState.Failed);
        (await (await _app.SignInAsync(Cast.Administrator)).GetAsync(PrintEndpointsAddress(run))).Text.Should().Contain("could not be printed");
    }

    [Fact]
    public async Task What_was_revoked_since_it_was_asked_for_is_left_out()
    {
        await IssueAsync("Zawadi Mary");
        var run = await RunAsync(await StandingAsync());
        await _app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            var certificate = await db.Certificates.SingleAsync(c => c.Printed.HolderName == "Zawadi Mary");
            certificate.Revoke("Issued to the wrong person.", await db.People.FirstAsync(p => p.NormalizedEmail == "ADMIN@DEMO.EXAMPLE"), _app.Clock.Now);
        });

        await PrintAsync();

        var page = await (await _app.SignInAsync(Cast.Administrator)).GetAsync(PrintEndpointsAddress(run));
        page.Text.Should().Contain("since you asked for them: 1");
    }

    [Fact]
    public async Task While_it_waits_the_page_tells_how_far_it_is_and_renews_itself()
    {
        var run = await RunAsync(await StandingAsync());
        var page = await (await _app.SignInAsync(Cast.Administrator)).GetAsync(PrintEndpointsAddress(run));

        page.Text.Should().Contain("0 of").And.NotContain("Download");
        page.Response.Headers.GetValues("Refresh").Should().Equal("2");
    }

    [Fact]
    public async Task Whoever_no_longer_sees_a_certificate_no_longer_reads_the_file()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        Guid cohort;
        await using (var db = _app.Open())
        {
            cohort = (await db.Cohorts.FirstAsync(c => c.Country == "UG")).Id;
        }

        var page = await AskAsync(trainer, $"/cohorts/{cohort}/certificates", "/certificates/print", nameof(PrintForm.OneFile));
        await _app.Academy.WriteAsync(Scope.Everything, async db => (await db.People.SingleAsync(p => p.NormalizedEmail == "TRAINER.UG@DEMO.EXAMPLE")).TrainIn("KE"));

        var again = await _app.SignInAsync(Cast.TrainerInUganda);
        (await again.Http.GetAsync(FileOf(page))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_run_that_fails_does_not_keep_the_others_waiting()
    {
        var sound = await StandingAsync();
        await _app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            var emblem = new Emblem([1, 2, 3]);
            db.Add(emblem);
            (await db.Agencies.SingleAsync(a => a.Country == "UG")).Show(emblem);
        });
        var poisoned = await RunAsync(await IssueAsync("Zawadi Mary"));
        var behind = await RunAsync(sound);

        await this.Awaiting(t => t.PrintAsync()).Should().ThrowAsync<AggregateException>().WithMessage($"1 runs, * certificates; 1 failed (print run {poisoned}: *");

        await using var db = _app.Open();
        (await db.PrintRuns.SingleAsync(r => r.Id == poisoned)).State.Should().Be(PrintState.Running, "it is tried again");
        (await db.PrintRuns.SingleAsync(r => r.Id == behind)).State.Should().Be(PrintState.Done);
    }

    [Fact]
    public async Task After_a_week_the_file_is_gone()
    {
        var run = await RunAsync(await StandingAsync());
        await PrintAsync();

        _app.Clock.Advance(TimeSpan.FromDays(8));
        await PrintAsync();

        await using var db = _app.Open();
        (await db.PrintRuns.AnyAsync()).Should().BeFalse();
        (await db.PrintedFiles.AnyAsync()).Should().BeFalse();
        (await db.Printings.CountAsync(p => p.RunId == run)).Should().BeGreaterThan(0, "that they were printed stays on record");
    }

    [Fact]
    public async Task Another_agencys_certificates_are_not_printed_by_naming_them()
    {
        await using var db = _app.Open();
        var kenyan = await db.Certificates.FirstAsync(c => c.Country == "KE");
        var partner = await _app.SignInAsync(Cast.PartnerInUganda);

        var page = await AskAsync(partner, "/agency", "/agency/certificates/print", nameof(PrintForm.OneFile), kenyan);

        page.Text.Should().Contain("Nothing was printed");
        (await db.PrintRuns.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Of_none_that_is_ticked_nothing_is_printed()
    {
        await IssueAsync("Zawadi Mary");
        var partner = await _app.SignInAsync(Cast.PartnerInUganda);
        var roll = await partner.GetAsync("/agency");
        var ticking = roll.Document.Forms.Single(f => f.QuerySelector("[name=ticked]") is not null);

        (await partner.SubmitAsync(ticking, ("form", nameof(PrintForm.OneFile)))).Text.Should().Contain("Nothing was printed");
    }

    [Fact]
    public async Task Whoever_leaves_finds_the_file_again_and_nobody_elses()
    {
        var partner = await _app.SignInAsync(Cast.PartnerInUganda);
        var page = await AskAsync(partner, "/agency", "/agency/certificates/print", nameof(PrintForm.OneFile));
        await RunAsync(await StandingAsync());

        (await partner.GetAsync("/agency")).Document.QuerySelectorAll("a[href^='/certificates/prints/']").Select(a => a.GetAttribute("href")).Should().Equal(page.Address);
    }

    [Fact]
    public async Task The_file_names_the_agency_the_day_and_the_paper()
    {
        var partner = await _app.SignInAsync(Cast.PartnerInUganda);
        var page = await AskAsync(partner, "/agency", "/agency/certificates/print", nameof(PrintForm.Archive));
        var response = await partner.Http.GetAsync(FileOf(page));

        response.Content.Headers.ContentDisposition!.FileName!.Trim('"').Should().Be("Police Headquarters Kampala demo 2026-11-23 a4.zip");
    }

    [Theory]
    [InlineData("UG", "a4")]
    [InlineData("GT", "letter")]
    [InlineData("BZ", "letter")]
    public void Each_country_has_its_paper(string country, string paper) => PaperSizes.Of(country).Should().Be(paper);

    [Fact]
    public async Task Nobody_else_reads_what_somebody_printed()
    {
        var partner = await _app.SignInAsync(Cast.PartnerInUganda);
        var page = await AskAsync(partner, "/agency", "/agency/certificates/print", nameof(PrintForm.OneFile));

        foreach (var other in new[] { Cast.PartnerInKenya, Cast.TrainerInUganda, Cast.OfficerInUganda })
        {
            var visitor = await _app.SignInAsync(other);
            (await visitor.Http.GetAsync(page.Address)).StatusCode.Should().Be(HttpStatusCode.NotFound, other);
            (await visitor.Http.GetAsync(FileOf(page))).StatusCode.Should().Be(HttpStatusCode.NotFound, other);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(PrintRun.Most + 1)]
    public void A_run_has_from_one_to_a_thousand_certificates(int count) =>
        FluentActions.Invoking(() => new PrintRun([.. Enumerable.Range(0, count).Select(_ => Guid.NewGuid())], PrintForm.OneFile, "a4", "name", "/agency", Guid.NewGuid(), _app.Clock.Now))
            .Should().Throw<ArgumentOutOfRangeException>();

    [Theory]
    [InlineData("Nakato Florence", "Nakato Florence")]
    [InlineData("../../etc/passwd", "etc passwd")]
    [InlineData("CON", "CON")]
    [InlineData("a\\b:c*d?e\"f<g>h|i\0j", "a b c d e f g h i j")]
    [InlineData("José Ñúñez", "José Ñúñez")]
    [InlineData("श्री प्रकाश", "श्री प्रकाश")]
    [InlineData("...", "")]
    [InlineData("-rf", "rf")]
    public void Files_have_names_that_every_computer_takes(string holder, string safe) => FileNames.Safe(holder).Should().Be(safe);

    [Fact]
    public void A_long_name_is_cut() => FileNames.Safe(new string('n', 120)).Should().HaveLength(60);

    public void Dispose() => _app.Dispose();

    private static string PrintEndpointsAddress(Guid run) => $"/certificates/prints/{run}";

    private static string FileOf(Page page) => $"{page.Address}/file";

    private static async Task<byte[]> FileAsync(Visitor visitor, Page page)
    {
        var response = await visitor.Http.GetAsync(page.Document.QuerySelector("a[href$='/file']")!.GetAttribute("href"));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task<Page> AskAsync(Visitor visitor, string page, string action, string form, params Certificate[] chosen)
    {
        var roll = await visitor.GetAsync(page);
        return await visitor.SubmitAsync(roll.Form(action), [("form", form), ("paper", "a4"), .. chosen.Select(c => ("certificate", c.Id.ToString())), .. chosen.Length > 0 ? [("ticked", "true")] : Array.Empty<(string, string)>()]);
    }

    /// <summary>Asked for by the administrator and not yet printed.</summary>
    private Task<Guid> RunAsync(IReadOnlyList<Certificate> certificates) => _app.Academy.WriteAsync(Scope.Everything, async db =>
    {
        var administrator = await db.People.FirstAsync(p => p.NormalizedEmail == "ADMIN@DEMO.EXAMPLE");
        var run = new PrintRun([.. certificates.Select(c => c.Id)], PrintForm.OneFile, "a4", "certificates", "/agency", administrator.Id, _app.Clock.Now);
        db.Add(run);
        return run.Id;
    });

    private async Task PrintAsync()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PrintRunJob>().RunAsync(CancellationToken.None);
    }

    private async Task<List<Certificate>> StandingAsync()
    {
        await using var db = _app.Open();
        return await db.Certificates.AsNoTracking().Standing().Where(c => c.Country == "UG").ToListAsync();
    }

    private Task<IReadOnlyList<Certificate>> IssueAsync(params string[] names) => IssuedCertificates.AddAsync(_app, "UG", names);
}
