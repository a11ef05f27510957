using System.Net;
using System.Text.Json;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Tests.Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Privacy;

public sealed class ForgottenCertificateTests : IAsyncLifetime, IDisposable
{
    private const string Name = "Zawadi Quintessa";

    private readonly AcademyApp _app = new();
    private Certificate _before = null!;

    private string Page => $"/verify/{_before.Code}";

    public async Task InitializeAsync()
    {
        _before = (await IssuedCertificates.AddAsync(_app, "UG", Name))[0];
        await _app.EraseAsync(_before.OfficerId);
    }

    [Fact]
    public async Task The_page_says_how_it_stands_and_asks_for_the_name()
    {
        var page = await _app.Visit().GetAsync(Page);

        page.Text.Should().Contain("Valid: this certificate is genuine and still stands").And.Contain("asked the academy to forget them").And.Contain(_before.Number).And.Contain(_before.Printed.AgencyName);
        page.Text.Should().NotContain("Quintessa").And.NotContain("Inspector").And.NotContain("Digital badge");
    }

    [Theory]
    [InlineData(Name, true)]
    [InlineData("zawadi  quintessa", true)]
    [InlineData("Quintessa Zawadi", false)]
    [InlineData("Zawadi Quintess", false)]
    public async Task Whoever_gives_the_exact_name_is_told_that_it_is_right(string name, bool right)
    {
        var visitor = _app.Visit();

        var page = await visitor.SubmitAsync((await visitor.GetAsync(Page)).Form("holder"), ("Holder.Name", name));

        page.Text.Contains("Yes: the certificate was issued to this name", StringComparison.Ordinal).Should().Be(right);
        page.Text.Contains("No: the certificate was not issued to this name", StringComparison.Ordinal).Should().Be(!right);
        page.Form("holder").Value("Holder.Name").Should().Be(name);
        page.Response.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task Names_cannot_be_tried_one_after_the_other()
    {
        var visitor = _app.Visit();
        var form = (await visitor.GetAsync(Page)).Form("holder");
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 21; i++)
        {
            answers.Add((await visitor.PostAsync(form, ("Holder.Name", $"Zawadi {i}"))).StatusCode);
        }

        answers[^1].Should().Be(HttpStatusCode.TooManyRequests);
        (await visitor.GetAsync(Page)).Response.StatusCode.Should().Be(HttpStatusCode.OK, "verifying goes on");
    }

    [Fact]
    public async Task The_QR_code_of_the_paper_is_still_told_from_a_forged_one()
    {
        var statement = _before.Statement!;
        (await _app.Visit().GetAsync($"{Page}/{statement}")).Text.Should().Contain($"signed by the academy and says: {Name}").And.NotContain("Do not rely");
        var altered = statement[..^5] + (statement[^5] == 'A' ? 'B' : 'A') + statement[^4..];
        (await _app.Visit().GetAsync($"{Page}/{altered}")).Text.Should().Contain("was altered").And.NotContain("Quintessa");
        var other = (await IssuedCertificates.AddAsync(_app, "UG", "Okot Paul"))[0];
        (await _app.Visit().GetAsync($"{Page}/{other.Statement}")).Text.Should().Contain("belongs to another certificate");
    }

    [Fact]
    public async Task Machines_are_told_the_same()
    {
        var json = await _app.Visit().Http.GetStringAsync($"{Page}.json");

        var answer = JsonDocument.Parse(json).RootElement;
        (answer.GetProperty("status").GetString(), answer.GetProperty("holderForgotten").GetBoolean()).Should().Be(("valid", true));
        answer.GetProperty("paper").GetProperty("name").ValueKind.Should().Be(JsonValueKind.Null);
        answer.GetProperty("paper").GetProperty("number").GetString().Should().Be(_before.Number);
        json.Should().NotContain("Quintessa");
        foreach (var credential in new[] { "credential.jwt", "credential.json" })
        {
            (await _app.Visit().Http.GetAsync($"{Page}/{credential}")).StatusCode.Should().Be(HttpStatusCode.Gone);
        }
    }

    [Fact]
    public async Task Nobody_prints_it_or_corrects_a_name_that_is_not_there()
    {
        await using var db = _app.Open();
        var certificate = await db.Certificates.SingleAsync(c => c.Id == _before.Id);
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var cohort = await db.Enrolments.Where(e => e.Id == certificate.EnrolmentId).Select(e => e.CohortId).SingleAsync();

        (await trainer.Http.GetAsync($"/certificates/{certificate.Number}.pdf")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        var roll = await trainer.GetAsync($"/cohorts/{cohort}/certificates");
        roll.Text.Should().Contain("Holder forgotten").And.Contain(certificate.Number);
        roll.Document.QuerySelector($"input[value='{certificate.Id}']").Should().BeNull();
        var change = await trainer.GetAsync($"/certificates/{certificate.Number}/change");
        change.Document.QuerySelector("[name=name]").Should().BeNull();
        (await trainer.PostAsync(change.Form("/change"), ("kind", "NameCorrection"), ("name", "Another Name"), ("reason", "The names are exchanged"))).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await trainer.SubmitAsync(change.Form("/change"), ("kind", "Revocation"), ("reason", "Issued to the wrong person"))).Text.Should().Contain("The change is asked for");
        var administrator = await _app.SignInAsync(Cast.Administrator);
        (await administrator.GetAsync($"/admin/certificates/{certificate.Id}")).Text.Should().Contain("cannot be printed");
        certificate.Invoking(c => c.Correct("Another Name", 9, VerificationCode.New(), 9, _app.Clock.Now)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public async Task Numbers_stay_without_gaps_and_no_start_signs_it_again()
    {
        await _app.Academy.WriteAsync(Scope.Everything, db => db.ProveOlderCertificatesAsync(_app.Services.GetRequiredService<IProveCertificates>(), CancellationToken.None));

        await using var db = _app.Open();
        var certificates = await db.Certificates.Where(c => c.Country == "UG" && c.Year == _before.Year).OrderBy(c => c.Sequence).ToListAsync();
        certificates.Select(c => c.Sequence).Should().Equal(Enumerable.Range(1, certificates.Count));
        var forgotten = certificates.Single(c => c.Id == _before.Id);
        (forgotten.Statement, forgotten.Credential, forgotten.StatusIndex).Should().Be((null, null, _before.StatusIndex));
        forgotten.Printed.Should().Be(_before.Printed with { HolderName = "", Rank = null });
        var seal = forgotten.HolderSeal;
        forgotten.Forget();
        forgotten.HolderSeal.Should().BeSameAs(seal, "the second time there is no name to seal");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _app.Dispose();
}
