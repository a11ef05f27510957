using System.Net;
using HtiAcademy.Domain.Access;
using HtiAcademy.Tests.Assessments;
using HtiAcademy.Tests.Personnel;
using HtiAcademy.Tests.Privacy;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Access;

public sealed class KeptOutTests : IDisposable
{
    private readonly AcademyApp _app = new();

    [Theory]
    [InlineData("erased")]
    [InlineData("kept out")]
    [InlineData("kept out by another server")]
    [InlineData("merged")]
    public async Task Who_has_a_page_open_writes_nothing_from_the_same_second_on(string how)
    {
        var (writers, question) = await BeginAsync();
        await KeepOutAsync(await _app.PersonAsync(Cast.OfficerInUganda), how);
        var before = await WrittenAsync();

        var answered = await AnswerAsync(writers.Officer, question);
        var read = await writers.Officer.PostAsync(question.Form("/answer").To("/learn/foundations/your-law/read"));

        foreach (var refused in new[] { answered, read })
        {
            (refused.StatusCode, refused.Headers.Location!.ToString().Contains("/account/sign-in", StringComparison.Ordinal)).Should().Be((HttpStatusCode.Found, true));
        }

        (await WrittenAsync()).Should().Be(before);
    }

    [Theory]
    [InlineData("erased")]
    [InlineData("kept out")]
    [InlineData("merged")]
    [InlineData("sessions")]
    [InlineData("role")]
    public async Task What_this_process_ended_shows_no_page_any_more(string how)
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);

        await KeepOutAsync(await _app.PersonAsync(Cast.OfficerInUganda), how);

        (await officer.Http.GetAsync("/")).StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    public async Task The_database_decides_who_writes()
    {
        var officer = await _app.PersonAsync(Cast.OfficerInUganda);
        await KeepOutAsync(officer, "kept out by another server");

        var write = () => _app.Academy.WriteAsync(Scope.Of(officer), async db => (await db.People.SingleAsync(p => p.Id == officer.Id)).Speak("fr"));

        await write.Should().ThrowAsync<KeptOutException>();
        (await _app.PersonAsync(Cast.OfficerInUganda)).Language.Should().Be("en");
    }

    public void Dispose() => _app.Dispose();

    private async Task<(EssayClass Writers, Page Question)> BeginAsync()
    {
        var writers = await EssayClass.BeginAsync(_app);
        await writers.Officer.PostAsync((await writers.Officer.GetAsync("/")).Form("/account/sign-out").To($"{EssayClass.Course}/first/read"));
        return (writers, await writers.Officer.SubmitAsync((await writers.Officer.GetAsync(EssayClass.Quiz)).Form("/start")));
    }

    private async Task<(int Answers, int Read)> WrittenAsync()
    {
        await using var db = _app.Open();
        return (await db.Attempts.SelectMany(a => a.Questions).CountAsync(q => q.Response != null), await db.Enrolments.SelectMany(e => e.Steps).CountAsync(s => s.ReadAt != null));
    }

    private static Task<HttpResponseMessage> AnswerAsync(Visitor officer, Page question) =>
        officer.PostAsync(question.Form("/answer"), ("answer", question.Document.QuerySelector("textarea") is null ? "false" : "It began at night."), ("go", "2"));

    private async Task KeepOutAsync(Person officer, string how)
    {
        switch (how)
        {
            case "erased":
                await _app.EraseAsync(officer.Id);
                break;
            case "kept out by another server":
                // What it writes, this process hears nothing of.
                await using (var elsewhere = _app.Open())
                {
                    (await elsewhere.People.SingleAsync(p => p.Id == officer.Id)).Deactivate(_app.Clock.Now);
                    await elsewhere.SaveChangesAsync();
                }

                break;
            case "merged":
                var (kept, _) = await _app.AddInvitedAsync("Apio Mary", "apio.mary");
                await _app.Academy.WriteAsync(Scope.Everything, async db =>
                    (await db.MergeAsync(kept.Id, officer.Id, await db.People.SingleAsync(p => p.Email == Cast.Administrator), "", _app.Clock.Now, CancellationToken.None)).Should().BeNull());
                break;
            default:
                await _app.Academy.WriteAsync(Scope.Everything, async db =>
                {
                    var person = await db.People.SingleAsync(p => p.Id == officer.Id);
                    switch (how)
                    {
                        case "kept out": person.Deactivate(_app.Clock.Now); break;
                        case "sessions": person.EndSessions(); break;
                        default: person.BelongTo(await db.Agencies.FirstAsync(a => a.Country == "KE"), null, "investigator"); break;
                    }
                });
                break;
        }
    }
}
