using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Questions;
using Spelling = HtiAcademy.Domain.Questions.Spelling;

namespace HtiAcademy.Tests.Questions;

public class GiftReaderTests
{
    public static TheoryData<string, Question> Snippets => new()
    {
        {
            "::age::How old is a child?{=Under 18#Yes. ~Under 16#No. ~%50%Under 21#Nearly.####See the protocol.}",
            new SingleChoice("age", "How old is a child?",
            [
                new Option("Under 18", Weight.Full, "Yes."),
                new Option("Under 16", Weight.None, "No."),
                new Option("Under 21", new Weight(50), "Nearly."),
            ])
            { GeneralFeedback = "See the protocol." }
        },
        {
            "::acts::Which are acts?{\n  ~%50%recruitment\n  ~%50%transport # By any means.\n  ~%-100%deception\n}",
            new MultipleChoice("acts", "Which are acts?",
            [
                new Option("recruitment", new Weight(50)),
                new Option("transport", new Weight(50), "By any means."),
                new Option("deception", new Weight(-100)),
            ])
        },
        {
            "::thirds::Which?{~%33.333%a ~%33.33333%b ~%33.33333%c ~%-50%d}",
            new MultipleChoice("thirds", "Which?",
            [
                new Option("a", new Weight(33.33333m)),
                new Option("b", new Weight(33.33333m)),
                new Option("c", new Weight(33.33333m)),
                new Option("d", new Weight(-50)),
            ])
        },
        {
            "::unmarked::Which?{wrong ~wrong too =right}",
            new SingleChoice("unmarked", "Which?",
                [new Option("wrong", Weight.None), new Option("wrong too", Weight.None), new Option("right", Weight.Full)])
        },
        {
            "::consent::Consent of a child counts.{F#It never does.#Well seen.}",
            new TrueFalse("consent", "Consent of a child counts.", Answer: false)
            { WrongFeedback = "It never does.", RightFeedback = "Well seen." }
        },
        {
            "::rescue::A rescue ends a case.{ FALSE # No. }",
            new TrueFalse("rescue", "A rescue ends a case.", Answer: false) { WrongFeedback = "No." }
        },
        { "::true::True?{TRUE}", new TrueFalse("true", "True?", Answer: true) },
        { "::t::True?{T####So it is.}", new TrueFalse("t", "True?", Answer: true) { GeneralFeedback = "So it is." } },
        {
            "::whom::Whom do you call?{=hotline#Yes. =%50%police =%0%*#Ask again.}",
            new ShortAnswer("whom", "Whom do you call?",
            [
                new Spelling("hotline", Weight.Full, "Yes."),
                new Spelling("police", new Weight(50)),
                new Spelling("*", Weight.None, "Ask again."),
            ])
        },
        { "::bare::Who?{nobody}", new ShortAnswer("bare", "Who?", [new Spelling("nobody", Weight.Full)]) },
        {
            "::word::A child is {=under ~over} eighteen.",
            new SingleChoice("word", "A child is _____ eighteen.", [new Option("under", Weight.Full), new Option("over", Weight.None)])
        },
        {
            "::gap::{=Trafficking} in persons.",
            new ShortAnswer("gap", "_____ in persons.", [new Spelling("Trafficking", Weight.Full)])
        },
        {
            "::year::In what year?{#2000}",
            new Numerical("year", "In what year?", [new NumericalAnswer(2000, 2000, Weight.Full)])
        },
        {
            "::zero::How many?{#0}",
            new Numerical("zero", "How many?", [new NumericalAnswer(0, 0, Weight.Full)])
        },
        {
            "::near::In what year?{#\n =2000:0#Exactly.\n =%50%2000:2\n ~#Look again.}",
            new Numerical("near", "In what year?",
            [
                new NumericalAnswer(2000, 2000, Weight.Full, "Exactly."),
                new NumericalAnswer(1998, 2002, new Weight(50)),
                NumericalAnswer.Anything(Weight.None, "Look again."),
            ])
        },
        {
            "::range::How much?{#-1.5..2.5}",
            new Numerical("range", "How much?", [new NumericalAnswer(-1.5m, 2.5m, Weight.Full)])
        },
        {
            "::pairs::Match.{=Kenya -> Nairobi =Uganda->Kampala =Entebbe's country -> Kampala = -> Lusaka}",
            new Matching("pairs", "Match.",
                [new Pair("Kenya", 0), new Pair("Uganda", 1), new Pair("Entebbe's country", 1)],
                ["Nairobi", "Kampala", "Lusaka"])
        },
        { "::essay::Describe the case.{}", new Essay("essay", "Describe the case.") },
        { "::essay::Describe.{ ####Thank you. }", new Essay("essay", "Describe.") { GeneralFeedback = "Thank you." } },
        { "::intro::The next questions are about one case.", new Description("intro", "The next questions are about one case.") },
        {
            @"::a\:\:b::2 + 2 \= \{4\}, 50\% \\ \~ \#1?{=\=yes\#1 ~no\nnever}",
            new SingleChoice("a::b", @"2 + 2 = {4}, 50\% \ ~ #1?", [new Option("=yes#1", Weight.Full), new Option("no\nnever", Weight.None)])
        },
        { @"::slash::Path \\n?{T}", new TrueFalse("slash", @"Path \n?", Answer: true) },
        {
            "::format::[plain]Is *this* plain?{=[markdown]*yes* ~*no*#[markdown]_why_}",
            new SingleChoice("format", @"Is \*this\* plain?", [new Option("*yes*", Weight.Full), new Option(@"\*no\*", Weight.None, "_why_")])
        },
        { @"::lines::[plain]One\n2. two{T}", new TrueFalse("lines", "One\\\n2\\. two", Answer: true) },
        { "::listed::[plain]- One\n1) <b>\n# three\n~~~{T}", new TrueFalse("listed", "\\- One\\\n1\\) \\<b\\>\\\n\\# three\\\n\\~~~", Answer: true) },
        {
            "::html::[html]<p>How <b>old</b>,&nbsp;Ruth &amp; co?</p>{=<i>under</i> 18#<p>Yes.</p><p>See <a href\\=\"https\\://example.org/law\">it</a>.</p> ~[plain]<i>over</i> ####<ul><li>law</li></ul>}",
            new SingleChoice("html", @"How **old**, Ruth \& co?",
            [
                new Option("*under* 18", Weight.Full, "Yes.\n\nSee [it](<https://example.org/law>)."),
                new Option(@"\<i\>over\</i\>", Weight.None),
            ])
            { GeneralFeedback = "- law" }
        },
        {
            "::typed::[html]<p>Who?</p>{=A &amp; B#<b>Yes</b>}",
            new ShortAnswer("typed", "Who?", [new Spelling("A &amp; B", Weight.Full, "**Yes**")])
        },
        {
            "::moodle::[moodle]First *line*\nsecond <em>line</em>{T#\n####1. well\n2. done}",
            new TrueFalse("moodle", "First \\*line\\*\\\nsecond *line*", Answer: true) { GeneralFeedback = "1\\. well\\\n2\\. done" }
        },
        {
            "::html-gap::[html]<p>A child is {=under ~over} <b>eighteen</b>.</p>",
            new SingleChoice("html-gap", @"A child is \_\_\_\_\_ **eighteen**.", [new Option("under", Weight.Full), new Option("over", Weight.None)])
        },
        { "::plain-gap::[plain]2*2 is {=4}\n", new ShortAnswer("plain-gap", @"2\*2 is", [new Spelling("4", Weight.Full)]) },
        { "::plain-gap::[plain]2*2 {=is} *4*", new ShortAnswer("plain-gap", @"2\*2 _____ \*4\*", [new Spelling("is", Weight.Full)]) },
        {
            @"::arrows::Match a -> b.{=a -\> b -> c -> d =-\\> -> e}",
            new Matching("arrows", "Match a -> b.", [new Pair("a -> b", 0), new Pair(@"-\>", 1)], ["c -> d", "e"])
        },
        { @"::way::Which way?{=there -\> here}", new ShortAnswer("way", "Which way?", [new Spelling("there -> here", Weight.Full)]) },
        {
            "::sum::How many?{#=%50%*#Any. =3:-1 =%-100%1e3 =1e15:5#Many.}",
            new Numerical("sum", "How many?",
            [
                NumericalAnswer.Anything(new Weight(50), "Any."),
                new NumericalAnswer(2, 4, Weight.Full),
                new NumericalAnswer(1000, 1000, new Weight(-100)),
                new NumericalAnswer(NumericalAnswer.Limit - 5, NumericalAnswer.Limit, Weight.Full, "Many."),
            ])
        },
        { "::2000::In what year?{#2000..1990 ~}", new Numerical("2000", "In what year?", [new(1990, 2000, Weight.Full), NumericalAnswer.Anything(Weight.None, "")]) },
        { "::zero::Which digit?{=0}", new ShortAnswer("zero", "Which digit?", [new Spelling("0", Weight.Full)]) },
        { "::essay::Describe.{\n// the grader's\n}", new Essay("essay", "Describe.") },
        { "::essay::Describe {} in ten lines.", new Essay("essay", "Describe _____ in ten lines.") },
        { "::kept::[sic] Is it?{T}", new TrueFalse("kept", "[sic] Is it?", Answer: true) },
        {
            "::comment::First line\n// a comment\n  // another\nsecond line{\n// and one here\nT}",
            new TrueFalse("comment", "First line\nsecond line", Answer: true)
        },
        { "How old is a child, in the protocol's words?{T}", new TrueFalse("How old is a child, in the protocol's words?", "How old is a child, in the protocol's words?", Answer: true) },
    };

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_reads_as_its_question(string gift, Question expected)
    {
        var bank = GiftReader.Read("questions.gift", gift);

        bank.Findings.Where(finding => finding.Severity == Severity.Error).Should().BeEmpty();
        bank.Questions.Should().ContainSingle().Which.Should()
            .BeEquivalentTo(expected with { Line = 1 }, options => options.RespectingRuntimeTypes().WithStrictOrdering());
    }

