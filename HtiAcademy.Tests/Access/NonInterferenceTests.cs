using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Access;

/// <summary>
/// Whatever happens where a person has nothing to see, every page they can reach stays as it was, to the letter: so no name,
/// no count, no total and no choice of a list gives it away.
/// </summary>
public sealed partial class NonInterferenceTests : IAsyncLifetime
{
    private const string Elsewhere = "Zzyzx";

    private readonly AccessMatrixTests.SharedApp _shared = new();

    public Task InitializeAsync() => _shared.InitializeAsync();

    public Task DisposeAsync() => _shared.DisposeAsync();

    [Theory]
    [InlineData(Cast.TrainerInKenya, "/cohorts/", "/admin/people/", "/reports", "/author", "/marking")]
    [InlineData(Cast.PartnerInKenya, "/agency", "/reports")]
    [InlineData(Cast.OfficerInKenya, "/learn/", "/certificates")]
    public async Task What_happens_elsewhere_changes_no_page(string who, params string[] reached)
    {
        var visitor = await _shared.AsAsync(who);
        var before = await WalkAsync(visitor);
        foreach (var part in reached)
        {
            before.Should().Contain(page => page.Key.StartsWith(part, StringComparison.Ordinal) && page.Value.StartsWith("200", StringComparison.Ordinal), $"the walk comes to {part}");
        }

        await HappenAsync("UG", null);
        if (who != Cast.TrainerInKenya)
        {
            await HappenAsync("KE", who == Cast.OfficerInKenya ? Cast.OfficerInKenya : null);
        }

        var after = await WalkAsync(visitor);

        after.Keys.Should().BeEquivalentTo(before.Keys);
        after.Where(page => before[page.Key] != page.Value).Select(page => $"{page.Key}: {FirstDifference(before[page.Key], page.Value)}").Should().BeEmpty();
    }

    [Theory]
    [InlineData(Cast.TrainerInKenya)]
    [InlineData(Cast.PartnerInKenya)]
    public async Task No_page_names_anybody_or_anything_of_another_country(string who)
    {
        await HappenAsync("UG", null);
        List<string> foreign;
        await using (var db = _shared.App.Open())
        {
            foreign =
            [
                .. await db.People.Where(p => p.Country != "KE").Select(p => p.FullName).ToListAsync(),
                .. await db.Agencies.Where(a => a.Country != "KE").Select(a => a.Name).ToListAsync(),
                .. await db.Cohorts.Where(c => c.Country != "KE").Select(c => c.Name).ToListAsync(),
                .. (await db.Certificates.Where(c => c.Country != "KE").ToListAsync()).Select(c => c.Number),
            ];
        }

        foreign.Should().HaveCountGreaterThan(30);
        var pages = await WalkAsync(await _shared.AsAsync(who));

        (from page in pages from name in foreign where page.Value.Contains(name, StringComparison.OrdinalIgnoreCase) select $"{page.Key} names {name}").Should().BeEmpty();
    }

    [Fact]
    public async Task The_same_walk_shows_an_administrator_what_happened()
    {
        var visitor = await _shared.AsAsync(Cast.Administrator);
        var before = await WalkAsync(visitor);
        await HappenAsync("UG", null);

        var after = await WalkAsync(visitor);

        var changed = after.Where(page => before.GetValueOrDefault(page.Key) != page.Value).Select(page => page.Key.Split('?')[0]).Distinct().ToList();
        changed.Should().Contain(["/admin/people", "/cohorts", "/admin/agencies", "/admin/certificates", "/results/UG"]);
        after.Values.Should().Contain(page => page.Contains($"{Elsewhere} agency", StringComparison.Ordinal)).And.Contain(page => page.Contains($"{Elsewhere} class", StringComparison.Ordinal)).And.Contain(page => page.Contains($"{Elsewhere} sentence", StringComparison.Ordinal));
    }

