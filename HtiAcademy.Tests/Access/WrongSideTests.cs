using System.Net;
using System.Text;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Learning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Access;

/// <summary>Who is on the wrong side of a country's border asks for what is there, downloads it and posts to it, with forms that are whole.</summary>
public sealed class WrongSideTests(WrongSideTests.Borders borders) : IClassFixture<WrongSideTests.Borders>
{
    private const string PersonFields = "name=From+Beyond&audience=investigator&language=en";

    private const string UgandasQuestions = "path=courses/foundations/20-your-law/questions.en-UG.gift";

    // In the matrix these forms are empty; here they are such that the right side gets through.
    private static readonly Dictionary<string, string> Whole = new(StringComparer.Ordinal)
    {
        ["POST /cohorts/create"] = $"country=UG&{CohortOf("Made")}",
        ["POST /cohorts/{id:guid}/change"] = CohortOf("Changed"),
        ["POST /cohorts/{id:guid}/duplicate"] = CohortOf("Copied"),
        ["POST /cohorts/{id:guid}/enrol/check"] = "text=name,user_name%0AMary+Akello,akello",
        ["POST /cohorts/{id:guid}/members/{enrolmentId:guid}/withdraw"] = "reason=Left+the+service",
        ["POST /cohorts/{id:guid}/members/{enrolmentId:guid}/extend"] = "due=2027-02-01",
        ["POST /author/flags/{id:guid}/settle"] = "outcome=Kept&answer=It+stays.",
        ["POST /author/bank/add"] = $"{UgandasQuestions}&kind=TrueFalse&name=ug-border&text=Is+a+border+needed&answer=false",
        ["POST /author/bank/import"] = $"{UgandasQuestions}&gift=::ug-border::Is+a+border+needed?+{{F}}",
        ["POST /admin/people/{id:guid}/change"] = PersonFields + "&agency={agency}",
        ["POST /admin/people/{id:guid}/deactivate"] = "reason=Left",
        ["POST /admin/people/{id:guid}/reactivate"] = "reason=CameBack",
    };

    // What is of one country, by how a row names it. A code or a signed link is for whoever holds it.
    private static readonly string[] OfUganda =
    [
        "{cohort}", "{enrolment}", "{member}", "{essay}", "{newcomer}", "{number}", "{report}", "{asked}", "{attempt}", "{session}", "{certificate}", "{run}", "{agency}", "{change}", "{mail}", "{flag}", "/UG", "=UG",
    ];

    public static TheoryData<string> Posts => [.. AccessMatrixTests.Matrix.Where(IsPost).Where(r => !IsOnesOwn(r)).Select(r => r.Route)];

    public static TheoryData<string> WholeForms => [.. Whole.Keys];

    public static TheoryData<string, string, string, string> Mixtures => new()
    {
        // In an own cohort somebody else's officer, and the other way about: where, what is wrong; where, what is right.
        { "/cohorts/{ke-cohort}/enrol/officer", "officer={member}", "/cohorts/{ke-cohort}/enrol/officer", "officer={ke-officer}" },
        { "/cohorts/{ke-cohort}/members/{enrolment}/extend", "due=2027-02-01", "/cohorts/{ke-cohort}/members/{ke-enrolment}/extend", "due=2027-02-01" },
        { "/cohorts/{ke-cohort}/members/{enrolment}/withdraw", "reason=Left", "/cohorts/{ke-cohort}/members/{ke-other}/withdraw", "reason=Left" },
        { "/cohorts/{ke-cohort}/members/{enrolment}/return", "", "/cohorts/{ke-cohort}/members/{ke-enrolment}/return", "" },
        { "/cohorts/{ke-cohort}/members/{enrolment}/minutes", "minutes=10", "/cohorts/{ke-cohort}/members/{ke-enrolment}/minutes", "minutes=10" },
        { "/cohorts/{ke-cohort}/members/{ke-mover}/move", "to={cohort}", "/cohorts/{ke-cohort}/members/{ke-mover}/move", "to={ke-second}" },
        { "/cohorts/{cohort}/members/{ke-enrolment}/extend", "due=2027-02-01", "/cohorts/{ke-cohort}/members/{ke-enrolment}/extend", "due=2027-02-02" },
        { "/cohorts/create", $"country=KE&{CohortOf("One")}&agency={{agency}}", "/cohorts/create", $"country=KE&{CohortOf("One")}&agency={{ke-agency}}" },
        { "/cohorts/create", $"country=KE&{CohortOf("Two")}&trainer={{trainer}}", "/cohorts/create", $"country=KE&{CohortOf("Two")}&trainer={{ke-trainer}}" },
        { "/cohorts/{ke-second}/change", $"{CohortOf("Three")}&agency={{agency}}", "/cohorts/{ke-second}/change", $"{CohortOf("Three")}&agency={{ke-agency}}" },
        { "/cohorts/{ke-second}/change", $"{CohortOf("Four")}&trainer={{trainer}}", "/cohorts/{ke-second}/change", $"{CohortOf("Four")}&trainer={{ke-trainer}}" },
        { "/cohorts/{cohort}/duplicate", CohortOf("Five"), "/cohorts/{ke-cohort}/duplicate", CohortOf("Five") },
        { "/admin/people/invite/send", $"{PersonFields}&email=beyond@example.org&how=mail&agency={{agency}}", "/admin/people/invite/send", $"{PersonFields}&email=within@example.org&how=mail&agency={{ke-agency}}" },
        { "/admin/people/{ke-officer}/change", $"{PersonFields}&agency={{agency}}", "/admin/people/{ke-officer}/change", $"{PersonFields}&agency={{ke-agency}}" },
        { "/admin/people/slips", "person={ke-officer}&person={newcomer}", "/admin/people/slips", "person={ke-officer}" },
    };

