using System.Collections.Concurrent;
using System.Linq.Expressions;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Tests.Access;
using HtiAcademy.Tests.Assessments;
using HtiAcademy.Tests.Authoring;
using HtiAcademy.Tests.Content;
using HtiAcademy.Tests.Personnel;
using HtiAcademy.Tests.Rolls;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Jobs;
using HtiAcademy.Web.Reminders;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HtiAcademy.Tests.Data;

/// <summary>
/// Walks through the whole academy on SQLite and translates each query that it makes for SQL Server as well. No server is
/// asked: a query that SQL Server's provider cannot translate fails while it is compiled.
/// </summary>
public sealed class SqlServerTranslationTests
{
    [Fact]
    public async Task Every_query_that_the_academy_makes_translates_for_SQL_Server()
    {
        await using var app = new TranslatingApp();
        await TourAsync(app);

        app.Translator.Refused.Should().BeEmpty();
        app.Translator.Translated.Should().BeGreaterThan(40, "the tour makes every query of the academy");
    }

    [Fact]
    public void A_query_that_SQL_Server_cannot_translate_is_noticed()
    {
        var translator = new Translator();
        using var db = new SqliteAcademyDb(TranslatingApp.Configure("Data Source=:memory:", translator), Scope.Everything);

        db.Invoking(d => d.People.Where(p => EF.Functions.Glob(p.FullName, "A*")).ToQueryString()).Should().NotThrow();

        translator.Refused.Should().ContainSingle();
    }

    private static async Task TourAsync(TranslatingApp app)
    {
        await using var db = app.Open();
        (await db.CheckAuditAsync([], CancellationToken.None)).Fault.Should().BeNull();
        await VisitAsync(app.Visit(), "/health/ready", "/account/sign-in");
        var certificate = await db.Certificates.FirstAsync(c => c.Country == "UG");
        var cohort = await db.Cohorts.FirstAsync(c => c.Country == "UG");

        var administrator = await app.SignInAsync(Cast.Administrator);
        var jobs = await administrator.GetAsync("/admin/jobs");
        foreach (var job in Timetable.All)
        {
            await administrator.SubmitAsync(jobs.Form($"/admin/jobs/{job.Name}/run"));
        }

        var report = await db.CohortReports.FirstAsync(r => r.CohortId == cohort.Id);
        await VisitAsync(administrator, "/", "/admin", "/admin/jobs", "/admin/jobs?job=outbox&failed=true", "/admin/mail?to=example", "/admin/mail?state=waiting", "/admin/mail?state=sent", "/admin/content", "/admin/content/foundations", "/admin/certificates", $"/admin/certificates?q={certificate.Number}", $"/admin/certificates/{certificate.Id}", $"/certificates/{certificate.Number}.pdf");
        var trainer = await app.SignInAsync(Cast.TrainerInUganda);
        await VisitAsync(trainer, "/", "/cohorts", $"/cohorts/{cohort.Id}", "/reports", $"/reports/{report.Id}.pdf", $"/reports/{report.Id}.csv");
        await VisitAsync(trainer, "/cohorts/new", $"/cohorts/{cohort.Id}/edit", $"/cohorts/{cohort.Id}/copy", $"/cohorts/{cohort.Id}/board", $"/cohorts/{cohort.Id}/enrol?q=o");
        await RunCohortAsync(trainer, cohort, await db.Enrolments.FirstAsync(e => e.CohortId == cohort.Id && e.State == EnrolmentState.Invited));
        var made = await trainer.SubmitAsync((await trainer.GetAsync($"/cohorts/{cohort.Id}/report")).Form("/report/make"));
        await VisitAsync(trainer, made.Address);
        await app.PublishChangedLawAsync();
        await VisitAsync(trainer, "/author", "/author/foundations/your-law/en-UG", "/author/foundations/statistics", $"/author/foundations/statistics?cohort={cohort.Id}&country=UG&language=en&assessment=final", "/author/foundations/remark?question=none");
        await EditAsync(trainer, app);
        var writers = await EssayClass.BeginAsync(app);
        await writers.WriteAsync("It began at night.");
        await VisitAsync(administrator, "/marking");
        trainer = await app.SignInAsync(Cast.TrainerInUganda);
        await EssayClass.MarkAsync(trainer, await EssayClass.OpenAsync(trainer), "4", "6");
        await VisitAsync(writers.Officer, $"{EssayClass.Quiz}?result={(await writers.AttemptAsync()).Id}");
        var partner = await app.SignInAsync(Cast.PartnerInUganda);
        await VisitAsync(partner, "/", "/agency", "/reports", $"/cohorts/{cohort.Id}/report");
        var printed = await partner.SubmitAsync((await partner.GetAsync("/agency")).Form("/print"), ("form", "OneFile"));
        await VisitAsync(partner, printed.Address, $"{printed.Address}/file");
        await WriteAsync(app, trainer, administrator);
        await VisitAsync(app.Visit(), "/verify", $"/verify/{certificate.Code}", "/verify/offline", "/achievements/foundations/1", "/credentials/status/2026");
        (await app.Visit().Http.GetAsync("/verify/0000-0000-0000-0000-0000-0000-00/credential.jwt")).StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound);

