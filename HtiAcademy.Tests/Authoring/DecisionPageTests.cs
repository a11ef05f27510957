using System.Net;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Tests.Audit;
using HtiAcademy.Tests.Personnel;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Authoring;

/// <summary>What whoever decides does with a draft, over the real pages.</summary>
public sealed class DecisionPageTests : IDisposable
{
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task A_colleague_of_the_country_sends_a_draft_back_with_comments_on_its_sections()
    {
        await _app.AddTrainerAsync(Drafting.Colleague, Roles.Trainer, "UG");
        var draft = await SubmittedAsync();
        var colleague = await _app.SignInAsync(Drafting.Colleague);
        var page = await colleague.GetAsync(draft.Address());

        var none = await colleague.FollowAsync(await colleague.ForgeAsync($"{draft.Address()}/return", ("revision", $"{draft.Revision}"), ("comment", "  ")));
        none.Document.QuerySelector("#problem-comment")!.TextContent.Should().Contain("Write at least one comment");
        await colleague.PostAsync(page.Form("/comment").To($"{draft.Address()}/return"), ("comment-offence", "Which texts?"), ("comment", "Shorter, please."));

        var returned = await _app.FoundAsync(draft);
        (returned.State, returned.ReturnedAt).Should().Be((DraftState.Writing, _app.Clock.Now));
        var author = await _app.SignInAsync(Cast.TrainerInUganda);
        (await author.GetAsync("/author")).Text.Should().Contain("sent back to you").And.Contain("Comments that wait for your answer");
        var read = await author.GetAsync(draft.Address());
        read.Text.Should().Contain("Sent back").And.Contain("Which texts?").And.Contain("Shorter, please.");
        await using var db = _app.Open();
        (await db.DraftComments.OrderBy(c => c.SectionId).Select(c => c.SectionId).ToListAsync()).Should().Equal(null, "offence");
        (await db.AuditEntries.SingleAsync(e => e.What == "draft.returned")).By.Should().Be(await db.AuditNameAsync(Drafting.Colleague));
    }

    [Fact]
    public async Task Comments_can_be_sent_first_and_the_draft_afterwards_and_nothing_is_said_twice()
    {
        var draft = await SubmittedAsync();
        var administrator = await _app.SignInAsync(Cast.Administrator);
        var form = (await administrator.GetAsync(draft.Address())).Form("/comment");
        await administrator.SubmitAsync(form, ("comment-offence", "Which texts?"));
        await administrator.SubmitAsync(form, ("comment-offence", "Which texts?"));
        (await _app.FoundAsync(draft)).State.Should().Be(DraftState.Submitted);

        (await administrator.PostAsync(form.To($"{draft.Address()}/return"))).StatusCode.Should().Be(HttpStatusCode.Found);
        (await administrator.PostAsync(form.To($"{draft.Address()}/return"))).StatusCode.Should().Be(HttpStatusCode.Found, "sent twice, it was done the first time");

        await using var db = _app.Open();
        (await db.DraftComments.CountAsync()).Should().Be(1);
        (await db.AuditEntries.CountAsync(e => e.What == "draft.returned")).Should().Be(1);
    }

