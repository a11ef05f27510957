using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Content;
using HtiAcademy.Tests.Audit;
using HtiAcademy.Tests.Personnel;
using HtiAcademy.Tests.Privacy;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Authoring;

public sealed class FlagPageTests : IDisposable
{
    private const string Module = "/learn/foundations/your-law";
    private const string Address = $"{Module}/flag";
    private const string Sentence = "Our prosecutors file initials at the registry, not with the court.";

    private static readonly (string, string)[] Whole = [("section", "privacy"), ("kind", "NotDoneHere"), ("sentence", Sentence)];

    private readonly AcademyApp _app = new();

    [Fact]
    public async Task An_officer_flags_a_section_and_is_told_what_becomes_of_it()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        var link = (IHtmlAnchorElement)(await officer.GetAsync(Module)).Document.QuerySelector("main > p:last-child a")!;
        link.PathName.Should().Be(Address);
        var page = await officer.GetAsync(Address);
        page.Document.QuerySelectorAll("#section option").Select(o => o.TextContent).Should().Contain("Her name").And.Contain("Text above the first section");

        var sent = await officer.SubmitAsync(page.Form("/flag/send"), Whole);

        sent.Document.QuerySelector("[role=status]")!.TextContent.Should().Contain("Thank you");
        Raised(sent).Should().ContainSingle().Which.Should().Contain("Her name").And.Contain(Sentence).And.Contain("It waits for an answer.");
        await using (var db = _app.Open())
        {
            var flag = await db.SectionFlags.SingleAsync();
            (flag.CourseId, flag.VersionNumber, flag.TextId, flag.Language, flag.Country, flag.SectionId, flag.Kind, flag.At).Should().Be(("foundations", 1, "your-law", "en", "UG", "privacy", FlagKind.NotDoneHere, _app.Clock.Now));
        }

        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        (await trainer.GetAsync("/author")).Text.Should().Contain("Flags of officers that wait for an answer");
        var list = await trainer.GetAsync("/author/flags");
        list.Text.Should().Contain("Her name").And.Contain("Version 1 of the course").And.Contain("It is not done like this here").And.Contain(Sentence);
        list.Text.Should().NotContain((await _app.PersonAsync(Cast.OfficerInUganda)).FullName, "what is flagged counts, not by whom");
        list.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).Should().Contain("/author/edit/courses/foundations/20-your-law/module.en-UG.md");
        var settled = await trainer.SubmitAsync(Settling(list), ("outcome", "Changed"), ("answer", "Right: the next version says registry."));
        settled.Text.Should().Contain("Nothing waits for an answer.").And.Contain("The text was or will be changed").And.Contain("Right: the next version says registry.");

        Raised(await officer.GetAsync(Address)).Should().ContainSingle().Which.Should().Contain("Right: the next version says registry.");
        (await officer.GetAsync("/account/data")).Text.Should().Contain("Right: the next version says registry.");
        (await officer.GetAsync("/")).Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).Should().Contain("/account/data#flags");
        await using var after = _app.Open();
        var act = await after.AuditEntries.SingleAsync(e => e.What == "flag.settled");
        (act.By, act.Record.Contains("registry", StringComparison.Ordinal)).Should().Be((await after.AuditNameAsync(Cast.TrainerInUganda), false));
    }

    [Fact]
    public async Task An_answer_is_news_for_two_weeks()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        (await officer.GetAsync("/")).Text.Should().NotContain("answered what you sent");
        await FlagAsync(officer);
        (await officer.GetAsync("/")).Text.Should().NotContain("answered what you sent", "it waits");
        await SettleAsync(await _app.SignInAsync(Cast.TrainerInUganda), "It stays.");
        (await officer.GetAsync("/")).Text.Should().Contain("answered what you sent");

        _app.Clock.Advance(TimeSpan.FromDays(15));

        (await (await _app.SignInAsync(Cast.OfficerInUganda)).GetAsync("/")).Text.Should().NotContain("answered what you sent");
    }

    [Theory]
    [InlineData("", "OutOfDate", Sentence, "Choose the section.")]
    [InlineData("no-such-section", "OutOfDate", Sentence, "Choose the section.")]
    [InlineData("privacy", "", Sentence, "Choose what is wrong with it.")]
    [InlineData("privacy", "7", Sentence, "Choose what is wrong with it.")]
    [InlineData("privacy", "OutOfDate", " \n ", "Write one sentence of 1 to 500 characters.")]
    public async Task What_is_wrong_is_told_and_what_was_typed_is_kept(string section, string kind, string sentence, string told)
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        var form = (await officer.GetAsync(Address)).Form("/flag/send");

        var refused = await officer.SubmitAsync(form, ("section", section), ("kind", kind), ("sentence", sentence));

        refused.Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        refused.Document.QuerySelectorAll("#problem-flag p").Select(p => p.TextContent).Should().Equal(told, "Nothing was changed.");
        refused.Document.QuerySelector("#sentence")!.TextContent.Should().Be(sentence.TrimStart('\n'));
        refused.Document.QuerySelectorAll("#section option[selected]").Select(o => o.GetAttribute("value")).Should().BeSubsetOf([section]);
        refused.Document.QuerySelectorAll("input[name=kind][checked]").Select(i => i.GetAttribute("value")).Should().BeSubsetOf([kind]);
        (await CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_sentence_that_is_too_long_is_kept_whole()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        var written = new string('a', SectionFlag.MostCharacters + 1);

        var refused = await officer.SubmitAsync((await officer.GetAsync(Address)).Form("/flag/send"), ("section", "privacy"), ("kind", "Unclear"), ("sentence", written));

        refused.Document.QuerySelector("#sentence")!.TextContent.Should().Be(written);
        (await CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task The_same_sent_twice_is_one_flag()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        var form = (await officer.GetAsync(Address)).Form("/flag/send");

        await officer.SubmitAsync(form, Whole);
        await officer.SubmitAsync(form, Whole);

        (await CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Twenty_wait_at_most_and_an_answer_makes_room()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        var form = (await officer.GetAsync(Address)).Form("/flag/send");
        for (var i = 1; i <= SectionFlag.MostWaiting; i++)
        {
            (await officer.PostAsync(form, ("section", "top"), ("kind", "Unclear"), ("sentence", $"Point {i}."))).StatusCode.Should().Be(HttpStatusCode.Found);
        }

        var refused = await officer.SubmitAsync(form, Whole);
        refused.Document.QuerySelector("#problem-flag")!.TextContent.Should().Contain("20 of your hints wait for an answer");
        refused.Document.QuerySelector("#sentence")!.TextContent.Should().Be(Sentence);

        await SettleAsync(await _app.SignInAsync(Cast.TrainerInUganda), "It stays.");
        (await officer.PostAsync(form, Whole)).StatusCode.Should().Be(HttpStatusCode.Found);
        (await CountAsync()).Should().Be(SectionFlag.MostWaiting + 1);
    }

    [Fact]
    public async Task Only_who_reads_the_module_flags_it()
    {
        foreach (var other in new[] { Cast.TrainerInUganda, Cast.PartnerInUganda, Cast.Administrator })
        {
            var visitor = await _app.SignInAsync(other);
            (await visitor.GetAsync(Address)).Response.StatusCode.Should().Be(HttpStatusCode.NotFound, other);
            (await visitor.PostAsync(await visitor.ForgedAsync($"{Address}/send"), Whole)).StatusCode.Should().Be(HttpStatusCode.NotFound, other);
        }

        (await _app.Visit().Http.GetAsync(Address)).StatusCode.Should().Be(HttpStatusCode.Found, "a visitor signs in first");
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        (await officer.GetAsync("/learn/foundations/no-module/flag")).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await officer.GetAsync("/learn/no-course/your-law/flag")).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await officer.PostAsync(await officer.ForgedAsync("/learn/foundations/no-module/flag/send"), Whole)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task What_another_country_s_officers_flag_does_not_exist()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInUganda);
        await FlagAsync(officer);
        var id = (await AllAsync())[0].Id;
        var neighbour = await _app.SignInAsync(Cast.TrainerInKenya);

        (await neighbour.GetAsync("/author/flags")).Text.Should().NotContain(Sentence).And.Contain("Nothing waits for an answer.");
        (await neighbour.GetAsync("/author")).Text.Should().NotContain("Flags of officers that wait for an answer");
        foreach (var wrong in new[] { neighbour, officer, await _app.SignInAsync(Cast.PartnerInUganda), await _app.SignInAsync(Cast.OfficerInKenya) })
        {
            (await wrong.PostAsync(await wrong.ForgedAsync($"/author/flags/{id}/settle"), ("outcome", "Kept"), ("answer", "No."))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        }

        (await officer.GetAsync("/author/flags")).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        var colleague = await _app.SignInAsync(Cast.CertifiedInUganda);
        (await colleague.GetAsync(Address)).Text.Should().NotContain(Sentence, "others' flags are not shown");
        (await AllAsync())[0].Waits.Should().BeTrue();
        (await (await _app.SignInAsync(Cast.Administrator)).GetAsync("/author/flags")).Text.Should().Contain(Sentence);
    }

    [Fact]
    public async Task A_trainer_who_is_an_officer_elsewhere_answers_nothing_there()
    {
        await FlagAsync(await _app.SignInAsync(Cast.OfficerInUganda));
        await _app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            var (flag, trainer) = (await db.SectionFlags.SingleAsync(), await db.People.SingleAsync(p => p.Email == Cast.TrainerInKenya));
            db.Entry(flag).Property(f => f.ById).CurrentValue = trainer.Id;
        });
        var neighbour = await _app.SignInAsync(Cast.TrainerInKenya);

        (await neighbour.GetAsync("/account/data")).Text.Should().Contain(Sentence, "it is theirs");
        (await neighbour.GetAsync("/author/flags")).Text.Should().NotContain(Sentence);
        (await neighbour.PostAsync(await neighbour.ForgedAsync($"/author/flags/{(await AllAsync())[0].Id}/settle"), ("outcome", "Kept"), ("answer", "No."))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", "It stays.", "Choose what becomes of the text.")]
    [InlineData("Removed", "It stays.", "Choose what becomes of the text.")]
    [InlineData("Kept", "", "Write one sentence of 1 to 500 characters.")]
    public async Task An_answer_that_is_not_whole_is_refused_and_kept(string outcome, string answer, string told)
    {
        await FlagAsync(await _app.SignInAsync(Cast.OfficerInUganda));
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        var refused = await trainer.SubmitAsync(Settling(await trainer.GetAsync("/author/flags")), ("outcome", outcome), ("answer", answer));

        refused.Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        refused.Document.QuerySelector("[role=alert]")!.TextContent.Should().Contain(told).And.Contain("Nothing was changed.");
        refused.Document.QuerySelector("textarea[name=answer]")!.TextContent.Should().Be(answer);
        refused.Document.QuerySelectorAll("input[name=outcome][checked]").Select(i => i.GetAttribute("value")).Should().BeSubsetOf([outcome]);
        (await AllAsync())[0].Waits.Should().BeTrue();
    }

    [Fact]
    public async Task What_an_officer_was_told_is_not_told_otherwise_later()
    {
        await FlagAsync(await _app.SignInAsync(Cast.OfficerInUganda));
        var (trainer, administrator) = (await _app.SignInAsync(Cast.TrainerInUganda), await _app.SignInAsync(Cast.Administrator));
        var (first, second) = (Settling(await trainer.GetAsync("/author/flags")), Settling(await administrator.GetAsync("/author/flags")));

        await trainer.SubmitAsync(first, ("outcome", "Kept"), ("answer", "The registry is right."));
        (await trainer.PostAsync(first, ("outcome", "Kept"), ("answer", "The registry is right."))).StatusCode.Should().Be(HttpStatusCode.Found, "sent twice");
        var late = await administrator.SubmitAsync(second, ("outcome", "Changed"), ("answer", "It will change."));

        late.Document.QuerySelector("[role=alert]")!.TextContent.Should().Contain("Somebody answered this meanwhile");
        var flag = (await AllAsync())[0];
        (flag.Outcome, flag.Answer).Should().Be((FlagOutcome.Kept, "The registry is right."));
        await using var db = _app.Open();
        (await db.AuditEntries.CountAsync(e => e.What == "flag.settled")).Should().Be(1);
    }

    [Fact]
    public async Task Who_is_erased_leaves_no_words()
    {
        await FlagAsync(await _app.SignInAsync(Cast.OfficerInUganda));

        await _app.EraseAsync((await _app.PersonAsync(Cast.OfficerInUganda)).Id);

        (await AllAsync())[0].Sentence.Should().BeEmpty();
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        (await trainer.GetAsync("/author/flags")).Text.Should().Contain("The officer was erased");
    }

    [Fact]
    public async Task Two_accounts_that_become_one_have_one_list()
    {
        await FlagAsync(await _app.SignInAsync(Cast.OfficerInUganda));
        var (kept, _) = await _app.AddInvitedAsync("Ssemanda Joseph", "ssemanda.joseph");
        var (other, by) = (await _app.PersonAsync(Cast.OfficerInUganda), await _app.PersonAsync(Cast.Administrator));

        (await _app.Academy.WriteAsync(Scope.Of(by), db => db.MergeAsync(kept.Id, other.Id, by, "a test", _app.Clock.Now, CancellationToken.None))).Should().BeNull();

        (await AllAsync()).Should().ContainSingle().Which.ById.Should().Be(kept.Id);
    }

    [Fact]
    public async Task Who_has_written_drafts_is_not_taken_for_an_officer_s_second_account()
    {
        var (kept, _) = await _app.AddInvitedAsync("Ssemanda Joseph", "ssemanda.joseph");
        var (other, by) = (await _app.PersonAsync(Cast.OfficerInUganda), await _app.PersonAsync(Cast.Administrator));
        await _app.Academy.WriteAsync(Scope.Everything, async db =>
            db.Add(new Draft(AuthoredFile.Parse("courses/foundations/20-your-law/module.en-UG.md")!, await db.People.SingleAsync(p => p.Id == other.Id), null, "Text", _app.Clock.Now)));

        (await _app.Academy.WriteAsync(Scope.Of(by), db => db.MergeAsync(kept.Id, other.Id, by, "a test", _app.Clock.Now, CancellationToken.None))).Should().Be(MergeProblem.Staff);
    }

    [Fact]
    public async Task A_flag_in_another_language_leads_to_that_language_s_own_sections()
    {
        var officer = await _app.SignInAsync(Cast.OfficerInGuatemala);
        var page = await officer.GetAsync(Address);
        page.Document.QuerySelector("#section option[value=privacy]")!.GetAttribute("lang").Should().Be("es");
        await officer.SubmitAsync(page.Form("/flag/send"), ("section", "privacy"), ("kind", "OutOfDate"), ("sentence", "La ley cambió."));

        var list = await (await _app.SignInAsync(Cast.TrainerInGuatemala)).GetAsync("/author/flags");

        list.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).Should().Contain("/author/edit/courses/foundations/20-your-law/module.es-GT.md");
    }

    [Fact]
    public void A_flag_is_one_line_of_words()
    {
        var version = new CourseVersion("basics", 1, "a test", _app.Clock.Now, []);
        var person = new Person("Officer", "officer@example.org", Roles.Officer, "en", "UG");

        var flag = new SectionFlag(version, "first", new Locale("en", "UG"), "top", FlagKind.Unclear, "  What\r\nis a means?  ", person, _app.Clock.Now);

        flag.Sentence.Should().Be("What is a means?");
        FluentActions.Invoking(() => new SectionFlag(version, "first", new Locale("en", "UG"), "top", FlagKind.Unclear, " ", person, _app.Clock.Now)).Should().Throw<ArgumentException>();
        flag.Invoking(f => f.Settle(FlagOutcome.Kept, "", _app.Clock.Now)).Should().Throw<ArgumentException>();
    }

    public void Dispose() => _app.Dispose();

    private static async Task FlagAsync(Visitor officer) => await officer.SubmitAsync((await officer.GetAsync(Address)).Form("/flag/send"), Whole);

    private static async Task SettleAsync(Visitor trainer, string answer) =>
        await trainer.SubmitAsync(Settling(await trainer.GetAsync("/author/flags")), ("outcome", "Kept"), ("answer", answer));

    private static IHtmlFormElement Settling(Page page) => page.Form("/settle");

    private static IEnumerable<string> Raised(Page page) => page.Document.QuerySelectorAll("ul.steps li").Select(li => li.TextContent);

    private async Task<List<SectionFlag>> AllAsync()
    {
        await using var db = _app.Open();
        return await db.SectionFlags.AsNoTracking().ToListAsync();
    }

    private async Task<int> CountAsync() => (await AllAsync()).Count;
}