    /// <summary>A class of an agency of its own, with all that becomes of one.</summary>
    /// <param name="classmateOf">Whose own class gets another officer as well.</param>
    private async Task HappenAsync(string country, string? classmateOf)
    {
        await using var db = _shared.App.Open();
        var now = _shared.App.Clock.Now;
        var example = await db.Cohorts.FirstAsync(c => c.Country == country && c.AgencyId != null);
        var version = await db.CourseVersions.SingleAsync(v => v.Id == example.VersionId);
        var (agency, trainer) = (new Agency($"{Elsewhere} agency", country), await db.People.FirstAsync(p => p.Country == country && p.Roles == Roles.Trainer));
        var cohort = new Cohort($"{Elsewhere} class", version, country, agency, new DateOnly(2026, 11, 2), new DateOnly(2026, 12, 7));
        db.AddRange(agency, cohort);
        for (var i = 0; i < 12; i++)
        {
            var officer = new Person($"{Elsewhere} {(char)('A' + i)}", $"elsewhere{i}.{country}@example.org", Roles.Officer, "en", country);
            officer.BelongTo(agency, "Inspector", "prosecutor");
            var enrolment = new Enrolment(cohort, officer, now);
            enrolment.Begin(now);
            db.Add(new SectionFlag(version, "your-law", new Locale("en", country), SectionFlag.Top, FlagKind.Unclear, $"{Elsewhere} sentence", officer, now));
            db.AddRange(officer, enrolment, new Invitation(officer, InvitationKind.Join, EntryCode.New(), byMail: false, trainer.Id, now));
        }

        var counts = new CaseCounts(country, $"{Elsewhere} desk", new Quarter(2026, 3));
        counts.Record(7, 7, 7, 7, trainer, now);
        if (country == "UG")
        {
            // Trainers and partners of one country share its results.
            db.Add(counts);
            var certificate = await db.Certificates.FirstAsync(c => c.Country == country);
            db.Add(new Printing(certificate, trainer.Id, run: null, now));
            db.Add(new CertificateChange(certificate, CertificateChangeKind.NameCorrection, $"{Elsewhere} Zed", "The name was mistyped", trainer, now));
        }

        db.AddRange(new CohortReport(cohort, agency.Id, CohortReport.MondayOf(new DateOnly(2026, 11, 16)), [1], [2], now, agency.Name), new ReportRun(cohort, agency.Id, trainer.Id, now));
        if (classmateOf is not null)
        {
            var mate = new Person($"{Elsewhere} mate", "mate@example.org", Roles.Officer, "en", country);
            db.AddRange(mate, new Enrolment(example, mate, now));
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Every address of the matrix, what its pages link to, and every choice that their forms offer.</summary>
    /// <returns>For each the status and the page, without what is new each time it is asked for.</returns>
    private async Task<SortedDictionary<string, string>> WalkAsync(Visitor visitor)
    {
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>(Addresses());
        while (open.TryDequeue(out var address))
        {
            if (pages.Count > 1000)
            {
                throw new InvalidOperationException("The walk finds no end.");
            }

            if (pages.ContainsKey(address))
            {
                continue;
            }

            using var response = await visitor.Http.GetAsync(address);
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
            {
                pages[address] = response.StatusCode == HttpStatusCode.OK ? "200" : $"{(int)response.StatusCode} {response.Headers.Location}";
                continue;
            }

            var page = await Page.ReadAsync(response);
            pages[address] = $"{(int)response.StatusCode} {Lasting(page)}";
            foreach (var next in From(page, address))
            {
                open.Enqueue(next);
            }
        }

        return pages;
    }

    private IEnumerable<string> Addresses()
    {
        var open = _shared.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(e => $"GET /{e.RoutePattern.RawText!.TrimStart('/')}").ToHashSet(StringComparer.Ordinal);
        // Taking a paper out is noted, and changes the page that says so; the key of an authenticator is drawn anew each time.
        return AccessMatrixTests.Matrix.Where(r => r.Route.StartsWith("GET ", StringComparison.Ordinal) && !open.Contains(r.Route) && !r.Route.EndsWith(".pdf", StringComparison.Ordinal) && r.Route != "GET /account/security/authenticator")
            .Select(r => _shared.Fill(r.Address ?? r.Route.Split(' ')[1]));
    }

    // Addresses that a search leads to are followed no further: each filter would lead to all the others.
    // So are those of single texts, which lead to each other and to every officer that they can be shown to.
    private static List<string> From(Page page, string address) => address.Contains('?', StringComparison.Ordinal) || Texts.Any(text => address.StartsWith(text, StringComparison.Ordinal)) ? [] : [.. Links(page).Concat(Searches(page, address)).Distinct()];

    private static readonly string[] Texts = ["/author/edit/", "/author/bank/", "/author/history/"];

    private static IEnumerable<string> Links(Page page) => page.Document.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!.Split('#')[0])
        .Where(href => href.StartsWith('/') && !href.Contains(".pdf", StringComparison.Ordinal) && !href.StartsWith("/verify", StringComparison.Ordinal) && !href.StartsWith("/account/", StringComparison.Ordinal));

    private static IEnumerable<string> Searches(Page page, string address)
    {
        foreach (var form in page.Document.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Where(f => f.GetAttribute("method") != "post"))
        {
            var to = form.GetAttribute("action") is { Length: > 0 } action ? action : address;
            foreach (var field in form.QuerySelectorAll("input[type=search],input[type=text],input:not([type])"))
            {
                yield return $"{to}?{field.GetAttribute("name")}=a";
            }

            foreach (var option in form.QuerySelectorAll("select option").OfType<IHtmlOptionElement>())
            {
                yield return $"{to}?{option.Closest("select")!.GetAttribute("name")}={Uri.EscapeDataString(option.Value)}";
            }
        }
    }

    private static string Lasting(Page page) => Sealed().Replace(page.Html, "");

    private static string FirstDifference(string before, string after)
    {
        var at = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Create(CultureInfo.InvariantCulture, $"…{after[Math.Max(0, at - 80)..Math.Min(after.Length, at + 80)]}…");
    }

    // What data protection seals reads otherwise each time.
    [GeneratedRegex(@"<!--Blazor:.*?-->|CfDJ8[\w-]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sealed();
}
