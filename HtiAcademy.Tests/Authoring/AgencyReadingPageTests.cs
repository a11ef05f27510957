using System.Net;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Tests.Audit;
using HtiAcademy.Tests.Certificates;
using HtiAcademy.Tests.Personnel;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Authoring;

/// <summary>What a partner sees and says of a draft that their agency was asked to read.</summary>
public sealed class AgencyReadingPageTests : IAsyncLifetime
{
    private readonly AcademyApp _app = new();
    private Draft _draft = default!;
    private AgencyReading _reading = default!;
    private Visitor _partner = default!;

    private string Address => $"/agency/readings/{_reading.Id}";

    public async Task InitializeAsync()
    {
        _draft = await _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasText, Drafting.Reworded);
        _reading = await _app.AskAsync(_draft);
        _partner = await _app.SignInAsync(Cast.PartnerInUganda);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_partner_finds_what_their_agency_is_asked_to_read_as_officers_would_get_it()
    {
        (await _partner.GetAsync("/agency")).Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).Should().Contain("/agency/readings");
        var list = await _partner.GetAsync("/agency/readings");
        list.Document.QuerySelector(".steps a")!.GetAttribute("href").Should().Be(Address);
        list.Text.Should().Contain("waits for you");

        var page = await _partner.GetAsync(Address);