    [Fact]
    public void What_is_Ugandas_does_not_exist_for_anybody_in_Kenya()
    {
        var told = AccessMatrixTests.Matrix
            .Where(r => OfUganda.Any(mark => $"{r.Address}&{r.Fields}".Contains(mark, StringComparison.Ordinal)))
            .Where(r => InKenya.Any(i => r.Expected.Split(' ')[i] != "404"))
            .Select(r => r.Route);

        told.Should().BeEmpty();
    }

    [Fact]
    public void Every_form_has_a_wrong_side() =>
        AccessMatrixTests.Matrix.Where(IsPost).Where(r => !IsOnesOwn(r)).Where(r => !r.Expected.Split(' ').Contains("404")).Select(r => r.Route).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task From_the_wrong_side_a_form_is_not_found_and_nothing_is_written(string route)
    {
        var row = AccessMatrixTests.Matrix.Single(r => r.Route == route);
        var address = borders.Fill(row.Address ?? route.Split(' ')[1]);
        var fields = borders.Fill(Whole.GetValueOrDefault(route) ?? row.Fields ?? "");
        foreach (var person in AccessMatrixTests.People.Where((_, i) => row.Expected.Split(' ')[i] == "404"))
        {
            var (response, written) = await borders.PostAsync(person, address, fields);

            response.StatusCode.Should().Be(HttpStatusCode.NotFound, $"{person} is on the wrong side");
            written.Should().BeFalse($"{person} changes nothing");
        }
    }

