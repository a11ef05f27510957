using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Content;
using HtiAcademy.Tests.Statistics;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Authoring;

/// <summary>What stands above the texts for who writes and decides.</summary>
public sealed class WaitingWorkTests : IDisposable
{
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task Everyone_finds_their_own_drafts_and_what_they_may_decide()
    {
        await _app.AddTrainerAsync(Drafting.Colleague, Roles.Trainer, "UG");
        await _app.AddTrainerAsync(Drafting.Lead, Roles.Trainer | Roles.LeadTrainer, "KE");
        var overlay = await SubmittedAsync(Cast.TrainerInUganda, Drafting.UgandasText);
        var facts = await SubmittedAsync(Cast.TrainerInUganda, Drafting.UgandasFacts);
        var bases = await SubmittedAsync(Cast.Administrator, Drafting.BaseText);
        var writing = await _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasQuestions, text => text + "\n");

        (await LinksAsync(Cast.TrainerInUganda, "Your drafts")).Should().BeEquivalentTo(overlay.Address(), facts.Address(), writing.Address());
        (await LinksAsync(Cast.TrainerInUganda, "Drafts that wait for your decision")).Should().BeEmpty();
        (await LinksAsync(Drafting.Colleague, "Drafts that wait for your decision")).Should().Equal(overlay.Address());
        (await LinksAsync(Drafting.Lead, "Drafts that wait for your decision")).Should().BeEquivalentTo(overlay.Address(), facts.Address(), bases.Address());
        (await LinksAsync(Cast.Administrator, "Drafts that wait for your decision")).Should().BeEquivalentTo(overlay.Address(), facts.Address());
        (await (await _app.SignInAsync(Cast.TrainerInKenya)).GetAsync("/author")).Text.Should().Contain("Nothing waits for you.");
    }

    [Fact]
    public async Task Comments_without_an_answer_wait_for_the_author_alone()
    {
        var draft = await SubmittedAsync(Cast.TrainerInUganda, Drafting.UgandasText);
        await _app.CommentAsync(draft, Cast.Administrator, "offence", "Which texts?");
        await _app.CommentAsync(draft, Cast.Administrator, null, "Shorter, please.");

        var page = await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync("/author");

        var item = page.Document.QuerySelectorAll("h3").Single(h => h.TextContent == "Comments that wait for your answer").NextElementSibling!;
        item.TextContent.Should().Contain("(2)");
        item.QuerySelector("a")!.GetAttribute("href").Should().Be($"{draft.Address()}#comments");
        (await LinksAsync(Cast.Administrator, "Comments that wait for your answer")).Should().BeEmpty();
    }

    [Fact]
    public async Task Officers_flags_wait_for_the_trainers_of_their_country()
    {
        await using (var db = _app.Open())
        {
            var version = await db.CourseVersions.SingleAsync();
            var officer = await db.People.SingleAsync(p => p.Email == Cast.OfficerInUganda);
            SectionFlag Flag(string section) => new(version, "your-law", new Locale("en", "UG"), section, FlagKind.OutOfDate, "There is a newer one.", officer, _app.Clock.Now);
            var settled = Flag("money");
            settled.Settle(FlagOutcome.Kept, "It is the newest.", _app.Clock.Now);
            db.AddRange(Flag("offence"), Flag("privacy"), settled);
            await db.SaveChangesAsync();
        }

        var page = await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync("/author");

        var item = page.Document.QuerySelectorAll("h3").Single(h => h.TextContent == "Flags of officers that wait for an answer").NextElementSibling!;
        item.TextContent.Trim().Should().Be("Uganda (2)");
        item.QuerySelector("a")!.GetAttribute("href").Should().Be("/author/flags#UG");
        (await LinksAsync(Cast.TrainerInKenya, "Flags of officers that wait for an answer")).Should().BeEmpty();
        (await LinksAsync(Cast.Administrator, "Flags of officers that wait for an answer")).Should().Equal("/author/flags#UG");
    }

    [Fact]
    public async Task Questions_with_a_suspected_key_lead_to_the_statistics()
    {
        // Who knows more fails it: the statement's key is wrong.
        await _app.SitAsync("UG", 100, "what-is-trafficking", (number, question) => question is HtiAcademy.Domain.Questions.TrueFalse ? number >= 50 : number < 50);

        (await LinksAsync(Cast.TrainerInUganda, "Questions that cost officers marks")).Should().Equal("/author/foundations/statistics");
        (await LinksAsync(Cast.TrainerInKenya, "Questions that cost officers marks")).Should().BeEmpty("their own officers gave no such answers");
    }

    public void Dispose() => _app.Dispose();

    private Task<Draft> SubmittedAsync(string author, string path) => _app.WriteDraftAsync(author, path, text => text + "\n", submitted: true);

    private async Task<IEnumerable<string?>> LinksAsync(string who, string heading) =>
        (await (await _app.SignInAsync(who)).GetAsync("/author")).Document.QuerySelectorAll("h3").FirstOrDefault(h => h.TextContent == heading)?.NextElementSibling!.QuerySelectorAll("a").Select(a => a.GetAttribute("href")) ?? [];
}
