using System.Data.Common;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Tests.Personnel;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Demo;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HtiAcademy.Tests.Access;

/// <summary>
/// What takes the time of an answer, counted: hashes and questions to the database. A clock would say the same less surely.
/// </summary>
public sealed class NothingGivenAwayTests : IDisposable
{
    private readonly CountingApp _app = new();

    [Fact]
    public async Task Who_is_refused_at_the_door_learns_nothing_from_the_answer_nor_from_its_time()
    {
        await KeepOutAsync(Cast.OfficerInGuatemala);
        await _app.AddInvitedAsync("Apio Mary", "apio.mary");
        var unknown = await RefusedAsync("nobody@demo.example", DemoAcademy.Password);

        unknown.Hashes.Should().ContainSingle();
        (await RefusedAsync(Cast.OfficerInUganda, "not-the-password")).Should().BeEquivalentTo(unknown, "the account exists");
        (await RefusedAsync(Cast.OfficerInGuatemala, DemoAcademy.Password)).Should().BeEquivalentTo(unknown, "the account is kept out");
        (await RefusedAsync("apio.mary", DemoAcademy.Password)).Should().BeEquivalentTo(unknown, "the account has no password yet");
    }

    [Fact]
    public async Task Who_has_guessed_too_often_learns_nothing_of_the_password_nor_whether_there_is_an_account()
    {
        await _app.Visit().MistypeAsync(Cast.OfficerInKenya, 10);
        await _app.Visit().MistypeAsync("nobody@demo.example", 10);
        var wrong = await RefusedAsync(Cast.OfficerInKenya, "not-the-password");

        wrong.Hashes.Should().ContainSingle();
        (await RefusedAsync(Cast.OfficerInKenya, DemoAcademy.Password)).Should().BeEquivalentTo(wrong, "the password is right");
        (await RefusedAsync("nobody@demo.example", DemoAcademy.Password)).Should().BeEquivalentTo(wrong, "there is no account");
    }

    [Fact]
    public async Task A_code_that_is_unknown_is_looked_for_alike_however_near_it_is_to_a_true_one()
    {
        await using var db = _app.Open();
        var code = (await db.Certificates.FirstAsync(c => c.Country == "UG")).Code.ToString();
        var far = await VerifiedAsync(_app.Visit(), Another(Another(code, 0), 10));

        far.Status.Should().Be(404);
        (await VerifiedAsync(_app.Visit(), Another(code, 0))).Questions.Should().Be(far.Questions, "the code is nearly right");
        (await VerifiedAsync(_app.Visit(), $"{Another(Another(code, 0), 10)}.json")).Status.Should().Be(404);
    }

    [Theory]
    [InlineData(Cast.OfficerInKenya)]
    [InlineData(Cast.TrainerInKenya)]
    [InlineData(Cast.PartnerInUganda)]
    [InlineData(Cast.Administrator)]
    public async Task Whoever_verifies_is_told_the_same(string who)
    {
        await using var db = _app.Open();
        var code = (await db.Certificates.FirstAsync(c => c.Country == "UG")).Code.ToString();
        var reader = await _app.SignInAsync(who);

        var told = await reader.Http.GetStringAsync($"/verify/{code}.json");

        told.Should().Be(await _app.Visit().Http.GetStringAsync($"/verify/{code}.json"));
        (await reader.Http.GetAsync($"/verify/{Another(Another(code, 0), 10)}.json")).StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_search_finds_and_counts_only_whom_the_searcher_sees()
    {
        await using (var db = _app.Open())
        {
            for (var i = 0; i < 60; i++)
            {
                db.Add(new Person($"Quillon {(char)('A' + (i % 26))}", $"quillon{i}@example.org", Roles.Officer, "en", i < 2 ? "KE" : "UG"));
            }

            await db.SaveChangesAsync();
        }

        var found = await (await _app.SignInAsync(Cast.TrainerInKenya)).GetAsync("/admin/people?q=Quillon");

        found.Document.QuerySelectorAll("main tbody tr").Should().HaveCount(2);
        found.Document.QuerySelector("main")!.TextContent.Should().NotContainAny("58", "60").And.Contain("2");
        found.Document.QuerySelectorAll("main a[href*='page=']").Should().BeEmpty("there is one page");
    }

    public void Dispose() => _app.Dispose();

    // Another letter in place of the one there, of those that codes have.
    private static string Another(string code, int at) => $"{code[..at]}{(code[at] == '0' ? '1' : '0')}{code[(at + 1)..]}";

    private async Task KeepOutAsync(string address)
    {
        await using var db = _app.Open();
        (await db.People.SingleAsync(p => p.Email == address)).Deactivate(_app.Clock.Now);
        await db.SaveChangesAsync();
    }

    private async Task<Refused> RefusedAsync(string name, string password)
    {
        var visitor = _app.Visit();
        var form = (await visitor.GetAsync("/account/sign-in")).Form("sign-in");
        _app.Begin();
        var response = await visitor.PostAsync(form, ("Input.Email", name), ("Input.Password", password));
        var (hashes, questions) = (_app.Hasher.Held.ToArray(), _app.Questions.Count);
        var page = await Page.ReadAsync(response);
        page.Document.QuerySelector("#refused").Should().NotBeNull($"{name} is refused");
        var told = page.Document.QuerySelector("main")!.TextContent;
        return new Refused((int)response.StatusCode, told, string.Join(',', response.Headers.Select(h => h.Key).Order()), hashes, questions);
    }

    private async Task<(int Status, int Questions)> VerifiedAsync(Visitor visitor, string code)
    {
        _app.Begin();
        var response = await visitor.Http.GetAsync($"/verify/{code}");
        return ((int)response.StatusCode, _app.Questions.Count);
    }

    /// <param name="Hashes">How each password was held against one: its kind and its rounds.</param>
    private sealed record Refused(int Status, string Told, string Headers, string[] Hashes, int Questions);

    private sealed class CountingApp : AcademyApp
    {
        public CountingHasher Hasher { get; } = new();

        public CountingCommands Questions { get; } = new();

        public void Begin()
        {
            Hasher.Held.Clear();
            Questions.Count = 0;
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            var options = new DbContextOptionsBuilder<SqliteAcademyDb>(SqliteAcademyDb.Configure(SqliteAcademyDb.ConnectionTo(Path.Combine(DataDirectory, "academy.db")))).AddInterceptors(Questions).Options;
            builder.ConfigureTestServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton(new Academy(scope => new SqliteAcademyDb(options, scope), oneWriter: true)));
                services.Replace(ServiceDescriptor.Singleton<IPasswordHasher<Person>>(Hasher));
            });
        }
    }

    private sealed class CountingHasher : IPasswordHasher<Person>
    {
        private readonly PasswordHasher<Person> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = AcademyApp.HashRounds }));

        public List<string> Held { get; } = [];

        public string HashPassword(Person user, string password) => _hasher.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
        {
            // The first twelve bytes of Identity's format: version, function, rounds and the length of the salt.
            Held.Add(hashedPassword[..16]);
            return _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }

    private sealed class CountingCommands : DbCommandInterceptor
    {
        public int Count { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count++;
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Count++;
            return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
