using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Tests.Statistics;

namespace HtiAcademy.Tests.Authoring;

public sealed class BankPageTests : IDisposable
{
    private const string Folder = "courses/foundations/20-your-law";
    private const string Ugandas = $"{Folder}/questions.en-UG.gift";
    private const string Base = $"{Folder}/questions.gift";

    private readonly AcademyApp _app = new();

    public static TheoryData<string, (string, string)[], Question> Forms => new()
    {
        {
            "SingleChoice",
            [("option-0", "Charge {her}"), ("option-2", " Ask = the prosecutor "), ("right", "2"), ("beside-2", "Right: it's ~ quick."), ("general", "Ask\r\n\r\nfirst.")],
            new SingleChoice("new one", "What comes first?", [new("Charge {her}", Weight.None), new("Ask = the prosecutor", Weight.Full, "Right: it's ~ quick.")]) { GeneralFeedback = "Ask\n\nfirst." }
        },
        {
            "MultipleChoice",
            [("option-0", "a"), ("option-1", "b"), ("option-2", "c"), ("option-3", "d"), ("right", "0"), ("right", "1"), ("right", "3"), ("beside-2", "No.")],
            new MultipleChoice("new one", "What comes first?", [new("a", new Weight(33.33333m)), new("b", new Weight(33.33333m)), new("c", new Weight(-33.33333m), "No."), new("d", new Weight(33.33333m))])
        },
        {
            "TrueFalse",
            [("answer", "false"), ("rightFeedback", "Yes."), ("wrongFeedback", "# no heading")],
            new TrueFalse("new one", "What comes first?", Answer: false) { RightFeedback = "Yes.", WrongFeedback = "# no heading" }
        },
        {
            "ShortAnswer",
            [("option-0", "age"), ("option-1", "his age*"), ("beside-0", "In one word.")],
            new ShortAnswer("new one", "What comes first?", [new("age", Weight.Full, "In one word."), new("his age*", Weight.Full)])
        },
        {
            "Numerical",
            [("number", "1 820,5"), ("tolerance", "2"), ("rightFeedback", "Near enough."), ("wrongFeedback", "Look again.")],
            new Numerical("new one", "What comes first?", [new(1818.5m, 1822.5m, Weight.Full, "Near enough."), NumericalAnswer.Anything(Weight.None, "Look again.")])
        },
        {
            "Matching",
            [("option-0", "act"), ("beside-0", "recruiting"), ("option-1", "means"), ("beside-1", "a debt -> lie"), ("beside-2", "nothing")],
            new Matching("new one", "What comes first?", [new("act", 0), new("means", 1)], ["recruiting", "a debt -> lie", "nothing"])
        },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_question_that_is_added_by_form_is_read_back_as_it_was_typed(string kind, (string, string)[] fields, Question question)
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await trainer.GetAsync($"/author/bank/{Ugandas}");
        page = await trainer.GetAsync(((IHtmlAnchorElement)page.Document.QuerySelector($"main a[href*='kind={kind}']")!).GetAttribute("href")!);

        var added = await trainer.SubmitAsync(page.Form("/bank/add"), [("name", " new  one "), ("text", "What comes first?"), .. fields]);

        added.Document.QuerySelector("#added")!.TextContent.Should().Be("“new one” is in your draft.");
        var draft = (await _app.DraftAsync(Cast.TrainerInUganda, Ugandas))!;
        var file = QuestionFile.Of(Ugandas, draft.Text);
        file.Find("new one")!.Hash.Should().Be(question.Hash);
        file.Bank.Findings.Should().BeEmpty();
        draft.Text.Should().StartWith(Published(Ugandas).TrimEnd(), "what was there stays");
        Names(added).Should().Equal("old-number", "ug-child-means", "ug-redaction", "new one");
    }

