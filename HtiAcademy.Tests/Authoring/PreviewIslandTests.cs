using Bunit;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Tests.Board;
using HtiAcademy.Web.Authoring;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Authoring;

/// <summary>What the preview shows beside an open editor. It looks by itself only after ten seconds, longer than these tests wait.</summary>
public sealed class PreviewIslandTests : IslandTest
{
    private Draft _draft = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _draft = await App.AddDraftAsync(Cast.TrainerInUganda);
    }

    [Fact]
    public async Task What_is_saved_shows_at_once_with_what_the_checks_say_of_it()
    {
        var preview = await OpenAsync(Cast.TrainerInUganda);
        preview.Find(".page-preview").TextContent.Should().Contain("First words.");
        preview.Markup.Should().Contain("The checks find nothing to mend.");

        await WriteAsync(Editing.Text.Replace("First words", "Second words in {{ act.shrot }}", StringComparison.Ordinal));

        await preview.WaitForAssertionAsync(() => preview.Find(".page-preview").TextContent.Should().Contain("Second words"), Soon);
        preview.Find(".findings a").GetAttribute("data-line").Should().Be("7");
    }

    [Fact]
    public async Task Another_officer_is_chosen_without_another_page()
    {
        _draft = await App.AddDraftAsync(Cast.Administrator, "courses/foundations/20-your-law/module.es.md", "---\ntitle: Su ley\nobjectives: [saber]\n---\n\n::: country GT\nEn Guatemala.\n:::\n\n::: country not GT\nFuera.\n:::\n");
        var preview = await OpenAsync(Cast.Administrator);
        preview.Find(".page-preview").TextContent.Should().Contain("Fuera.");

        preview.Find("select[name=country]").Change("GT");

        await preview.WaitForAssertionAsync(() => preview.Find(".page-preview").TextContent.Should().Contain("En Guatemala.").And.NotContain("Fuera."), Soon);
        preview.Find("details:not(.findings) summary").TextContent.Should().Contain("Guatemala", "the facts are those of the country that is shown");
        preview.FindAll("form button").Should().BeEmpty("nothing needs to be sent");
    }

    [Fact]
    public async Task A_fact_is_found_by_its_name_or_its_value_and_can_be_put_in()
    {
        var preview = await OpenAsync(Cast.TrainerInUganda);

        await preview.Find("#fact-search").InputAsync("ptip");
        Names(preview).Should().Contain("act.short").And.NotContain("hotline");

        await preview.Find("#fact-search").InputAsync(" Act.Short ");
        Names(preview).Should().Equal("act.short");
        preview.Find("details tbody button").GetAttribute("data-insert").Should().Be("{{ act.short }}");
    }

    [Theory]
    [InlineData(Cast.TrainerInKenya)]
    [InlineData(Cast.Administrator)]
    [InlineData(Cast.OfficerInUganda)]
    public async Task Somebody_elses_draft_is_not_shown_whatever_the_page_asked_for(string other)
    {
        var preview = await OpenAsync(other);

        preview.Markup.Should().Contain("The preview has stopped").And.NotContain("First words").And.NotContain("page-preview");
    }

    [Fact]
    public async Task A_draft_that_there_is_not_shows_nothing()
    {
        var preview = await OpenAsync(Cast.TrainerInUganda, Guid.NewGuid());

        preview.Markup.Should().Contain("The preview has stopped");
    }

    [Theory]
    [InlineData("session")]
    [InlineData("kept out")]
    public async Task The_preview_stops_when_the_author_may_no_longer_see_it(string ended)
    {
        var preview = await OpenAsync(Cast.TrainerInUganda);
        await App.Academy.WriteAsync(Scope.Everything, async db =>
        {
            var trainer = await db.People.SingleAsync(p => p.Email == Cast.TrainerInUganda);
            if (ended == "session")
            {
                (await db.Sessions.SingleAsync(s => s.PersonId == trainer.Id)).End(App.Clock.Now);
            }
            else
            {
                trainer.Deactivate(App.Clock.Now);
            }
        });
        // A session that another node ended is found in the database within a minute.
        App.Clock.Advance(TimeSpan.FromSeconds(ended == "session" ? 61 : 1));

        await WriteAsync("Other words.");

        await preview.WaitForAssertionAsync(() => preview.Markup.Should().Contain("The preview has stopped").And.NotContain("words."), Soon);
    }

    private static IEnumerable<string> Names(IRenderedComponent<PreviewIsland> preview) => preview.FindAll("details tbody code").Select(name => name.TextContent);

    private Task WriteAsync(string text) => App.ChangeDraftAsync(_draft.Id, draft => draft.Write(text, draft.Revision, App.Clock.Now).Should().BeNull());

    private Task<IRenderedComponent<PreviewIsland>> OpenAsync(string person, Guid? draftId = null) =>
        OpenAsync<PreviewIsland>(person, parameters => parameters.Add(p => p.DraftId, draftId ?? _draft.Id).Add(p => p.Country, "UG"));
}
