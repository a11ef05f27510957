using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Tests.Assessments;
using HtiAcademy.Tests.Authoring;
using HtiAcademy.Tests.Content;
using HtiAcademy.Tests.Certificates;
using HtiAcademy.Tests.Personnel;
using HtiAcademy.Tests.Privacy;
using HtiAcademy.Tests.Statistics;
using HtiAcademy.Web.Reminders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace HtiAcademy.Tests.Browser;

/// <summary>What a machine can see of WCAG 2.2 AA, on a small phone.</summary>
public sealed class AccessibilityTests(AccessibilityTests.SharedApp shared) : IClassFixture<AccessibilityTests.SharedApp>
{
    private static readonly AxeRunOptions Wcag = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

    [Theory]
    [InlineData("", "account/sign-in", "account/forgotten", "account/new-password", "verify", "verify/AAAA", "no/such/page", "account/invitation", "account/invitation?unknown=true", "{invitation}")]
    [InlineData(Cast.OfficerInUganda, "", "learn/foundations", "learn/foundations/field-guide", "learn/foundations/what-is-trafficking", "learn/foundations/what-is-trafficking?practice=1&p1q1=false&p1q2=0&p1q2=&p1q2=", "learn/foundations/what-is-trafficking/quiz", "learn/foundations/what-is-trafficking/flag", "learn/basics/first/quiz", "account/security", "account/security/password", "account/security/authenticator", "account/security/recovery-codes", "account/confirm", "account/data", "account/reminders", "{stop}")]
    [InlineData(Cast.CertifiedInUganda, "certificates")]
    [InlineData(Cast.TrainerInUganda, "cohorts", "cohorts/new", "{cohort}", "{cohort}/edit", "{cohort}/copy", "{cohort}/enrol?q=o", "{member}", "reports", "{report}", "author", "author/foundations/your-law/en-UG", "author/foundations/your-law/es-GT", "learn/foundations/field-guide?country=GT&language=es", "marking", "marking/{essay}", "author/edit/courses/foundations/20-your-law/module.en-UG.md", "author/edit/courses/foundations/20-your-law/questions.en-UG.gift", "author/edit/countries/UG.yml", "author/foundations/statistics", "author/foundations/remark", "author/flags", "author/bank/courses/foundations/20-your-law/questions.en-UG.gift?kind=SingleChoice", "author/bank/courses/foundations/20-your-law/questions.en-UG.gift?kind=MultipleChoice", "author/bank/courses/foundations/20-your-law/questions.en-UG.gift?kind=TrueFalse", "author/bank/courses/foundations/20-your-law/questions.en-UG.gift?kind=ShortAnswer", "author/bank/courses/foundations/20-your-law/questions.en-UG.gift?kind=Numerical", "author/bank/courses/foundations/20-your-law/questions.en-UG.gift?kind=Matching", "author/bank/courses/foundations/20-your-law/questions.gift", "author/history/courses/foundations/20-your-law/module.md?from=1&to=2", "author/history/courses/foundations/20-your-law/module.en-UG.md?version=1", "account/reminders", "admin/people", "admin/people/invite", "{person}", "results/UG", "{cohort}/board", "{draft}", "{draft}/merge", "{draft}/merge?with={others}")]
    [InlineData(Cast.PartnerInUganda, "agency", "agency/readings", "{reading}")]
    [InlineData(Cast.Administrator, "admin", "admin/jobs", "admin/jobs?job=outbox", "admin/mail", "admin/mail?state=waiting", "admin/mail?state=sent", "admin/certificates", "admin/people", "admin/people/invite", "{person}", "{person}/merge?with=nakato@demo.example", "{person}/erase", "admin/agencies", "admin/audit", "admin/self-approval", "{submitted}", "author")]
    public async Task Pages_hold_to_what_can_be_checked(string person, params string[] addresses)
    {
        await using var phone = await shared.App.Chromium.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await phone.NewPageAsync();
        if (person.Length > 0)
        {
            await shared.App.SignInAsync(page, person);
        }

        foreach (var address in addresses)
        {
            await page.GotoAsync(shared.App.Url + shared.Fill(address).Replace("{essay}", shared.Essay, StringComparison.Ordinal).Replace("{report}", shared.Report, StringComparison.Ordinal).Replace("{cohort}", shared.Cohort, StringComparison.Ordinal).Replace("{member}", shared.Member, StringComparison.Ordinal).Replace("{stop}", shared.Stop, StringComparison.Ordinal).Replace("{person}", shared.Person, StringComparison.Ordinal).Replace("{invitation}", shared.Invitation, StringComparison.Ordinal));
            await CheckAsync(page, address);
        }
    }