    [Fact]
    public async Task A_comment_that_is_too_long_is_kept_in_its_field()
    {
        var draft = await SubmittedAsync();
        var administrator = await _app.SignInAsync(Cast.Administrator);
        var words = new string('a', DraftComment.MostCharacters + 1);

        var refused = await administrator.SubmitAsync((await administrator.GetAsync(draft.Address())).Form("/comment"), ("comment-offence", words), ("comment", "Well done."));

        refused.Document.QuerySelector("#problem-comment")!.TextContent.Should().Contain("at most 2000 characters");
        refused.Document.QuerySelector("#comment-offence")!.TextContent.Should().Be(words);
        refused.Document.QuerySelector("#comment")!.TextContent.Should().Be("Well done.");
        await using var db = _app.Open();
        (await db.DraftComments.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Publication_says_whom_it_reaches_and_the_officer_reads_the_new_words()
    {
        var draft = await SubmittedAsync();
        var administrator = await _app.SignInAsync(Cast.Administrator);
        var page = await administrator.GetAsync(draft.Address());
        page.Document.QuerySelectorAll("#decide ~ ul li").Select(li => li.TextContent).Should().Equal("Uganda: 3 officers go on with it at once.");

        var published = await administrator.SubmitAsync(page.Form("/publish"));

        published.Text.Should().Contain("Published by").And.Contain("version 2.").And.NotContain("Approved by its own author");
        published.Document.QuerySelectorAll("main form").Should().BeEmpty();
        (await (await _app.SignInAsync(Cast.OfficerInUganda)).GetAsync("/learn/foundations/your-law")).Text.Should().Contain("Open both texts, and read them.");
        (await (await _app.SignInAsync(Cast.OfficerInKenya)).GetAsync("/learn/foundations/your-law")).Text.Should().NotContain("and read them.");
        var versions = await administrator.GetAsync("/admin/content");
        versions.Document.QuerySelector("tbody tr")!.TextContent.Should().Contain($"Written by {(await _app.PersonAsync(Cast.TrainerInUganda)).FullName}, approved by {(await _app.PersonAsync(Cast.Administrator)).FullName}");
    }

    [Fact]
    public async Task Who_stays_behind_changed_questions_is_counted_before()
    {
        var draft = await _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasQuestions, text => text + "\n::ug-new::Is it new? {T}\n", submitted: true);
        var administrator = await _app.SignInAsync(Cast.Administrator);

        var page = await administrator.GetAsync(draft.Address());
        page.Document.QuerySelectorAll("#decide ~ ul li").Select(li => li.TextContent).Should().Equal(
            "Uganda: 3 officers stay on their version until an administrator moves them, because this changes: Quiz: Your country's law on one page.");
        await administrator.SubmitAsync(page.Form("/publish"));

        (await administrator.GetAsync("/admin/content")).Document.QuerySelector(".alert-warning")!.TextContent.Should().Contain("Version 1, Uganda: 3 officers.");
    }

    [Fact]
    public async Task What_changed_since_it_was_read_is_neither_published_nor_sent_back()
    {
        var draft = await SubmittedAsync();
        var administrator = await _app.SignInAsync(Cast.Administrator);
        var page = await administrator.GetAsync(draft.Address());
        await _app.ChangeAsync(draft, d => d.TakeBack(_app.Clock.Now));
        (await administrator.SubmitAsync(page.Form("/publish"))).Text.Should().Contain("The draft waits for no decision any more");
        await _app.ChangeAsync(draft, d => d.Write(d.Text + "\nMore.\n", d.Revision, _app.Clock.Now));
        await _app.ChangeAsync(draft, d => d.Submit(_app.Clock.Now));

        var refused = await administrator.SubmitAsync(page.Form("/publish"));
        var kept = await administrator.SubmitAsync(page.Form("/comment").To($"{draft.Address()}/return"), ("comment", "As I read it."));

        refused.Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        refused.Document.QuerySelector("#problem-publish")!.TextContent.Should().Contain("The draft was changed meanwhile.").And.Contain("Nothing was changed.");
        kept.Document.QuerySelector("#comment")!.TextContent.Should().Be("As I read it.");
        (await _app.FoundAsync(draft)).State.Should().Be(DraftState.Submitted);
        await using var db = _app.Open();
        (await db.CourseVersions.MaxAsync(v => v.Number)).Should().Be(1);
        (await db.DraftComments.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task A_draft_whose_errors_lie_elsewhere_says_so_and_is_not_published()
    {
        var draft = await _app.WriteDraftAsync(Cast.Administrator, Drafting.BaseText, text => text.Replace("{#privacy}", "{#secrecy}", StringComparison.Ordinal), submitted: true);
        await _app.AddTrainerAsync(Drafting.Lead, Roles.Trainer | Roles.LeadTrainer, "KE");
        var lead = await _app.SignInAsync(Drafting.Lead);

        var page = await lead.GetAsync(draft.Address());
        page.Text.Should().Contain("What the draft says leads to errors in other files").And.Contain("module.es.md");
        page.Document.QuerySelector("form[action$='/publish']").Should().BeNull();
        var refused = await lead.FollowAsync(await lead.ForgeAsync($"{draft.Address()}/publish", ("revision", $"{draft.Revision}")));

        refused.Document.QuerySelector("#problem-publish")!.TextContent.Should().Contain("The draft has errors.");
        (await _app.FoundAsync(draft)).State.Should().Be(DraftState.Submitted);
    }

    [Theory]
    // A trainer of another country.
    [InlineData(Drafting.UgandasText, Cast.TrainerInKenya)]
    // A plain trainer, on what every country reads and on facts.
    [InlineData(Drafting.BaseText, Cast.TrainerInKenya)]
    [InlineData(Drafting.BaseText, Drafting.Colleague)]
    [InlineData(Drafting.UgandasFacts, Drafting.Colleague)]
    // Their own.
    [InlineData(Drafting.UgandasText, Cast.TrainerInUganda)]
    // Who writes nothing.
    [InlineData(Drafting.UgandasText, Cast.PartnerInUganda)]
    [InlineData(Drafting.UgandasText, Cast.OfficerInUganda)]
    public async Task Nobody_else_decides(string path, string who)
    {
        await _app.AddTrainerAsync(Drafting.Colleague, Roles.Trainer, "UG");
        var draft = await _app.WriteDraftAsync(Cast.TrainerInUganda, path, text => text + "\n", submitted: true);
        var visitor = await _app.SignInAsync(who);
        (await visitor.GetAsync(draft.Address())).Document.QuerySelectorAll("#decide, form[action$='/comment']").Should().BeEmpty();

        foreach (var act in new[] { "publish", "return", "comment" })
        {
            (await visitor.ForgeAsync($"{draft.Address()}/{act}", ("revision", $"{draft.Revision}"), ("comment", "Words."))).StatusCode.Should().Be(HttpStatusCode.NotFound, act);
        }

        (await _app.FoundAsync(draft)).State.Should().Be(DraftState.Submitted);
        await using var db = _app.Open();
        (await db.DraftComments.AnyAsync()).Should().BeFalse();
    }

    [Theory]
    [InlineData(Drafting.BaseText)]
    [InlineData(Drafting.UgandasFacts)]
    [InlineData(Drafting.UgandasText)]
    public async Task A_lead_trainer_decides_about_base_texts_facts_and_any_countrys_own(string path)
    {
        await _app.AddTrainerAsync(Drafting.Lead, Roles.Trainer | Roles.LeadTrainer, "KE");
        var draft = await _app.WriteDraftAsync(Cast.Administrator, path, text => path == Drafting.UgandasFacts ? text + "# Read again.\n" : text.Replace("a sealed key", "one sealed key", StringComparison.Ordinal).Replace("in one sealed place", "in a sealed place", StringComparison.Ordinal), submitted: true);
        var lead = await _app.SignInAsync(Drafting.Lead);

        var published = await lead.SubmitAsync((await lead.GetAsync(draft.Address())).Form("/publish"));

        published.Text.Should().Contain("Published by Trainer lead");
    }

    [Fact]
    public async Task A_lone_trainer_publishes_their_own_where_it_is_allowed_and_the_version_says_so()
    {
        await _app.AllowAloneAsync("UG");
        var draft = await _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasText, Drafting.Reworded);
        var author = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await author.GetAsync(draft.Address());
        page.Text.Should().Contain("You are the country's only trainer");
        var submitted = await author.SubmitAsync(page.Form("/submit"));
        submitted.Text.Should().Contain("You wrote this yourself. The version will say that its own author approved it.");
        (await author.GetAsync("/author")).Text.Should().Contain("Drafts that wait for your decision");

        var published = await author.SubmitAsync(submitted.Form("/publish"));

        published.Text.Should().Contain("Approved by its own author.");
        var row = (await (await _app.SignInAsync(Cast.Administrator)).GetAsync("/admin/content")).Document.QuerySelector("tbody tr")!.TextContent;
        row.Should().Contain($"Written by {(await _app.PersonAsync(Cast.TrainerInUganda)).FullName}, approved by its own author");
    }

    [Fact]
    public async Task With_a_colleague_in_the_country_nobody_is_alone_any_more()
    {
        await _app.AllowAloneAsync("UG");
        var draft = await SubmittedAsync();
        await _app.AddTrainerAsync(Drafting.Colleague, Roles.Trainer, "UG");
        var author = await _app.SignInAsync(Cast.TrainerInUganda);

        (await author.GetAsync(draft.Address())).Document.QuerySelector("#decide").Should().BeNull();
        (await author.ForgeAsync($"{draft.Address()}/publish", ("revision", $"{draft.Revision}"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_lone_trainer_does_not_decide_about_facts()
    {
        await _app.AllowAloneAsync("UG");
        var draft = await _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasFacts, text => text + "# Read again.\n", submitted: true);
        var author = await _app.SignInAsync(Cast.TrainerInUganda);

        (await author.ForgeAsync($"{draft.Address()}/publish", ("revision", $"{draft.Revision}"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    public void Dispose() => _app.Dispose();

    private Task<Draft> SubmittedAsync() => _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasText, Drafting.Reworded, submitted: true);
}
