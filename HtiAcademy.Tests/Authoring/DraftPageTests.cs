using System.Net;
using AngleSharp.Html.Dom;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Tests.Audit;
using HtiAcademy.Tests.Personnel;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Authoring;

/// <summary>What an author does with a draft, over the real pages.</summary>
public sealed class DraftPageTests : IDisposable
{
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task A_draft_shows_whose_it_is_what_it_changes_and_what_the_checks_find()
    {
        var draft = await _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasText, text => Drafting.Reworded(text) + "\n## Money {#money}\n\nIn Uganda.\n");
        var author = await _app.PersonAsync(Cast.TrainerInUganda);
        await _app.AddTrainerAsync(Drafting.Colleague, Roles.Trainer, "UG");

        var page = await (await _app.SignInAsync(Drafting.Colleague)).GetAsync(draft.Address());

        page.Document.QuerySelector("h1")!.TextContent.Should().Be("Your country's law on one page: own sections, Uganda, English");
        page.Text.Should().Contain($"Draft by {author.FullName}, being written").And.Contain("(Africa/Kampala)");
        page.Document.QuerySelector("main ins")!.TextContent.Should().Contain(", and read them");
        page.Document.QuerySelector("#findings")!.NextElementSibling!.TextContent.Should().Contain("Warning: Line").And.Contain("\"money\"");
        page.Document.QuerySelectorAll("#author, #decide").Should().BeEmpty("it is not submitted, and not theirs");
    }

    [Fact]
    public async Task A_trainer_of_another_country_reads_the_text_and_learns_of_nobody_there()
    {
        var draft = await _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasText, Drafting.Reworded);
        await _app.AskAsync(draft);
        await _app.CommentAsync(draft, Cast.PartnerInUganda, "offence", "Not so in Gulu.");

        var page = await (await _app.SignInAsync(Cast.TrainerInKenya)).GetAsync(draft.Address());

        page.Document.QuerySelector("main ins")!.TextContent.Should().Contain(", and read them");
        page.Document.QuerySelectorAll("main form").Should().BeEmpty();
        page.Text.Should().NotContain((await _app.PersonAsync(Cast.TrainerInUganda)).FullName).And.NotContain((await _app.AgencyAsync("UG")).Name).And.NotContain("Gulu");
    }

    [Fact]
    public async Task Errors_come_first_by_line()
    {
        var draft = await _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasText, text => text + "\n## Money {#money}\n\nCall {{ b.fact }}.\n\nCall {{ a.fact }}.\n");

        var findings = (await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync(draft.Address())).Document.QuerySelectorAll("#findings + ul li").Select(li => li.TextContent).ToList();

        findings.Should().HaveCountGreaterThan(2);
        findings[0].Should().StartWith("Error").And.Contain("b.fact");
        findings[1].Should().StartWith("Error").And.Contain("a.fact");
        findings.SkipWhile(finding => finding.StartsWith("Error", StringComparison.Ordinal)).Should().NotBeEmpty().And.OnlyContain(finding => finding.StartsWith("Warning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_author_submits_it_takes_it_back_and_gives_it_up()
    {
        var draft = await _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasText, Drafting.Reworded);
        var author = await _app.SignInAsync(Cast.TrainerInUganda);

        var submitted = await author.SubmitAsync((await author.GetAsync(draft.Address())).Form("/submit"));
        submitted.Text.Should().Contain("waiting for a decision").And.Contain("It waits for somebody else to decide.");
        submitted.Document.QuerySelector("#decide").Should().BeNull();
        (await author.GetAsync("/author")).Text.Should().Contain("waiting for a decision");

        var writing = await author.SubmitAsync(submitted.Form("/take-back"));
        writing.Text.Should().Contain("being written");
        var givenUp = await author.SubmitAsync(writing.Form("/give-up"));

        givenUp.Text.Should().Contain("given up");
        givenUp.Document.QuerySelectorAll("main form").Should().BeEmpty();
        givenUp.Document.QuerySelector("main ins").Should().NotBeNull("it can still be read");
        await using var db = _app.Open();
        var acts = await db.AuditEntries.Where(e => e.What.StartsWith("draft.")).OrderBy(e => e.Sequence).ToListAsync();
        acts.Select(e => e.What).Should().Equal("draft.submitted", "draft.taken-back", "draft.given-up");
        var name = await db.AuditNameAsync(Cast.TrainerInUganda);
        acts.Should().OnlyContain(e => e.By == name && e.Record == $"draft {draft.Id}: {Drafting.UgandasText}");
    }

    [Fact]
    public async Task Only_the_author_submits_takes_back_gives_up_asks_and_answers()
    {
        await _app.AddTrainerAsync(Drafting.Colleague, Roles.Trainer, "UG");
        var draft = await _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasText, Drafting.Reworded);
        var comment = await _app.CommentAsync(draft, Drafting.Colleague, "offence", "Which texts?");
        var agency = await _app.AgencyAsync("UG");
        foreach (var address in new[] { Drafting.Colleague, Cast.Administrator, Cast.TrainerInKenya, Cast.OfficerInUganda, Cast.PartnerInUganda })
        {
            var visitor = await _app.SignInAsync(address);
            foreach (var act in new[] { "submit", "take-back", "give-up", "ask", "answer" })
            {
                var response = await visitor.ForgeAsync($"{draft.Address()}/{act}", ("revision", $"{draft.Revision}"), ("agency", agency.Id.ToString()), ("comment", comment.Id.ToString()), ("answer", "Done."));
                response.StatusCode.Should().Be(HttpStatusCode.NotFound, $"{address} does not {act}");
            }
        }

        var found = await _app.FoundAsync(draft);
        (found.State, found.Revision).Should().Be((DraftState.Writing, draft.Revision));
        await using var db = _app.Open();
        (await db.AgencyReadings.AnyAsync()).Should().BeFalse();
        (await db.DraftComments.SingleAsync()).Answer.Should().BeNull();
    }

    [Fact]
    public async Task Nobody_but_who_trains_sees_a_draft()
    {
        var draft = await _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasText, Drafting.Reworded);
        foreach (var address in new[] { Cast.OfficerInUganda, Cast.PartnerInUganda })
        {
            var visitor = await _app.SignInAsync(address);
            (await visitor.Http.GetAsync(draft.Address())).StatusCode.Should().Be(HttpStatusCode.NotFound, address);
            (await visitor.Http.GetAsync($"{draft.Address()}/merge")).StatusCode.Should().Be(HttpStatusCode.NotFound, address);
        }

        (await _app.Visit().Http.GetAsync(draft.Address())).Headers.Location!.ToString().Should().Contain("/account/sign-in");
        (await (await _app.SignInAsync(Cast.TrainerInUganda)).Http.GetAsync($"/author/drafts/{Guid.NewGuid()}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("\n## Money {#money}\n\nCall {{ no.such.fact }}.\n", "The draft has errors.")]
    [InlineData("", "The draft says what is published already.")]
    public async Task What_has_errors_or_says_nothing_new_is_not_submitted(string added, string why)
    {
        var draft = await _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasText, text => text + added);
        var author = await _app.SignInAsync(Cast.TrainerInUganda);

        var refused = await author.FollowAsync(await author.ForgeAsync($"{draft.Address()}/submit", ("revision", $"{draft.Revision}")));

        refused.Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        refused.Document.QuerySelector("[role=alert]")!.TextContent.Should().Contain(why).And.Contain("Nothing was changed.");
        (await _app.FoundAsync(draft)).State.Should().Be(DraftState.Writing);
    }

    [Fact]
    public async Task What_another_window_changed_is_not_submitted_unseen()
    {
        var draft = await _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasText, Drafting.Reworded);
        var author = await _app.SignInAsync(Cast.TrainerInUganda);
        var form = (await author.GetAsync(draft.Address())).Form("/submit");
        await _app.ChangeAsync(draft, d => d.Write(d.Text + "\n", d.Revision, _app.Clock.Now));

        var refused = await author.SubmitAsync(form);

        refused.Document.QuerySelector("[role=alert]")!.TextContent.Should().Contain("The draft was changed meanwhile.");
        (await _app.FoundAsync(draft)).State.Should().Be(DraftState.Writing);
        var submitted = await author.SubmitAsync(refused.Form("/submit"));
        submitted.Text.Should().Contain("waiting for a decision");
        (await author.SubmitAsync(refused.Form("/submit"))).Response.StatusCode.Should().Be(HttpStatusCode.OK, "the same form sent twice did it the first time");
    }

    [Fact]
    public async Task What_was_published_since_must_be_seen_before_it_is_submitted()
    {
        var draft = await _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasText, Drafting.Reworded);
        await _app.ChangeAsync(draft, d => d.Merge(d.Text + "\n", new string('0', 64), d.Revision, _app.Clock.Now));
        var author = await _app.SignInAsync(Cast.TrainerInUganda);

        var page = await author.GetAsync(draft.Address());
        var refused = await author.FollowAsync(await author.ForgeAsync($"{draft.Address()}/submit", ("revision", $"{(await _app.FoundAsync(draft)).Revision}")));

        page.Text.Should().Contain("This text was published anew after the draft was begun.");
        page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).Should().Contain($"{draft.Address()}/merge");
        page.Document.QuerySelector("form[action$='/submit']").Should().BeNull();
        refused.Document.QuerySelector("[role=alert]")!.TextContent.Should().Contain("published anew");
    }

    [Fact]
    public async Task An_author_who_no_longer_trains_there_does_not_submit()
    {
        var draft = await _app.WriteDraftAsync(Cast.TrainerInKenya, Drafting.UgandasText, Drafting.Reworded);
        var author = await _app.SignInAsync(Cast.TrainerInKenya);

        (await author.ForgeAsync($"{draft.Address()}/submit", ("revision", $"{draft.Revision}"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await author.Http.GetAsync($"{draft.Address()}/merge")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await author.ForgeAsync($"{draft.Address()}/give-up")).StatusCode.Should().Be(HttpStatusCode.Found, "what they wrote they may give up");
    }

    [Fact]
    public async Task An_agency_of_the_country_is_asked_once_to_read_it()
    {
        var draft = await _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasText, Drafting.Reworded);
        var (agency, kenyan) = (await _app.AgencyAsync("UG"), await _app.AgencyAsync("KE"));
        var author = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await author.GetAsync(draft.Address());
        page.Document.QuerySelectorAll("#agency option[value]:not([value=''])").Select(option => option.TextContent).Should().Equal(agency.Name);

        var refused = await author.SubmitAsync(page.Form("/ask"), ("agency", kenyan.Id.ToString()));
        refused.Document.QuerySelector("#problem-ask")!.TextContent.Should().Contain("Choose an agency of the draft's country.");
        var asked = await author.SubmitAsync(page.Form("/ask"), ("agency", agency.Id.ToString()));
        await author.SubmitAsync(page.Form("/ask"), ("agency", agency.Id.ToString()));

        asked.Text.Should().Contain($"{agency.Name} was asked to read it");
        await using var db = _app.Open();
        (await db.AgencyReadings.SingleAsync()).AgencyId.Should().Be(agency.Id);
        (await db.AuditEntries.CountAsync(e => e.What == "draft.agency-asked")).Should().Be(1);
    }

    [Theory]
    [InlineData(Drafting.BaseText)]
    [InlineData(Drafting.UgandasQuestions)]
    [InlineData(Drafting.UgandasFacts)]
    public async Task No_agency_is_asked_about_what_is_no_countrys_text(string path)
    {
        var draft = await _app.WriteDraftAsync(Cast.Administrator, path, text => text + "\n");
        var author = await _app.SignInAsync(Cast.Administrator);
        var page = await author.GetAsync(draft.Address());

        page.Document.QuerySelector("#agency").Should().BeNull();
        var refused = await author.FollowAsync(await author.ForgeAsync($"{draft.Address()}/ask", ("agency", (await _app.AgencyAsync("UG")).Id.ToString())));
        refused.Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Its_author_answers_comments_and_who_commented_reads_it()
    {
        var draft = await _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasText, Drafting.Reworded);
        var comment = await _app.CommentAsync(draft, Cast.Administrator, "offence", "Which texts?");
        var author = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await author.GetAsync(draft.Address());
        page.Document.QuerySelector($"#comment-{comment.Id}")!.TextContent.Should().Contain("Which texts?").And.Contain((await _app.PersonAsync(Cast.Administrator)).FullName);
        page.Document.QuerySelector("#comments ~ h3")!.TextContent.Should().Be("From facts to particulars");

        var refused = await author.SubmitAsync(page.Form("/answer"), ("answer", new string('a', DraftComment.MostCharacters + 1)));
        refused.Document.QuerySelector("#problem-answer")!.TextContent.Should().Contain("Write an answer of 1 to 2000 characters.");
        ((IHtmlTextAreaElement)refused.Document.QuerySelector("textarea[name=answer]")!).Value.Should().HaveLength(DraftComment.MostCharacters + 1);
        await author.SubmitAsync(page.Form("/answer"), ("answer", "The old and the new."));

        (await (await _app.SignInAsync(Cast.Administrator)).GetAsync(draft.Address())).Document.QuerySelector($"#comment-{comment.Id}")!.TextContent.Should().Contain("The old and the new.");
        (await author.ForgeAsync($"{draft.Address()}/answer", ("comment", Guid.NewGuid().ToString()), ("answer", "To nobody."))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_said_of_a_section_that_is_gone_can_still_be_read()
    {
        var draft = await _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasText, Drafting.Reworded);
        await _app.CommentAsync(draft, Cast.Administrator, "gone", "<b>Of what was there.</b>");

        var page = await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync(draft.Address());

        page.Text.Should().Contain("gone").And.Contain("<b>Of what was there.</b>");
    }

    public void Dispose() => _app.Dispose();
}