    [Fact]
    public async Task Figures_of_many_officers_and_a_corrected_key_hold_to_it_too()
    {
        await using var app = new ServedApp();
        await app.ServeAsync();
        await app.SitAsync("UG", 40, "what-is-trafficking", (number, question) => question is not TrueFalse && (number + question.Hash[0]) % 4 > 0);
        await app.PublishChangedAsync("courses/foundations/10-what-is-trafficking/questions.gift", "can be ruled out. {F#", "can be ruled out. {T#");
        await using var phone = await app.Chromium.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await phone.NewPageAsync();
        await app.SignInAsync(page, Cast.TrainerInUganda);

        await page.GotoAsync(app.Url + "author/foundations/statistics");
        await CheckAsync(page, "statistics");
        await page.Locator("table a").First.ClickAsync();
        await CheckAsync(page, "statistics of a question");
        await page.GotoAsync(app.Url + "author/foundations/remark");
        await page.Locator("input[name=question]").CheckAsync();
        await page.Locator("main form button").First.ClickAsync();
        (await page.Locator("main table tbody tr").CountAsync()).Should().BePositive();
        await CheckAsync(page, "preview of marking again");
    }

    [Theory]
    [InlineData("courses/foundations/10-what-is-trafficking/module.en-UG.md")]
    [InlineData("courses/foundations/20-your-law/questions.en-UG.gift")]
    [InlineData("countries/UG.yml")]
    public async Task The_editor_holds_to_it_too(string path)
    {
        await using var phone = await shared.App.Chromium.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await phone.NewPageAsync();
        await shared.App.SignInAsync(page, Cast.TrainerInUganda);
        await page.GotoAsync($"{shared.App.Url}author/edit/{path}");
        await page.ClickAsync("form[action$='/start'] button");
        await page.WaitForSelectorAsync("[data-live]");
        await page.FillAsync("#draft-text", "## Nothing {{ none }} {#offence}\n");
        await Assertions.Expect(page.Locator(".findings")).ToBeVisibleAsync();
        await CheckAsync(page, $"the editor of {path}");
        if (await page.Locator("summary:has-text('Facts')").CountAsync() > 0)
        {
            await page.ClickAsync("summary:has-text('Facts')");
            await CheckAsync(page, "the facts beside the editor");
        }
    }

