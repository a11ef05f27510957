using System.Net;
using AngleSharp.Html.Dom;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Tests.Content;
using HtiAcademy.Web.Authoring;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Authoring;

public sealed class DraftMergePageTests : IDisposable
{
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task What_was_published_meanwhile_is_chosen_from_section_by_section_and_the_draft_goes_on_from_it()
    {
        var draft = await WriteAsync(text => Drafting.Reworded(text).Replace("a sealed key", "a key in a safe", StringComparison.Ordinal));
        await _app.PublishChangedAsync(Drafting.UgandasText, "initials, and a sealed key", "numbers, and a sealed key");
        var author = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await author.GetAsync($"{draft.Address()}/merge");

        page.Document.QuerySelectorAll("main legend").Select(legend => legend.TextContent).Should().Equal("From facts to particulars", "Her name");
        Checked(page).Should().Equal("Mine");
        page.Document.QuerySelectorAll("main h3").Select(h => h.TextContent).Distinct().Should().Equal("My draft", "The published text");
        var (offence, name) = (Field(page, "From facts to particulars"), Field(page, "Her name"));
        var merged = await author.SubmitAsync(page.Form("/merge/apply"), (offence, "Mine"), (name, "Both"));

        merged.Address.Should().Be(draft.Address());
        var found = await _app.FoundAsync(draft);
        found.Text.Should().Contain("and read them.").And.Contain("a key in a safe").And.Contain("numbers, and a sealed key");
        found.Text.Split("{#privacy}").Should().HaveCount(2, "one heading stands above both");
        found.BasedOn.Should().Be(await PublishedHashAsync());
        (await author.SubmitAsync(merged.Form("/submit"))).Text.Should().Contain("waiting for a decision");
    }

    [Fact]
    public async Task Another_persons_draft_gives_words_and_stays_as_it_is()
    {
        await _app.AddTrainerAsync(Drafting.Colleague, Roles.Trainer, "UG");
        var theirs = await _app.WriteDraftAsync(Drafting.Colleague, Drafting.UgandasText, text => text.Replace("a sealed key", "a key in a safe", StringComparison.Ordinal));
        var mine = await WriteAsync(Drafting.Reworded);
        var author = await _app.SignInAsync(Cast.TrainerInUganda);
        var link = (await author.GetAsync(mine.Address())).Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).Single(href => href!.Contains("?with=", StringComparison.Ordinal))!;
        link.Should().Be($"{mine.Address()}/merge?with={theirs.Id}");

        var page = await author.GetAsync(link);
        Checked(page).Should().Equal("Mine", "Theirs");
        await author.SubmitAsync(page.Form("/merge/apply"), (Field(page, "From facts to particulars"), "Mine"), (Field(page, "Her name"), "Theirs"));