        page.Text.Should().Contain("Open both texts, and read them.").And.Contain("Prevention of Trafficking in Persons Act", "facts are filled in").And.NotContain("{{");
        page.Text.Should().Contain("Money is often forgotten until sentence", "what every country reads is there too").And.NotContain("Read section 2C before you plan anything");
        var own = page.Document.QuerySelectorAll("section.outlined").Where(section => section.TextContent.Contains("In your country's own words", StringComparison.Ordinal)).Select(section => section.GetAttribute("aria-label"));
        own.Should().Equal("The International Crimes Division", "From facts to particulars", "Her name");
        page.Document.QuerySelectorAll("textarea[form=comments-form]").Should().HaveCount(page.Document.QuerySelectorAll("article h2[id]").Length);
        page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).Should().NotContain(href => href!.StartsWith("/author", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_partner_comments_on_sections_and_reads_what_became_of_it()
    {
        await _app.CommentAsync(_draft, Cast.Administrator, "offence", "Between reviewers.");
        var page = await _partner.GetAsync(Address);
        page.Text.Should().NotContain("Between reviewers.");

        var refused = await _partner.SubmitAsync(page.Form("/comment"), ("comment-offence", new string('a', DraftComment.MostCharacters + 1)), ("comment", "In all, good."));
        refused.Document.QuerySelector("#problem-comment")!.TextContent.Should().Contain("at most 2000 characters");
        refused.Document.QuerySelector("#comment")!.TextContent.Should().Be("In all, good.");
        refused.Document.QuerySelector("#comment-offence")!.TextContent.Should().HaveLength(DraftComment.MostCharacters + 1);
        (await _partner.SubmitAsync(page.Form("/comment"))).Document.QuerySelector("#problem-comment")!.TextContent.Should().Contain("Write at least one comment");
        var said = await _partner.SubmitAsync(page.Form("/comment"), ("comment-offence", "Not so in Gulu."));
        said.Text.Should().Contain("Not so in Gulu.").And.Contain("Not answered yet.");

        var author = await _app.SignInAsync(Cast.TrainerInUganda);
        var draft = await author.GetAsync(_draft.Address());
        var comment = await CommentOfAsync(Cast.PartnerInUganda);
        await author.SubmitAsync(draft.Form("/answer"), ("comment", comment.Id.ToString()), ("answer", "Gulu is named now."));

        (await _partner.GetAsync(Address)).Text.Should().Contain("Gulu is named now.");
    }

    [Fact]
    public async Task A_partner_approves_what_they_read_and_no_later_words()
    {
        var page = await _partner.GetAsync(Address);
        await _app.ChangeAsync(_draft, d => d.Write(d.Text.Replace("and read them", "and compare them", StringComparison.Ordinal), d.Revision, _app.Clock.Now));

        var refused = await _partner.SubmitAsync(page.Form("/approve"));
        refused.Document.QuerySelector("#problem-approve")!.TextContent.Should().Contain("The draft was changed meanwhile.");
        await _app.ChangeAsync(_draft, d => d.Submit(_app.Clock.Now));
        var approved = await _partner.SubmitAsync(refused.Form("/approve"));

        approved.Text.Should().Contain("as right for the country.");
        approved.Document.QuerySelector("form[action$='/approve']").Should().BeNull();
        (await _partner.GetAsync("/agency/readings")).Text.Should().Contain("approved by your agency");
        var read = await (await _app.SignInAsync(Cast.Administrator)).GetAsync(_draft.Address());
        read.Text.Should().Contain($"{(await _app.AgencyAsync("UG")).Name} approved it").And.NotContain("It may have been changed since.");
        await using (var db = _app.Open())
        {
            (await db.AuditEntries.SingleAsync(e => e.What == "draft.approved-by-agency")).By.Should().Be(await db.AuditNameAsync(Cast.PartnerInUganda));
        }

        await _app.ChangeAsync(_draft, d => d.TakeBack(_app.Clock.Now));
        await _app.ChangeAsync(_draft, d => d.Write(d.Text + "\nMore.\n", d.Revision, _app.Clock.Now));
        (await _partner.GetAsync(Address)).Document.QuerySelector("form[action$='/approve']").Should().NotBeNull("what is new they have not approved");
        (await (await _app.SignInAsync(Cast.Administrator)).GetAsync(_draft.Address())).Text.Should().Contain("It may have been changed since.");
    }

    [Fact]
    public async Task Another_agencys_partner_an_officer_and_a_trainer_have_nothing_to_read()
    {
        var page = await _partner.GetAsync(Address);
        await AddPartnerAsync("border@demo.example", "Border Police (test)");
        foreach (var who in new[] { Cast.PartnerInKenya, "border@demo.example", Cast.OfficerInUganda, Cast.TrainerInUganda, Cast.Administrator })
        {
            var visitor = await _app.SignInAsync(who);
            (await visitor.Http.GetAsync(Address)).StatusCode.Should().Be(HttpStatusCode.NotFound, who);
            (await visitor.Http.GetAsync($"{Address}/images/map.png")).StatusCode.Should().Be(HttpStatusCode.NotFound, who);
            foreach (var act in new[] { "comment", "approve" })
            {
                (await visitor.ForgeAsync($"{Address}/{act}", ("revision", $"{_draft.Revision}"), ("comment", "Words."))).StatusCode.Should().Be(HttpStatusCode.NotFound, $"{who} does not {act}");
            }
        }

        (await (await _app.SignInAsync(Cast.PartnerInKenya)).GetAsync("/agency/readings")).Text.Should().Contain("asked to read nothing yet");
        (await _partner.Http.GetAsync("/author")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        await using var db = _app.Open();
        (await db.DraftComments.AnyAsync()).Should().BeFalse();
        (await db.AgencyReadings.SingleAsync()).ApprovedAt.Should().BeNull();
    }

    [Fact]
    public async Task A_partner_sees_only_drafts_that_their_agency_was_asked_to_read()
    {
        var other = await _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasQuestions, text => text + "\n");
        var partner = await _app.PersonAsync(Cast.PartnerInUganda);

        await using var db = _app.Open(Scope.Of(partner));

        (await db.Drafts.Select(d => d.Id).ToListAsync()).Should().Equal(_draft.Id);
        (await db.Drafts.AnyAsync(d => d.Id == other.Id)).Should().BeFalse();
    }

    [Fact]
    public async Task A_text_with_errors_waits_until_it_can_be_shown_and_one_that_is_decided_takes_no_comments()
    {
        await _app.ChangeAsync(_draft, d => d.Write(d.Text + "\n## Money {#money}\n\n{{ no.such.fact }}\n", d.Revision, _app.Clock.Now));
        var page = await _partner.GetAsync(Address);
        page.Text.Should().Contain("The author is in the middle of a change.");
        page.Document.QuerySelector("form[action$='/approve']").Should().BeNull();

        await _app.ChangeAsync(_draft, d => d.GiveUp(_app.Clock.Now));
        var revision = (await _app.FoundAsync(_draft)).Revision;
        (await _partner.GetAsync(Address)).Document.QuerySelectorAll("main form[method=post]").Should().BeEmpty();
        foreach (var act in new[] { "comment", "approve" })
        {
            var refused = await _partner.FollowAsync(await _partner.ForgeAsync($"{Address}/{act}", ("revision", $"{revision}"), ("comment", "Words.")));
            refused.Document.QuerySelector($"#problem-{act}")!.TextContent.Should().Contain("published or given up already");
        }
    }

    [Fact]
    public async Task The_drafts_pictures_are_shown_beside_it()
    {
        await _app.ChangeAsync(_draft, d =>
        {
            d.Write(d.Text.Replace(Drafting.Sentence[..4], "![The stations](images/map.png)\n\nOpen", StringComparison.Ordinal), d.Revision, _app.Clock.Now);
            d.Add(new DraftImage("courses/foundations/20-your-law/images/map.png", Marks.Wide), _app.Clock.Now);
        });

        var page = await _partner.GetAsync(Address);
        var source = page.Document.QuerySelector("article img")!.GetAttribute("src")!;
        var image = await _partner.Http.GetAsync(source);

        source.Should().Be($"{Address}/images/map.png");
        image.Content.Headers.ContentType!.MediaType.Should().Be("image/png");
        (await image.Content.ReadAsByteArrayAsync()).Should().Equal(Marks.Wide);
        (await _partner.Http.GetAsync($"{Address}/images/none.png")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await _partner.Http.GetAsync($"{Address}/images/module.md")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private async Task AddPartnerAsync(string address, string agencyName)
    {
        var agency = await _app.AddAgencyAsync(agencyName, "UG");
        var known = await _app.PersonAsync(Cast.PartnerInUganda);
        var person = new Person("Border Partner", address, Roles.Partner, "en", "UG") { EmailConfirmed = true, PasswordHash = known.PasswordHash };
        person.BelongTo(agency, null, "investigator");
        await using var db = _app.Open();
        db.Add(person);
        await db.SaveChangesAsync();
    }

    private async Task<DraftComment> CommentOfAsync(string address)
    {
        var by = (await _app.PersonAsync(address)).Id;
        await using var db = _app.Open();
        return await db.DraftComments.SingleAsync(c => c.ById == by);
    }
}