        var officer = await app.SignInAsync(Cast.OfficerInUganda);
        await officer.SubmitAsync((await officer.GetAsync("/account/reminders")).Form("/account/reminders"));
        await VisitAsync(officer, "/account/security", "/account/security/password", "/account/security/authenticator");
        await officer.AddAuthenticatorAsync(app);
        await officer.MakeRecoveryCodesAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        var elsewhere = app.Visit();
        await elsewhere.EnterAsync(Cast.OfficerInUganda);
        await elsewhere.SecondStepAsync("000000");
        await elsewhere.SecondStepAsync("0000-0000-0000-0000");
        await officer.SubmitAsync((await officer.GetAsync("/account/security")).Form("/authenticator/remove"));
        await officer.SubmitAsync((await officer.GetAsync("/account/security")).Form("/end-others"));
        await officer.PostAsync((await officer.GetAsync("/account/security")).Form("/end-others").To($"/account/security/sessions/{Guid.NewGuid()}/end"));
        await officer.PostAsync((await officer.GetAsync("/account/security")).Form("/end-others").To("/account/passkeys/remove"));
        await officer.PostAsync((await officer.GetAsync("/account/security")).Form("/end-others").To("/account/passkeys/offer"));
        await elsewhere.SubmitAsync((await elsewhere.GetAsync("/account/forgotten")).Form("forgotten"), ("Input.Name", Cast.OfficerInUganda));
        await elsewhere.SubmitAsync((await elsewhere.GetAsync("/account/new-password")).Form("new-password"), ("Input.Code", "0000-0000-0000-0000"), ("Input.Password", "entirely new words"));
        var stop = app.Services.GetRequiredService<StopLinks>().Path((await db.People.FirstAsync(p => p.Email == Cast.OfficerInUganda)).Id, ReminderKind.Inactive);
        (await officer.Http.PostAsync(stop, null)).EnsureSuccessStatusCode();
        await VisitAsync(officer, "/", "/learn/foundations", "/learn/foundations/field-guide", "/learn/foundations/your-law", "/learn/foundations/final", "/certificates");
        await officer.SubmitAsync((await officer.GetAsync("/learn/foundations/your-law")).Form("/read"));
        var question = await officer.SubmitAsync((await officer.GetAsync("/learn/foundations/your-law/quiz")).Form("/start"));
        await officer.SubmitAsync(question.Form("/answer"), ("go", "check"));
        await officer.SubmitAsync((await officer.GetAsync("/learn/foundations/your-law/quiz?question=check")).Form("/submit"));

        await FlagAndWriteAsync(app, officer, administrator);

        var graduate = await app.SignInAsync("nakato@demo.example");
        var opinion = (await graduate.GetAsync("/learn/foundations/evaluation")).Form("/send");
        await graduate.SubmitAsync(opinion, [.. Enumerable.Range(0, Evaluation.Statements).Select(i => ($"agreement-{i}", "5"))]);
        (await db.Evaluations.CountAsync()).Should().Be(1);

