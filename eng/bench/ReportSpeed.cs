using System.Diagnostics;
using System.Globalization;
using System.Text;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Learning;
using HtiAcademy.Web.Reports;
using HtiAcademy.Web.Shared;
using HtiAcademy.Web.Statistics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bench;

/// <summary>The report on a cohort of 5,000 officers from the records to its page, its CSV and its PDF, in this process.</summary>
internal static class ReportSpeed
{
    public const string Filling = "fill-reports";

    private const int Class = 5000;
    private static readonly DateTimeOffset Begun = new(2026, 11, 2, 6, 0, 0, TimeSpan.Zero);

    /// <summary>The memory is the most that the process had while it made the report; where the system does not forget what it had before, call this first.</summary>
    public static async Task MeasureAsync(Table table, string content, string work)
    {
        // By another process, whose memory is not the report's.
        using (var filling = Process.Start("dotnet", [typeof(ReportSpeed).Assembly.Location, Filling, content, work]))
        {
            await filling.WaitForExitAsync();
        }

        using var academy = AcademyIn(work);
        using var catalogue = new Catalogue(academy);
        var cohort = await CohortAsync(academy);
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var words = services.GetRequiredService<IStringLocalizer<Words>>();
        var register = new CohortRegister(catalogue, new AnswerSheets(catalogue), new Now());

        // Unmeasured, until .NET has compiled it well and the fonts are read.
        for (var i = 0; i < 3; i++)
        {
            await MakeAsync(null);
        }

        ForgetPeak();
        table.Add(new Row("This process before it makes a report") { Megabytes = Environment.WorkingSet / 1e6 });
        var meter = new Stretch();
        var parts = new List<(string What, double Time, double Cpu)>();
        var bytes = await MakeAsync(parts);
        var row = meter.Read($"A report on {Class} officers: read, page, CSV and PDF");
        using var process = Process.GetCurrentProcess();
        table.Add(row with { Bytes = bytes, Megabytes = process.PeakWorkingSet64 / 1e6, Aim = "2 s, 300 MB" });
        parts.ForEach(part => table.Add(new Row($"  of this, {part.What}") { P50 = part.Time, Cpu = part.Cpu }));

        async Task<int> MakeAsync(List<(string What, double Time, double Cpu)>? parts)
        {
            var (began, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            await using var db = academy.Open(Scope.Everything);
            var body = new CohortTables(words).Write(await register.ReadInFullAsync(db, cohort, agencyId: null, CancellationToken.None));
            Note("reading");
            var page = await PageAsync(services, body);
            Note("the page");
            var csv = new CohortReportCsv().Write(body);
            Note("the CSV");
            var pdf = new CohortReportPdf(words).Write(body);
            Note("the PDF");
            return page + csv.Length + pdf.Length;

            void Note(string what)
            {
                parts?.Add((what, Stopwatch.GetElapsedTime(began).TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds));
                (began, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            }
        }
    }

    public static async Task FillAsync(string content, string work)
    {
        using var academy = AcademyIn(work);
        using var catalogue = new Catalogue(academy);
        await FillAsync(academy, catalogue, content);
    }

    private static Academy AcademyIn(string work)
    {
        var options = SqliteAcademyDb.Configure(SqliteAcademyDb.ConnectionTo(Path.Combine(work, "reports.db")));
        return new Academy(scope => new SqliteAcademyDb(options, scope));
    }

    private static async Task<Cohort> CohortAsync(Academy academy)
    {
        await using var db = academy.Open(Scope.Everything);
        return await db.Cohorts.AsNoTracking().SingleAsync();
    }

    private static void ForgetPeak()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        if (OperatingSystem.IsLinux())
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
    }

    private static async Task<int> PageAsync(IServiceProvider services, ReportBody body)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            await using var page = new StreamWriter(new MemoryStream(), Encoding.UTF8);
            foreach (var table in body.Tables)
            {
                var view = await renderer.RenderComponentAsync<ReportTableView>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Table"] = table }));
                view.WriteHtmlTo(page);
            }

            await page.FlushAsync();
            return (int)page.BaseStream.Length;
        });
    }

    private static async Task FillAsync(Academy academy, Catalogue catalogue, string content)
    {
        await using (var db = academy.Open(Scope.Everything))
        {
            await db.Database.EnsureCreatedAsync();
        }

        var publisher = new Publisher(academy, new ContentFolder(content), new LearnersOnVersions(academy, catalogue, TimeProvider.System), TimeProvider.System, NullLogger<Publisher>.Instance);
        await publisher.ImportAsync(ContentReading.At(content), "bench", []);
        await using var records = academy.Open(Scope.Everything);
        var version = await records.CourseVersions.LatestOf("foundations").FirstAsync();
        var course = (await catalogue.CourseAsync(version.Id)).Course;
        var police = new Agency("Uganda Police Force, Directorate of Criminal Investigations", "UG");
        var cohort = new Cohort("Uganda 2026", version, "UG", police, new(2026, 11, 2), new(2026, 12, 18));
        records.AddRange(police, cohort);
        await records.SaveChangesAsync();
        var officers = new Officer(course, cohort, police);
        for (var number = 1; number <= Class; number += 250)
        {
            await using var some = academy.Open(Scope.Everything);
            some.AddRange(Enumerable.Range(number, 250).SelectMany(officers.Records));
            await some.SaveChangesAsync();
        }
    }

    private sealed class Now : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Begun.AddDays(18);
    }

    /// <summary>Makes officers who have taken every quiz and the final, some with less luck than others.</summary>
    private sealed class Officer(Course course, Cohort cohort, Agency agency)
    {
        private static readonly Locale Locale = new("en", "UG");

        private readonly Dictionary<string, Question> _bank = course.Modules.SelectMany(m => m.Questions(Locale)).DistinctBy(q => q.Hash).ToDictionary(q => q.Hash, StringComparer.Ordinal);

        public IEnumerable<object> Records(int number)
        {
            var officer = new Person(string.Create(CultureInfo.InvariantCulture, $"Officer Number {number} Nakato"), string.Create(CultureInfo.InvariantCulture, $"officer{number}@example.org"), Roles.Officer, "en", "UG");
            officer.BelongTo(agency, "Detective Inspector", "investigator");
            var enrolment = new Enrolment(cohort, officer, Begun);
            // Every tenth has done nothing for more than two weeks.
            var active = number % 10 == 0 ? Begun : Begun.AddDays(10);
            var attempts = new List<Attempt>();
            foreach (var module in course.ModulesFor("UG", "investigator").Take(1 + number % 4))
            {
                enrolment.Read(module.Id, active);
                attempts.Add(Sit(enrolment, Blueprint.ForQuiz(module, Locale), number, active));
            }

            if (number % 4 != 0)
            {
                attempts.Add(Sit(enrolment, Blueprint.ForFinal(course, Locale, "investigator"), number, active));
            }

            return [officer, enrolment, .. attempts];
        }

        private Attempt Sit(Enrolment enrolment, Blueprint blueprint, int number, DateTimeOffset at)
        {
            var attempt = new Attempt(enrolment, blueprint, Locale, 1, number, at);
            foreach (var drawn in attempt.Questions)
            {
                var question = _bank[drawn.Hash];
                attempt.Answer(drawn.Position, question, (drawn.Position * 7 + number) % 5 == 0 ? ["false"] : Right(question), at);
            }

            attempt.Submit(_bank, at.AddMinutes(20));
            if (attempt.Percent is not null)
            {
                enrolment.Record(attempt);
            }

            return attempt;
        }

        private static List<string> Right(Question question) => question is ChoiceQuestion or Matching
            ? [.. question.RightOptions.Select(option => option.ToString(CultureInfo.InvariantCulture))]
            : [question.RightAnswer];
    }
}