    [Fact]
    public async Task Questions_are_shown_as_officers_see_them_with_their_key_their_GIFT_and_their_figures()
    {
        await _app.SitAsync("UG", 40, "your-law", (_, question) => question.Name == "old-number");
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        var page = await trainer.GetAsync($"/author/bank/{Ugandas}");

        Names(page).Should().Equal("old-number", "ug-child-means", "ug-redaction");
        var question = page.Document.QuerySelector("#q1-question")!;
        question.QuerySelectorAll("fieldset[disabled] input[type=radio]").Should().HaveCount(4);
        question.QuerySelectorAll("input[checked]").Should().ContainSingle().Which.GetAttribute("value").Should().Be("2");
        question.QuerySelectorAll("li strong").Select(worth => worth.TextContent).Should().Equal("0 %", "0 %", "100 %", "0 %");
        question.QuerySelector("pre")!.TextContent.Should().StartWith("::old-number::You draft a charge").And.EndWith("older cases are cited.}");
        question.TextContent.Should().Contain("Facility 100 %").And.Contain("Asked").And.NotContain("No officer of yours");
        question.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).Should().Contain(href => href!.StartsWith("/author/foundations/statistics?country=UG&in=your-law&question=", StringComparison.Ordinal));
        page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).Should().Contain($"/author/history/{Ugandas}").And.Contain($"/author/edit/{Ugandas}");
        (await (await _app.SignInAsync(Cast.TrainerInKenya)).GetAsync($"/author/bank/{Ugandas}")).Text.Should().NotContain("Facility", "their officers never sat it");
    }

    [Fact]
    public async Task An_open_draft_is_shown_in_the_place_of_what_is_published()
    {
        var id = await _app.BeginDraftAsync(Cast.TrainerInUganda, Ugandas, "::mine::Is it so? {T}\n\n::broken::Which? {=a\n");

        var page = await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync($"/author/bank/{Ugandas}");

        Names(page).Should().Equal("mine");
        page.Text.Should().Contain("You see your draft").And.Contain("Error on line 3");
        page.Document.QuerySelector($"a[href='/author/drafts/{id}']").Should().NotBeNull();
        Names(await (await _app.SignInAsync(Cast.Administrator)).GetAsync($"/author/bank/{Ugandas}")).Should().HaveCount(3, "it is somebody else's draft");
    }

    [Theory]
    [InlineData("SingleChoice", "name=&text=&option-0=a", "Write a name of 1 to 100 characters.", "Write the question.", "Write two options at least.")]
    [InlineData("SingleChoice", "name=x&text=Which&option-0=a&option-1=b", "Mark which option is right.")]
    [InlineData("SingleChoice", "name=x&text=Which&option-0=a&option-1=b&right=3", "Mark which option is right.")]
    [InlineData("MultipleChoice", "name=x&text=Which&option-0=a&option-1=b", "Mark which option is right.")]
    [InlineData("TrueFalse", "name=x&text=Which&answer=maybe", "Give the right answer.")]
    [InlineData("ShortAnswer", "name=x&text=Which", "Give the right answer.")]
    [InlineData("Numerical", "name=x&text=Which&number=1,500", "Give the right number in figures, without a separator for thousands, and how far off an answer may be.")]
    [InlineData("Numerical", "name=x&text=Which&number=15&tolerance=-2", "Give the right number in figures, without a separator for thousands, and how far off an answer may be.")]
    [InlineData("Matching", "name=x&text=Which&option-0=a&beside-0=b", "Write two pairs at least, and to each entry on the left its match.")]
    [InlineData("Matching", "name=x&text=Which&option-0=a&beside-0=b&option-1=c", "Write two pairs at least, and to each entry on the left its match.")]
    [InlineData("TrueFalse", "name=old-number&text=Which&answer=true", "There is a question of this name already. Choose another name.")]
    public async Task What_is_wrong_is_told_and_what_was_typed_is_kept(string kind, string typed, params string[] told)
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var form = (await trainer.GetAsync($"/author/bank/{Ugandas}?kind={kind}")).Form("/bank/add");
        var fields = typed.Split('&').Select(field => field.Split('=')).Select(field => (field[0], field[1])).ToList();

        var refused = await trainer.SubmitAsync(form, fields);

        refused.Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        refused.Document.QuerySelectorAll("#problem-add p").Select(p => p.TextContent).Should().Equal([.. told, "Nothing was changed."]);
        foreach (var (name, value) in fields.Where(field => field.Item1 is not ("right" or "answer")))
        {
            var field = refused.Form("/bank/add").QuerySelector($"[name='{name}']")!;
            (field is IHtmlInputElement input ? input.Value : field.TextContent).Should().Be(value);
        }

        (await _app.DraftAsync(Cast.TrainerInUganda, Ugandas)).Should().BeNull("no draft is begun for nothing");
    }

    [Fact]
    public async Task A_form_of_no_kind_is_none()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        (await trainer.PostAsync(await trainer.ForgedAsync("/author/bank/add"), ("path", Ugandas), ("kind", "2"), ("name", "x"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await trainer.GetAsync($"/author/bank/{Ugandas}?kind=Essay")).Document.QuerySelector("form[action='/author/bank/add']").Should().BeNull();
    }

    [Fact]
    public async Task An_import_is_looked_at_first_and_done_by_a_second_button()
    {
        const string gift = "::old-number::Which number? {=new ~old}\n\n::ug-new::Is it so? {T}\n";
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await trainer.GetAsync($"/author/bank/{Ugandas}");

        var look = await trainer.SubmitAsync(page.Form("/bank/import"), ("gift", gift), ("act", "look"));

        look.Response.StatusCode.Should().Be(HttpStatusCode.OK);
        look.Text.Should().Contain("Added: 1").And.Contain("In the place of one of the same name: 1").And.NotContain("There already");
        look.Document.QuerySelector("textarea#gift")!.TextContent.Should().Be(gift);
        (await _app.DraftAsync(Cast.TrainerInUganda, Ugandas)).Should().BeNull("nothing is done yet");

        var done = await trainer.SubmitAsync(look.Form("/bank/import"), ("act", "do"));

        done.Document.QuerySelector("#added")!.TextContent.Should().Be("Questions put into your draft: 2.");
        Names(done).Should().Equal("old-number", "ug-child-means", "ug-redaction", "ug-new");
        var draft = (await _app.DraftAsync(Cast.TrainerInUganda, Ugandas))!;
        draft.Text.Should().Contain("::old-number::Which number? {=new ~old}").And.StartWith("// Uganda").And.NotContain("You draft a charge");
        var again = await trainer.SubmitAsync(done.Form("/bank/import"), ("gift", gift), ("act", "look"));
        again.Document.QuerySelector("#problem-import")!.TextContent.Should().Contain("All of these questions are there already.");
    }

    [Fact]
    public async Task An_error_on_line_40_says_so_and_nothing_is_imported()
    {
        var gift = string.Join('\n', Enumerable.Range(1, 19).Select(number => $"::n{number}::Statement {number}? {{T}}\n").Append("// Half a question\n::n20::Which? {=a\n"));
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var form = (await trainer.GetAsync($"/author/bank/{Ugandas}")).Form("/bank/import");
        foreach (var act in new[] { "look", "do" })
        {
            var refused = await trainer.SubmitAsync(form, ("gift", gift), ("act", act), ("seen", "whatever"));

            refused.Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
            refused.Text.Should().Contain("Error on line 40").And.Contain("Mend the errors first.").And.NotContain("Put them into my draft");
            refused.Document.QuerySelector("textarea#gift")!.TextContent.Should().Be(gift);
        }

        (await _app.DraftAsync(Cast.TrainerInUganda, Ugandas)).Should().BeNull();
    }

    [Theory]
    [InlineData("", "No question was found.")]
    [InlineData("// A comment alone", "No question was found.")]
    public async Task What_holds_no_question_is_told(string gift, string told)
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);

        var refused = await trainer.SubmitAsync((await trainer.GetAsync($"/author/bank/{Ugandas}")).Form("/bank/import"), ("gift", gift), ("act", "look"));

        refused.Document.QuerySelector("#problem-import")!.TextContent.Should().Contain(told);
        refused.Document.QuerySelector("textarea#gift")!.TextContent.Should().Be(gift);
    }

    [Fact]
    public async Task A_file_is_looked_at_like_what_is_pasted()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await trainer.GetAsync($"/author/bank/{Ugandas}");

        var look = await UploadAsync(trainer, page, Encoding.Latin1.GetBytes("::sí::¿Es así? {T}\n"));

        look.Text.Should().Contain("Added: 1").And.Contain("Hint on line 1");
        look.Document.QuerySelector("textarea#gift")!.TextContent.Should().Be("::sí::¿Es así? {T}\n");
        Names(await trainer.SubmitAsync(look.Form("/bank/import"), ("act", "do"))).Should().Contain("sí");
        var large = await UploadAsync(trainer, page, new byte[BankImport.MostBytes + 1]);
        large.Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        large.Text.Should().Contain("Import at most 1 MB at once.");
        var pasted = new string('x', BankImport.MostBytes + 1);
        var kept = await trainer.SubmitAsync(page.Form("/bank/import"), ("gift", pasted), ("act", "look"));
        kept.Document.QuerySelector("#problem-import")!.TextContent.Should().Contain("Import at most 1 MB at once.");
        kept.Document.QuerySelector("textarea#gift")!.TextContent.Should().Be(pasted);
    }

    [Fact]
    public async Task What_changed_since_it_was_looked_at_is_looked_at_again()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var look = await trainer.SubmitAsync((await trainer.GetAsync($"/author/bank/{Ugandas}")).Form("/bank/import"), ("gift", "::x::Is it so? {T}"), ("act", "look"));
        await _app.BeginDraftAsync(Cast.TrainerInUganda, Ugandas, "::x::Is it mine? {T}");

        var again = await trainer.SubmitAsync(look.Form("/bank/import"), ("act", "do"));

        again.Text.Should().Contain("changed meanwhile").And.Contain("In the place of one of the same name: 1");
        (await _app.DraftAsync(Cast.TrainerInUganda, Ugandas))!.Text.Should().Be("::x::Is it mine? {T}");
        await trainer.SubmitAsync(again.Form("/bank/import"), ("act", "do"));
        (await _app.DraftAsync(Cast.TrainerInUganda, Ugandas))!.Text.Should().Be("::x::Is it so? {T}", "now it was looked at");
    }

    [Fact]
    public async Task A_draft_that_is_submitted_is_not_changed()
    {
        var trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        var page = await trainer.GetAsync($"/author/bank/{Ugandas}?kind=TrueFalse");
        await _app.BeginDraftAsync(Cast.TrainerInUganda, Ugandas, "::x::Is it so? {T}", submitted: true);

        (await trainer.SubmitAsync(page.Form("/bank/add"), ("name", "y"), ("text", "Why?"), ("answer", "true"))).Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await trainer.SubmitAsync(page.Form("/bank/import"), ("gift", "::y::Why? {T}"), ("act", "look"))).Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);

        var shown = await trainer.GetAsync($"/author/bank/{Ugandas}");
        shown.Text.Should().Contain("which is submitted");
        shown.Document.QuerySelectorAll("form[action^='/author/bank']").Should().BeEmpty();
        (await _app.DraftAsync(Cast.TrainerInUganda, Ugandas))!.Text.Should().Be("::x::Is it so? {T}");
    }

    [Theory]
    [InlineData(Cast.TrainerInKenya, Ugandas)]
    [InlineData(Cast.TrainerInUganda, Base)]
    [InlineData(Cast.TrainerInUganda, $"{Folder}/questions.es.gift")]
    public async Task Who_may_not_write_the_file_reads_it(string person, string path)
    {
        var trainer = await _app.SignInAsync(person);

        var page = await trainer.GetAsync($"/author/bank/{path}?kind=TrueFalse");

        Names(page).Should().NotBeEmpty();
        page.Document.QuerySelectorAll("form[action^='/author/bank']").Should().BeEmpty();
        page.Document.QuerySelector("a[href^='/author/edit']").Should().BeNull();
        (await trainer.PostAsync(await trainer.ForgedAsync("/author/bank/add"), ("path", path), ("kind", "TrueFalse"), ("name", "y"), ("text", "Why?"), ("answer", "true"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await trainer.PostAsync(await trainer.ForgedAsync("/author/bank/import"), ("path", path), ("gift", "::y::Why? {T}"), ("act", "look"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await _app.DraftAsync(person, path)).Should().BeNull();
    }

    [Theory]
    [InlineData(Cast.OfficerInUganda)]
    [InlineData(Cast.OfficerInKenya)]
    [InlineData(Cast.PartnerInUganda)]
    public async Task Keys_are_shown_to_no_officer_and_no_partner(string person)
    {
        var visitor = await _app.SignInAsync(person);

        (await visitor.GetAsync($"/author/bank/{Ugandas}")).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await visitor.PostAsync(await visitor.ForgedAsync("/author/bank/add"), ("path", Ugandas), ("kind", "TrueFalse"), ("name", "y"), ("text", "Why?"), ("answer", "true"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await _app.Visit().Http.GetAsync($"/author/bank/{Ugandas}")).StatusCode.Should().Be(HttpStatusCode.Found, "a visitor signs in first");
    }

    [Fact]
    public async Task Base_questions_are_added_by_an_administrator()
    {
        var administrator = await _app.SignInAsync(Cast.Administrator);

        var added = await administrator.SubmitAsync((await administrator.GetAsync($"/author/bank/{Base}?kind=TrueFalse")).Form("/bank/add"), ("name", "y"), ("text", "Why?"), ("answer", "true"));

        Names(added)[^1].Should().Be("y");
    }

    [Fact]
    public async Task A_country_s_first_own_questions_begin_a_file()
    {
        const string kenyas = "courses/foundations/10-what-is-trafficking/questions.en-KE.gift";
        var trainer = await _app.SignInAsync(Cast.TrainerInKenya);
        var page = await trainer.GetAsync($"/author/bank/{kenyas}?kind=TrueFalse");
        page.Text.Should().Contain("There is no question here yet.");

        await trainer.SubmitAsync(page.Form("/bank/add"), ("name", "ke-first"), ("text", "Why?"), ("answer", "true"));

        (await _app.DraftAsync(Cast.TrainerInKenya, kenyas))!.Text.Should().Be("::ke-first::[markdown]Why? {TRUE}\n");
        (await (await _app.SignInAsync(Cast.TrainerInUganda)).GetAsync($"/author/bank/{kenyas}")).Response.StatusCode.Should().Be(HttpStatusCode.NotFound, "others find no such file");
    }

    [Theory]
    [InlineData("")]
    [InlineData($"{Folder}/module.md")]
    [InlineData($"{Folder}/questions.txt")]
    [InlineData("courses/foundations/99-none/questions.gift")]
    [InlineData("courses/none/20-your-law/questions.gift")]
    [InlineData($"{Folder}/questions.en-XX.gift")]
    [InlineData($"{Folder}/questions.xx-UG.gift")]
    public async Task What_is_no_file_of_questions_does_not_exist(string path)
    {
        var administrator = await _app.SignInAsync(Cast.Administrator);

        (await administrator.Http.GetAsync($"/author/bank/{path}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await administrator.PostAsync(await administrator.ForgedAsync("/author/bank/import"), ("path", path), ("gift", "::y::Why? {T}"), ("act", "look"))).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    public void Dispose() => _app.Dispose();

    private static string Published(string path) => File.ReadAllText(System.IO.Path.Combine(Repository.Content, path));

    private static List<string> Names(Page page) => [.. page.Document.QuerySelectorAll("section.outlined h3").Select(heading => heading.TextContent)];

    private static async Task<Page> UploadAsync(Visitor trainer, Page page, byte[] bytes)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.Form("/bank/import").Value("__RequestVerificationToken")), "__RequestVerificationToken" },
            { new StringContent(Ugandas), "path" },
            { new StringContent("look"), "act" },
            { new ByteArrayContent(bytes), "file", "questions.gift" },
        };
        return await Page.ReadAsync(await trainer.Http.PostAsync("/author/bank/import", form));
    }
}