    [Fact]
    public async Task What_officers_flag_and_what_an_import_would_do_hold_to_it_too()
    {
        await using var phone = await shared.App.Chromium.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await phone.NewPageAsync();
        await shared.App.SignInAsync(page, Cast.OfficerInUganda);
        await page.GotoAsync(shared.App.Url + "learn/foundations/your-law/flag");
        await page.SelectOptionAsync("#section", "privacy");
        await page.CheckAsync("#kind-OutOfDate");
        await page.FillAsync("#sentence", "The registry files them now.");
        await page.ClickAsync("main form button");
        await CheckAsync(page, "what an officer flagged");
        await using var desk = await shared.App.Chromium.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 740 } });
        page = await desk.NewPageAsync();
        await shared.App.SignInAsync(page, Cast.TrainerInUganda);
        await page.GotoAsync(shared.App.Url + "author/flags");
        await CheckAsync(page, "what waits for an answer");
        await page.CheckAsync("input[value=Kept]");
        await page.FillAsync("main textarea", "It stays.");
        await page.ClickAsync("main form button");
        await CheckAsync(page, "what was answered");
        await page.GotoAsync(shared.App.Url + "author/bank/courses/foundations/20-your-law/questions.en-UG.gift");
        await page.FillAsync("#gift", "::old-number::Which number? {=new ~old}\n\n::ug-new::Which? {=a\n");
        await page.ClickAsync("button[value=look]");
        await CheckAsync(page, "an import with an error");
        await page.FillAsync("#gift", "::old-number::Which number? {=new ~old}\n\n::ug-new::Is it so? {T}\n");
        await page.ClickAsync("button[value=look]");
        await CheckAsync(page, "what an import would do");
        await page.ClickAsync("button[value=do]");
        await CheckAsync(page, "what an import did");
        (await page.TextContentAsync("#added")).Should().Contain("2");
    }

    [Fact]
    public async Task A_report_that_is_being_made_and_one_that_is_ready_hold_to_it_too()
    {
        await using var phone = await shared.App.Chromium.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await phone.NewPageAsync();
        await shared.App.SignInAsync(page, Cast.TrainerInUganda);
        var run = await shared.App.Academy.WriteAsync(HtiAcademy.Domain.Access.Scope.Everything, async db =>
        {
            var waiting = new HtiAcademy.Domain.Reports.ReportRun(await db.Cohorts.FirstAsync(c => c.Country == "UG"), null, (await db.People.FirstAsync(p => p.Email == Cast.TrainerInUganda)).Id, DateTimeOffset.UtcNow);
            db.Add(waiting);
            return waiting.Id;
        });
        await page.GotoAsync($"{shared.App.Url}reports/runs/{run}");
        await CheckAsync(page, "a report that is being made");
        await page.GotoAsync(shared.App.Url + shared.Report);
        await page.Locator("main form button").First.ClickAsync();
        await CheckAsync(page, "a report that is ready");
    }

    [Fact]
    public async Task A_certificate_whose_holder_was_forgotten_holds_to_it_too()
    {
        var certificate = (await IssuedCertificates.AddAsync(shared.App, "UG", "Zawadi Mary"))[0];
        await shared.App.EraseAsync(certificate.OfficerId);
        await using var phone = await shared.App.Chromium.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await phone.NewPageAsync();
        await page.GotoAsync($"{shared.App.Url}verify/{certificate.Code}");
        await CheckAsync(page, "a certificate without a name");
        await page.FillAsync("#holder", "Somebody Else");
        await page.ClickAsync("main form[method=post] button");
        await CheckAsync(page, "a name that is another");
    }

    [Fact]
    public async Task What_becomes_of_a_list_of_officers_holds_to_it_too()
    {
        await using var phone = await shared.App.Chromium.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await phone.NewPageAsync();
        await shared.App.SignInAsync(page, Cast.TrainerInUganda);
        await page.GotoAsync($"{shared.App.Url}{shared.Cohort}/enrol");
        await page.FillAsync("#text", "rank\nSgt");
        await page.ClickAsync("form[action$='/check'] button");
        await CheckAsync(page, "a list without names");
        await page.FillAsync("#text", "name,mail\nMary Akello,akello@example.org\nPaul Okot,\n");
        await page.ClickAsync("form[action$='/check'] button");
        await CheckAsync(page, "what would become of a list");
        await page.ClickAsync("form[action$='/apply'] button");
        await CheckAsync(page, "what became of a list");
        (await page.TextContentAsync("main")).Should().Contain("It is done");
    }

    private static async Task CheckAsync(IPage page, string what)
    {
        var violations = (await page.RunAxe(Wcag)).Violations;
        violations.Select(v => $"{what}: {v.Id} {v.Help} {string.Join(' ', v.Nodes.Select(n => n.Html))}").Should().BeEmpty();
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth")).Should().BeFalse($"{what} fits 360 px");
    }

    public sealed class SharedApp : IAsyncLifetime
    {
        public ServedApp App { get; } = new();

        public string Essay { get; private set; } = "";

        public string Stop { get; private set; } = "";

        public string Report { get; private set; } = "";

        public string Cohort { get; private set; } = "";

        public string Member { get; private set; } = "";

        public string Person { get; private set; } = "";

        public string Invitation { get; private set; } = "";

        private readonly Dictionary<string, string> _drafts = [];

        public string Fill(string address) => _drafts.Aggregate(address, (filled, draft) => filled.Replace(draft.Key, draft.Value, StringComparison.Ordinal));

        private async Task WriteDraftsAsync()
        {
            await App.AddTrainerAsync(Drafting.Colleague, HtiAcademy.Domain.Access.Roles.Trainer, "UG");
            var draft = await App.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasText, text => Drafting.Reworded(text) + "\n## Money {#money}\n\nCall {{ no.such.fact }}.\n");
            var submitted = await App.WriteDraftAsync(Drafting.Colleague, Drafting.UgandasText, Drafting.Reworded, submitted: true);
            await App.CommentAsync(draft, Cast.Administrator, "offence", "Which texts?");
            _drafts["{draft}"] = draft.Address().TrimStart('/');
            _drafts["{others}"] = submitted.Id.ToString();
            _drafts["{submitted}"] = submitted.Address().TrimStart('/');
            _drafts["{reading}"] = $"agency/readings/{(await App.AskAsync(submitted)).Id}";
        }

        public async Task InitializeAsync()
        {
            await App.ServeAsync();
            await WriteDraftsAsync();
            await App.PublishChangedLawAsync();
            Essay = await EssayClass.HandInAsync(App);
            Stop = App.Services.GetRequiredService<StopLinks>().Path(Guid.NewGuid(), ReminderKind.StartsSoon, ReminderKind.Inactive).TrimStart('/');
            Person = $"admin/people/{(await App.PersonAsync(Cast.NewcomerInUganda)).Id}";
            Invitation = $"account/invitation/{(await App.AddInvitedAsync("Apio Mary", "apio.mary")).Code}";
            await using var db = App.Open();
            Cohort = $"cohorts/{(await db.Cohorts.FirstAsync(c => c.Country == "UG")).Id}";
            Member = $"cohorts/{(await db.Enrolments.FirstAsync(e => e.Country == "UG")).CohortId}/members/{(await db.Enrolments.FirstAsync(e => e.Country == "UG")).Id}";
            Report = $"{Cohort}/report";
        }

        public async Task DisposeAsync() => await App.DisposeAsync();
    }
}
