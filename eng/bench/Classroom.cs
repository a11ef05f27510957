using System.Globalization;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Bench;

/// <summary>A large class of invented officers, put into the database of a running academy, and what the database says of their attempts.</summary>
internal sealed class Classroom : IDisposable
{
    private readonly Academy _academy;
    private readonly Catalogue _catalogue;

    /// <param name="work">Whose folder <c>data</c> holds the database.</param>
    public Classroom(string work)
    {
        var options = SqliteAcademyDb.Configure(SqliteAcademyDb.ConnectionTo(Path.Combine(work, "data", "academy.db")));
        _academy = new Academy(scope => new SqliteAcademyDb(options, scope));
        _catalogue = new Catalogue(_academy);
    }

    public static string NameOf(int officer) => string.Create(CultureInfo.InvariantCulture, $"class.{officer}");

    /// <summary>Enrols them on the Ugandan cohort of the demo, with the demo's password.</summary>
    public Task EnrolAsync(int officers) => _academy.WriteAsync(Scope.Everything, async db =>
    {
        var cohort = await db.Cohorts.FirstAsync(c => c.Country == "UG");
        var hash = new PasswordHasher<Person>().HashPassword(null!, Officers.Password);
        for (var number = 0; number < officers; number++)
        {
            var officer = new Person($"Officer {number}", $"{NameOf(number)}@demo.example", Roles.Officer, "en", "UG") { PasswordHash = hash, SecurityStamp = Guid.NewGuid().ToString("N"), EmailConfirmed = true };
            officer.NormalizedUserName = officer.UserName!.ToUpperInvariant();
            officer.NormalizedEmail = officer.Email!.ToUpperInvariant();
            db.AddRange(officer, new Enrolment(cohort, officer, DateTimeOffset.UtcNow));
        }
    });

    /// <summary>Compares what officers were told is saved with what is.</summary>
    public async Task<Inspection> InspectAsync(IReadOnlyCollection<Sat> told)
    {
        await using var db = _academy.Open(Scope.Everything);
        var inspection = new Inspection();
        foreach (var sat in told)
        {
            var address = $"{sat.Name}@demo.example";
            var officer = await db.People.Where(p => p.Email == address).Select(p => p.Id).SingleAsync();
            var attempts = await db.Attempts.AsNoTracking().Where(a => a.OfficerId == officer).ToListAsync();
            var enrolment = await db.Enrolments.AsNoTracking().SingleAsync(e => e.OfficerId == officer);
            inspection.Attempts += attempts.Count;
            inspection.Open += attempts.Count(a => a.IsOpen);
            // One attempt that counts twice, or two where the officer began one.
            inspection.Doubles += attempts.GroupBy(a => a.Assessment).Count(same => same.Count(a => !a.IsOpen) != (enrolment.StepOf(same.Key)?.Attempts ?? 0) || same.Count(a => a.IsOpen) > 1);
            foreach (var attempt in attempts)
            {
                inspection.Lost += await LostAsync(attempt, sat);
            }

            inspection.Lost += sat.Saved.Keys.Select(k => k.Attempt).Concat(sat.Submitted).Distinct().Count(id => attempts.TrueForAll(a => a.Id != id));
            inspection.Lost += sat.Submitted.Count(id => attempts.Exists(a => a.Id == id && a.IsOpen));
            inspection.Acknowledged += sat.Saved.Count;
        }

        return inspection;
    }

    public void Dispose()
    {
        _catalogue.Dispose();
        _academy.Dispose();
    }

    private async Task<int> LostAsync(Attempt attempt, Sat sat)
    {
        var bank = (await _catalogue.CourseAsync(attempt.VersionId)).Questions(attempt.Locale);
        return attempt.Questions.Count(drawn =>
        {
            if (!sat.Saved.TryGetValue((attempt.Id, drawn.Position), out var values))
            {
                return false;
            }

            var question = bank[drawn.Hash];
            return Response.FromForm(question, OptionOrder.Of(attempt, drawn.Position, question).ToBank(values)).Response?.ToString() != drawn.Response;
        });
    }
}

/// <summary>What one officer was told.</summary>
internal sealed class Sat(string name)
{
    public string Name => name;

    /// <summary>The answers that the academy has acknowledged, as they were sent.</summary>
    public Dictionary<(Guid Attempt, int Position), IReadOnlyList<string>> Saved { get; } = [];

    /// <summary>The attempts whose submission was acknowledged.</summary>
    public HashSet<Guid> Submitted { get; } = [];

    /// <summary>Takes a quiz to its end, or until the line fails; goes on with one that is open.</summary>
    /// <param name="think">Before each answer.</param>
    public async Task TakeAsync(Browser browser, string module, Func<Task> think, Action<string, double>? measured = null)
    {
        var page = await browser.ReadAsync($"{module}/quiz");
        if (page.Form("/start") is { } start)
        {
            page = await MeasureAsync("start", () => browser.SubmitAsync(start));
        }
        else
        {
            page = await browser.ReadAsync($"{module}/quiz?question=1");
        }

        while (page.Form("/answer") is { } question)
        {
            await think();
            var form = question.Answered();
            var key = (Guid.Parse(form.Value("attempt")), int.Parse(form.Value("position"), CultureInfo.InvariantCulture));
            var reply = await MeasureAsync("answer", () => browser.PostAsync(form));
            Saved[key] = [.. form.Values.Where(v => v.Key == "answer").Select(v => v.Value)];
            page = await browser.ReadAsync(reply.Location!);
        }

        await think();
        var submit = page.Form("/submit")!;
        await MeasureAsync("submit", () => browser.PostAsync(submit));
        Submitted.Add(Guid.Parse(submit.Value("attempt")));

        async Task<T> MeasureAsync<T>(string what, Func<Task<T>> act)
        {
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            var result = await act();
            measured?.Invoke(what, System.Diagnostics.Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            return result;
        }
    }
}

/// <summary>What the database says against what officers were told.</summary>
internal sealed class Inspection
{
    public int Attempts { get; set; }

    public int Open { get; set; }

    public int Acknowledged { get; set; }

    public int Lost { get; set; }

    public int Doubles { get; set; }
}