        await VisitAsync(app.Visit(), $"/verify/{certificate.Code}/NOTHING", $"/verify/{certificate.Code}.json");
        await app.Visit().GetAsync($"/verify/{VerificationCode.New()}");
        await VisitAsync(trainer, $"/cohorts/{cohort.Id}/certificates", "/results/UG", "/reports");
        await trainer.SubmitAsync((await trainer.GetAsync("/results/UG")).Form("/record"), ("unit", "Desk"), ("quarter", "2026-Q3"), ("investigations", "1"), ("prosecutions", "1"), ("convictions", "1"), ("victims", "1"));
        var form = await trainer.GetAsync($"/certificates/{certificate.Number}/change");
        await trainer.SubmitAsync(form.Form("/change"), ("kind", "NameCorrection"), ("name", "Another Name"), ("reason", "The names are exchanged"));
        await ManagePeopleAsync(app, administrator, trainer);
        await VisitAsync(administrator, "/admin/certificates", "/admin/agencies");
        var decide = await administrator.GetAsync($"/admin/certificates/{certificate.Id}");
        await administrator.SubmitAsync(decide.Document.Forms.Single(f => f.Action.Contains("/changes/", StringComparison.Ordinal)), ("decision", "approve"));
        foreach (var visitor in new[] { graduate, trainer })
        {
            (await visitor.PostAsync((await visitor.GetAsync("/account/data")).Form("/download"))).EnsureSuccessStatusCode();
        }

        foreach (var person in new[] { await db.People.SingleAsync(p => p.Email == "nakato@demo.example"), await db.People.SingleAsync(p => p.Email == Cast.TrainerInUganda) })
        {
            var erase = await administrator.GetAsync($"/admin/people/{person.Id}/erase");
            (await administrator.SubmitAsync(erase.Form("/erase/do"), ("userName", person.UserName!), ("reason", "AskedFor"))).Text.Should().Contain("is erased");
        }