    [Fact]
    public void Questions_come_in_order_with_their_lines()
    {
        const string bank = """
            // The bank of the first module

            $CATEGORY: $course$/law

            ::one::First?{T}


            $CATEGORY: $course$/evidence
            // on the evidence
            ::two::Second
            line?{
            F}

            ::three::Third?{}
            """;

        GiftReader.Read("questions.gift", bank).Questions
            .Select(question => (question.Name, question.Line))
            .Should().Equal(("one", 5), ("two", 10), ("three", 14));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n")]
    public void Line_ends_and_a_byte_order_mark_make_no_difference(string lineEnd)
    {
        var text = "\uFEFF" + string.Join(lineEnd, "::one::First", "line?{T}", "", "::two::Second?{x", "", "::three::Third?{F}");

        var bank = GiftReader.Read("questions.gift", text);

        bank.Questions.Select(question => (question.Name, question.Text, question.Line))
            .Should().Equal(("one", "First\nline?", 1), ("three", "Third?", 6));
        bank.Findings.Should().ContainSingle().Which.Line.Should().Be(4);
    }

    [Fact]
    public void An_unnamed_question_gets_a_short_name_from_its_text()
    {
        var text = string.Join(' ', Enumerable.Repeat("trafficking", 20));

        var name = GiftReader.Read("questions.gift", text + "{T}").Questions.Single().Name;

        name.Should().Be("trafficking trafficking trafficking trafficking trafficking trafficking…");
    }

    [Fact]
    public void A_name_is_cut_at_255_characters() =>
        GiftReader.Read("questions.gift", $"::{new string('x', 300)}::True?{{T}}").Questions.Single().Name
            .Should().Be(new string('x', 254) + "…");

    [Fact]
    public void An_empty_bank_has_nothing_in_it()
    {
        var bank = GiftReader.Read("questions.gift", "\n// nothing yet\n\n");

        bank.Questions.Should().BeEmpty();
        bank.Findings.Should().BeEmpty();
    }

    [Fact]
    public void A_question_keeps_the_category_above_it()
    {
        const string bank = """
            ::none::First?{T}

            $CATEGORY: $course$/top/Law // and order

            ::law::Second?{T}

            $CATEGORY:

            ::still::Third?{T}

            $CATEGORY: evidence

            ::evidence::Fourth?{T}
            """;

        GiftReader.Read("questions.gift", bank).Questions.Select(question => (question.Name, question.Category))
            .Should().Equal(("none", ""), ("law", "$course$/top/Law // and order"), ("still", "$course$/top/Law // and order"), ("evidence", "evidence"));
    }

    [Fact]
    public void An_unnamed_question_in_HTML_gets_its_name_from_its_words() =>
        GiftReader.Read("questions.gift", "[html]<p>How <b>old</b>?</p>{T}").Questions.Single().Name.Should().Be("How old?");
}