    [Theory]
    [MemberData(nameof(WholeForms))]
    public async Task From_the_right_side_the_same_form_gets_through(string route)
    {
        var row = AccessMatrixTests.Matrix.Single(r => r.Route == route);
        await using var fresh = new Borders();
        await fresh.InitializeAsync();

        var (response, _) = await fresh.PostAsync(Cast.TrainerInUganda, fresh.Fill(row.Address ?? route.Split(' ')[1]), fresh.Fill(Whole[route]));

        ((int)response.StatusCode).Should().BeLessThan(400, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [MemberData(nameof(Mixtures))]
    public async Task Into_ones_own_records_nothing_from_another_country_is_mixed(string wrongly, string wrong, string rightly, string right)
    {
        var (refused, written) = await borders.PostAsync(Cast.TrainerInKenya, borders.Fill(wrongly), borders.Fill(wrong));

        refused.StatusCode.Should().BeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
        written.Should().BeFalse("nothing is mixed");
        var (accepted, _) = await borders.PostAsync(Cast.TrainerInKenya, borders.Fill(rightly), borders.Fill(right));
        ((int)accepted.StatusCode).Should().BeLessThan(400, $"the form is right but for what is mixed in: {await accepted.Content.ReadAsStringAsync()}");
    }

    [Fact]
    public async Task Every_download_of_a_record_is_not_found_from_the_wrong_side_and_leaks_nothing()
    {
        var downloads = borders.Downloads().ToList();
        downloads.Should().HaveCountGreaterThanOrEqualTo(6);
        foreach (var row in downloads)
        {
            foreach (var person in InKenya.Select(i => AccessMatrixTests.People[i]))
            {
                var visitor = await borders.Shared.AsAsync(person);
                using var response = await visitor.Http.GetAsync(borders.Fill(row.Address!));

                response.StatusCode.Should().Be(HttpStatusCode.NotFound, $"{person} asks for {row.Route}");
                response.Content.Headers.ContentDisposition.Should().BeNull();
                (response.Content.Headers.ContentType?.MediaType ?? "text/html").Should().Be("text/html");
            }
        }
    }

    private static string CohortOf(string name) => $"name={name}&course=foundations&starts=2027-01-04&due=2027-03-01";

    private static IEnumerable<int> InKenya => Enumerable.Range(0, AccessMatrixTests.People.Length).Where(i => AccessMatrixTests.People[i] is Cast.OfficerInKenya or Cast.TrainerInKenya or Cast.PartnerInKenya);

    private static bool IsPost(AccessMatrixTests.Row row) => row.Route.StartsWith("POST ", StringComparison.Ordinal);

    // Whoever asks acts on themselves, or on what the code that they hold opens.
    private static bool IsOnesOwn(AccessMatrixTests.Row row) =>
        row.Route is "POST /reminders/stop/{token}" or "POST /verify/{Code}" || (row.Route.StartsWith("POST /account/", StringComparison.Ordinal) && !row.Route.Contains("{id", StringComparison.Ordinal));

    /// <summary>The academy of the matrix, and in Kenya what the other side has in Uganda.</summary>
    public sealed class Borders : IAsyncLifetime, IAsyncDisposable
    {
        private readonly Dictionary<string, string> _records = [];

        public AccessMatrixTests.SharedApp Shared { get; } = new();

        public async Task InitializeAsync()
        {
            await Shared.InitializeAsync();
            await using var db = Shared.App.Open();
            var cohort = await db.Cohorts.SingleAsync(c => c.Country == "KE");
            var version = await db.CourseVersions.SingleAsync(v => v.Id == cohort.VersionId);
            var second = new Cohort("Nairobi second class", version, "KE", agency: null, new DateOnly(2027, 1, 4), new DateOnly(2027, 3, 1));
            var mover = new Person("Atieno Mover", "mover@example.org", Roles.Officer, "en", "KE");
            var moving = new Enrolment(cohort, mover, Shared.App.Clock.Now);
            db.AddRange(second, mover, moving);
            await db.SaveChangesAsync();
            var officer = await db.People.SingleAsync(p => p.Email == Cast.OfficerInKenya);
            _records["{ke-cohort}"] = cohort.Id.ToString();
            _records["{ke-second}"] = second.Id.ToString();
            _records["{ke-agency}"] = cohort.AgencyId!.Value.ToString();
            _records["{ke-officer}"] = officer.Id.ToString();
            _records["{ke-enrolment}"] = (await db.Enrolments.SingleAsync(e => e.OfficerId == officer.Id)).Id.ToString();
            _records["{ke-mover}"] = moving.Id.ToString();
            _records["{ke-other}"] = (await db.Enrolments.FirstAsync(e => e.CohortId == cohort.Id && e.OfficerId != officer.Id && e.Id != moving.Id && e.State != EnrolmentState.Completed)).Id.ToString();
            _records["{trainer}"] = (await db.People.SingleAsync(p => p.Email == Cast.TrainerInUganda)).Id.ToString();
            _records["{ke-trainer}"] = (await db.People.SingleAsync(p => p.Email == Cast.TrainerInKenya)).Id.ToString();
        }

        public string Fill(string text) => _records.Aggregate(Shared.Fill(text), (filled, record) => filled.Replace(record.Key, record.Value, StringComparison.Ordinal));

        public async Task<(HttpResponseMessage Response, bool Written)> PostAsync(string person, string address, string fields)
        {
            var visitor = await Shared.AsAsync(person);
            var token = (await visitor.GetAsync("/")).Document.Forms[0].Value("__RequestVerificationToken");
            using var watch = new DatabaseWatch(Shared.App);
            var response = await visitor.Http.PostAsync(
                address, new StringContent($"__RequestVerificationToken={Uri.EscapeDataString(token)}&{fields}", Encoding.UTF8, "application/x-www-form-urlencoded"));
            return (response, watch.IsChanged);
        }

        /// <summary>What answers with a file, about a record, to people who are signed in.</summary>
        internal IEnumerable<AccessMatrixTests.Row> Downloads()
        {
            var files = Shared.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(e => !e.Metadata.Any(m => m is IAllowAnonymous || m.GetType().Name is "ComponentTypeMetadata"))
                .Select(e => $"GET /{e.RoutePattern.RawText!.TrimStart('/')}")
                .ToHashSet(StringComparer.Ordinal);
            return AccessMatrixTests.Matrix.Where(r => files.Contains(r.Route) && OfUganda.Any(mark => r.Address?.Contains(mark, StringComparison.Ordinal) == true));
        }

        public Task DisposeAsync() => Shared.DisposeAsync();

        async ValueTask IAsyncDisposable.DisposeAsync() => await Shared.DisposeAsync();
    }
}