        var found = await _app.FoundAsync(mine);
        found.Text.Should().Contain("and read them.").And.Contain("a key in a safe");
        found.BasedOn.Should().Be(mine.BasedOn);
        var other = await _app.FoundAsync(theirs);
        (other.Text, other.Revision).Should().Be((theirs.Text, theirs.Revision));
    }

    [Fact]
    public async Task A_missing_choice_is_asked_for_and_the_others_are_kept()
    {
        var draft = await WriteAsync(Drafting.Reworded);
        await _app.PublishChangedAsync(Drafting.UgandasText, Drafting.Sentence, "Open one text.");
        var author = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await author.GetAsync($"{draft.Address()}/merge");
        Checked(page).Should().BeEmpty("both changed it");

        var refused = await author.SubmitAsync(page.Form("/merge/apply"));

        refused.Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        refused.Document.QuerySelector("#problem-merge")!.TextContent.Should().Contain("Choose for every part whose words go on.");
        (await _app.FoundAsync(draft)).Revision.Should().Be(draft.Revision);
        (await author.SubmitAsync(refused.Form("/merge/apply"), (Field(refused, "From facts to particulars"), "Theirs"))).Address.Should().Be(draft.Address());
        (await _app.FoundAsync(draft)).Text.Should().Contain("Open one text.");
    }

    [Fact]
    public async Task What_either_side_changed_since_it_was_shown_is_not_merged_unseen()
    {
        await _app.AddTrainerAsync(Drafting.Colleague, Roles.Trainer, "UG");
        var theirs = await _app.WriteDraftAsync(Drafting.Colleague, Drafting.UgandasText, text => text.Replace("a sealed key", "a key in a safe", StringComparison.Ordinal));
        var mine = await WriteAsync(Drafting.Reworded);
        var author = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await author.GetAsync($"{mine.Address()}/merge?with={theirs.Id}");
        (string, string)[] choices = [(Field(page, "From facts to particulars"), "Mine"), (Field(page, "Her name"), "Theirs")];

        await _app.ChangeAsync(theirs, d => d.Write(d.Text + "\nMore.\n", d.Revision, _app.Clock.Now));
        var refused = await author.SubmitAsync(page.Form("/merge/apply"), choices);
        refused.Document.QuerySelector("#problem-merge")!.TextContent.Should().Contain("The draft was changed meanwhile.");
        Checked(refused).Should().Equal("Mine", "Theirs");

        await _app.ChangeAsync(mine, d => d.Write(d.Text + "\nIn another window.\n", d.Revision, _app.Clock.Now));
        (await author.SubmitAsync(refused.Form("/merge/apply"), choices)).Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await _app.FoundAsync(mine)).Text.Should().EndWith("In another window.\n");
    }

    [Fact]
    public async Task Questions_are_taken_whole_or_put_together_by_hand()
    {
        var draft = await _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasQuestions, text => text + "\n::mine::Is it mine? {T}\n");
        await _app.PublishChangedAsync(Drafting.UgandasQuestions, "// Uganda", "// Uganda, checked");
        var author = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await author.GetAsync($"{draft.Address()}/merge");
        var byHand = draft.Text.Replace("// Uganda", "// Uganda, checked", StringComparison.Ordinal);
        ((IHtmlTextAreaElement)page.Document.QuerySelector("#text")!).Value.Should().Be(draft.Text);

        ((IHtmlTextAreaElement)(await author.SubmitAsync(page.Form("/merge/apply"), ("text", byHand))).Document.QuerySelector("#text")!).Value.Should().Be(byHand, "nothing was chosen, and what was typed is kept");
        await author.SubmitAsync(page.Form("/merge/apply"), ("whole", "Hand"), ("text", byHand.Replace("\n", "\r\n", StringComparison.Ordinal)));

        var found = await _app.FoundAsync(draft);
        found.Text.Should().Be(byHand);
        found.BasedOn.Should().NotBe(draft.BasedOn);
    }

    [Fact]
    public async Task Who_is_not_the_author_has_nothing_to_merge()
    {
        await _app.AddTrainerAsync(Drafting.Colleague, Roles.Trainer, "UG");
        var draft = await WriteAsync(Drafting.Reworded);
        var other = await _app.WriteDraftAsync(Drafting.Colleague, Drafting.UgandasQuestions, text => text + "\n");
        foreach (var who in new[] { Drafting.Colleague, Cast.Administrator, Cast.TrainerInKenya })
        {
            var visitor = await _app.SignInAsync(who);
            (await visitor.Http.GetAsync($"{draft.Address()}/merge")).StatusCode.Should().Be(HttpStatusCode.NotFound, who);
            (await visitor.ForgeAsync($"{draft.Address()}/merge/apply", ("revision", $"{draft.Revision}"), ("theirs", draft.BasedOn!))).StatusCode.Should().Be(HttpStatusCode.NotFound, who);
        }

        var author = await _app.SignInAsync(Cast.TrainerInUganda);
        foreach (var with in new[] { $"{other.Id}", $"{Guid.NewGuid()}", $"{draft.Id}", "nonsense" })
        {
            (await author.Http.GetAsync($"{draft.Address()}/merge?with={with}")).StatusCode.Should().Be(HttpStatusCode.NotFound, with);
        }

        (await author.GetAsync($"{draft.Address()}/merge")).Text.Should().Contain("there is nothing to choose");
    }

    [Fact]
    public async Task A_submitted_draft_is_taken_back_before_it_is_merged()
    {
        var draft = await _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasText, Drafting.Reworded, submitted: true);
        await _app.PublishChangedAsync(Drafting.UgandasText, "a sealed key", "a locked key");
        var author = await _app.SignInAsync(Cast.TrainerInUganda);

        var page = await author.GetAsync($"{draft.Address()}/merge");
        page.Text.Should().Contain("Take it back first");
        page.Document.QuerySelectorAll("main form").Should().BeEmpty();
        var choices = Enumerable.Range(0, 8).Select(index => ($"part-{index}", "Theirs")).ToArray();
        var refused = await author.FollowAsync(await author.ForgeAsync($"{draft.Address()}/merge/apply", [("revision", $"{draft.Revision}"), ("theirs", await PublishedHashAsync()), .. choices]));

        refused.Document.QuerySelector("#problem-merge")!.TextContent.Should().Contain("The draft is submitted");
        (await _app.FoundAsync(draft)).Text.Should().Be(draft.Text);
    }

    public void Dispose() => _app.Dispose();

    private Task<Draft> WriteAsync(Func<string, string> write) => _app.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasText, write);

    private async Task<string> PublishedHashAsync() =>
        (await _app.Services.GetRequiredService<Manuscripts>().FindAsync(AuthoredFile.Parse(Drafting.UgandasText)!, CancellationToken.None))!.Hash;

    private static string Field(Page page, string legend) =>
        page.Document.QuerySelectorAll("fieldset").Single(f => f.QuerySelector("legend")!.TextContent == legend).QuerySelector("input")!.GetAttribute("name")!;

    private static IEnumerable<string> Checked(Page page) => page.Document.QuerySelectorAll("fieldset input[checked]").Select(input => input.GetAttribute("value")!);
}