        await VisitAsync(app.Visit(), $"/verify/{certificate.Code}");
    }

    private static async Task WriteAsync(TranslatingApp app, Visitor author, Visitor administrator)
    {
        var draft = await app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasText, Drafting.Reworded);
        await VisitAsync(author, "/author", $"{draft.Address()}/merge");
        var asked = await author.GetAsync(draft.Address());
        await author.SubmitAsync(asked.Form("/ask"), ("agency", (await app.AgencyAsync("UG")).Id.ToString()));
        var partner = await app.SignInAsync(Cast.PartnerInUganda);
        await using var db = app.Open();
        var reading = $"/agency/readings/{(await db.AgencyReadings.SingleAsync()).Id}";
        await VisitAsync(partner, "/agency/readings");
        await partner.SubmitAsync((await partner.GetAsync(reading)).Form("/comment"), ("comment", "Shorter, please."));
        await partner.SubmitAsync((await partner.GetAsync(reading)).Form("/approve"));
        await author.SubmitAsync((await author.GetAsync(draft.Address())).Form("/answer"), ("answer", "It is."));
        await author.SubmitAsync((await author.GetAsync(draft.Address())).Form("/submit"));
        var read = await administrator.GetAsync(draft.Address());
        await administrator.FollowAsync(await administrator.PostAsync(read.Form("/comment").To($"{draft.Address()}/return"), ("comment", "Which texts?")));
        await author.SubmitAsync((await author.GetAsync(draft.Address())).Form("/submit"));
        await administrator.SubmitAsync((await administrator.GetAsync("/admin/self-approval")).Form("/allow"), ("country", "UG"));
        await VisitAsync(author, "/author", draft.Address());
        await administrator.SubmitAsync((await administrator.GetAsync(draft.Address())).Form("/publish"));
        await VisitAsync(administrator, "/author", draft.Address(), "/admin/content", "/admin/self-approval");
        (await db.CourseVersions.CountAsync(v => v.DraftId == draft.Id)).Should().Be(1);
    }

    private static async Task EditAsync(Visitor trainer, TranslatingApp app)
    {
        const string path = "courses/foundations/10-what-is-trafficking/module.en-UG.md";
        await app.AddDraftAsync(Cast.Administrator, path);
        var page = await trainer.SubmitAsync((await trainer.GetAsync($"/author/edit/{path}")).Form("/start"));
        await trainer.SubmitAsync(page.Document.Forms.Single(form => form.Action.Contains("/save", StringComparison.Ordinal)), ("text", "Words."));
    }

    private static async Task RunCohortAsync(Visitor trainer, Cohort cohort, Enrolment member)
    {
        var page = await trainer.SubmitAsync((await trainer.GetAsync("/cohorts/new")).Form("/create"), ("name", "Second class"), ("course", "foundations"), ("starts", "2027-01-11"), ("due", "2027-02-12"));
        await trainer.SubmitAsync((await trainer.GetAsync($"{page.Address}/edit")).Form("/change"), ("name", "Another class"), ("starts", "2027-01-11"), ("due", "2027-03-12"));
        await trainer.SubmitAsync((await trainer.GetAsync($"{page.Address}/copy")).Form("/duplicate"), ("name", "Third class"), ("starts", "2027-01-11"), ("due", "2027-03-12"));
        var list = new ClassList(trainer, cohort.Id);
        (await list.EnrolAsync("name,user_name\nMary Akello,akello\n")).Text.Should().Contain("It is done");
        var found = await trainer.GetAsync($"{page.Address}/enrol?q=akello");
        await trainer.SubmitAsync(found.Form("/enrol/officer"));
        var address = $"/cohorts/{cohort.Id}/members/{member.Id}";
        var withdrawn = await trainer.SubmitAsync((await trainer.GetAsync(address)).Form("/withdraw"), ("reason", "Moved"));
        var back = await trainer.SubmitAsync(withdrawn.Form("/return"));
        await trainer.SubmitAsync(back.Form("/extend"), ("due", "2027-03-01"));
        var moved = await trainer.SubmitAsync(back.Form("/move"), ("to", page.Address.Split('/')[2]));
        await trainer.SubmitAsync(moved.Form("/move"), ("to", cohort.Id.ToString()));
    }

    private static async Task FlagAndWriteAsync(TranslatingApp app, Visitor officer, Visitor administrator)
    {
        const string questions = "courses/foundations/20-your-law/questions.en-UG.gift";
        const string law = "courses/foundations/20-your-law/module.en-UG.md";
        await officer.SubmitAsync((await officer.GetAsync("/learn/foundations/your-law/flag")).Form("/flag/send"), ("section", "privacy"), ("kind", "OutOfDate"), ("sentence", "The registry files them now."));
        var trainer = await app.SignInAsync(Cast.TrainerInUganda);
        await VisitAsync(administrator, "/author/flags");
        await trainer.SubmitAsync((await trainer.GetAsync("/author/flags")).Form("/settle"), ("outcome", "Kept"), ("answer", "It stays."));
        await VisitAsync(officer, "/", "/learn/foundations/your-law/flag", "/account/data");
        await trainer.SubmitAsync((await trainer.GetAsync($"/author/bank/{questions}?kind=TrueFalse")).Form("/bank/add"), ("name", "ug-border"), ("text", "Is a border needed?"), ("answer", "false"));
        (await trainer.PostAsync(await trainer.ForgedAsync("/author/history/restore"), ("path", law), ("version", "1"), ("section", "privacy"))).StatusCode.Should().Be(System.Net.HttpStatusCode.Found);
        await VisitAsync(trainer, $"/author/history/{law}?version=1", $"/author/history/{law}?from=1&to=1");
    }

    private static async Task ManagePeopleAsync(TranslatingApp app, Visitor administrator, Visitor trainer)
    {
        var agency = await app.AddAgencyAsync("Border Police", "UG");
        await VisitAsync(administrator, $"/admin/people?q=a&country=UG&agency={agency.Id}&role=Officer&sort=country", "/admin/people?state=Invited", "/admin/people?state=KeptOut", "/admin/people?state=Active");
        await app.InviteAsync(trainer, "Apio Mary", "", how: "slip");
        await app.InviteAsync(trainer, "Apio Mary", "apio@example.org");
        await VisitAsync(trainer, "/admin/people", "/admin/people/invite");
        var (kept, code) = await app.AddInvitedAsync("Okot Paul", "okot.paul");
        await VisitAsync(app.Visit(), "/account/invitation", $"/account/invitation/{code}");
        var guest = app.Visit();
        await guest.SubmitAsync((await guest.GetAsync($"/account/invitation/{code}")).Form("enter"), ("Input.Name", "Okot Paul"), ("Input.Password", Office.Password));
        var page = await trainer.GetAsync($"/admin/people/{kept.Id}");
        (await trainer.PostAsync(page.Form("/slips"), ("person", kept.Id.ToString()))).EnsureSuccessStatusCode();
        await trainer.SubmitAsync(page.Form("/change"), ("name", "Okot Paul"), ("agency", agency.Id.ToString()), ("audience", "investigator"), ("language", "en"));
        await administrator.SubmitAsync((await administrator.GetAsync("/admin/agencies")).Form("/create"), ("name", "Coast Guard"), ("country", "KE"));
        await administrator.SubmitAsync((await administrator.GetAsync("/admin/agencies")).Form($"/{agency.Id}/rename"), ("name", "Frontier Police"), ("country", "KE"));
        var compare = await administrator.GetAsync($"/admin/people/{kept.Id}/merge?with={Cast.NewcomerInUganda}");
        await administrator.SubmitAsync(compare.Form("/merge/do"));
        await trainer.SubmitAsync((await trainer.GetAsync($"/admin/people/{kept.Id}")).Form("/deactivate"), ("reason", "Left"));
    }

    private static async Task VisitAsync(Visitor visitor, params string[] addresses)
    {
        foreach (var address in addresses)
        {
            ((int)(await visitor.Http.GetAsync(address)).StatusCode).Should().BeLessThan(400, address);
        }
    }

    /// <summary>Begins without a database, so that publishing, enrolling and issuing certificates are in the tour.</summary>
    private sealed class TranslatingApp() : AcademyApp(fresh: true)
    {
        public Translator Translator { get; } = new();

        public static DbContextOptions<SqliteAcademyDb> Configure(string connection, Translator translator) =>
            new DbContextOptionsBuilder<SqliteAcademyDb>(SqliteAcademyDb.Configure(connection)).AddInterceptors(translator).Options;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            var options = Configure(SqliteAcademyDb.ConnectionTo(Path.Combine(DataDirectory, "academy.db")), Translator);
            builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(new Academy(scope => new SqliteAcademyDb(options, scope)))));
        }
    }

    private sealed class Translator : IQueryExpressionInterceptor
    {
        private int _translated;

        public int Translated => _translated;

        public ConcurrentBag<string> Refused { get; } = [];

        public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
        {
            using var db = new SqlServerAcademyDb(SqlServerAcademyDb.Configure("Server=."), Scope.Nobody);
            var query = new OnModel(db.Model).Visit(queryExpression);
            var result = typeof(IQueryable).IsAssignableFrom(query.Type) ? typeof(IEnumerable<>).MakeGenericType(query.Type.GetGenericArguments()[0]) : query.Type;
            var compilation = db.GetService<IQueryCompilationContextFactory>().Create(async: false);
            var compile = typeof(QueryCompilationContext).GetMethod(nameof(QueryCompilationContext.CreateQueryExecutor))!.MakeGenericMethod(result);
            try
            {
                compile.Invoke(compilation, [query]);
                Interlocked.Increment(ref _translated);
            }
            catch (System.Reflection.TargetInvocationException e)
            {
                Refused.Add($"{queryExpression}: {e.InnerException!.Message}");
            }

            return queryExpression;
        }
    }

    /// <summary>Asks the same of another model's tables.</summary>
    private sealed class OnModel(IModel model) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root
            ? new EntityQueryRootExpression(model.FindEntityType(root.EntityType.Name)!)
            : base.VisitExtension(node);
    }
}
