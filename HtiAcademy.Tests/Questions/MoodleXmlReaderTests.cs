using System.Text;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Domain.Questions.Gift;

namespace HtiAcademy.Tests.Questions;

public class MoodleXmlReaderTests
{
    public static TheoryData<string, Question> Snippets => new()
    {
        {
            """
            <question type="multichoice"><name><text> How old? </text></name>
              <questiontext format="html"><text><![CDATA[<p>How <b>old</b> is a child?</p>]]></text></questiontext>
              <generalfeedback format="html"><text>&lt;p&gt;See the protocol.&lt;/p&gt;</text></generalfeedback>
              <defaultgrade>1</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden><idnumber>7</idnumber>
              <single>true</single><shuffleanswers>true</shuffleanswers><answernumbering>abc</answernumbering>
              <answer fraction="100" format="html"><text>Under 18</text><feedback format="html"><text>Yes.</text></feedback></answer>
              <answer fraction="0" format="plain_text"><text>* Under 16</text><feedback><text></text></feedback></answer>
              <answer fraction="-33.3333333"><text>Under 21</text></answer>
              <tags><tag><text>law</text></tag></tags></question>
            """,
            new SingleChoice("How old?", "How **old** is a child?",
            [
                new("Under 18", Weight.Full, "Yes."), new(@"\* Under 16", Weight.None), new("Under 21", new Weight(-33.33333m)),
            ])
            { GeneralFeedback = "See the protocol." }
        },
        {
            """
            <question type="multichoice"><name><text>q</text></name><questiontext format="markdown"><text>Which *acts*?</text></questiontext><single>false</single>
              <answer fraction="50"><text>*one*</text></answer><answer fraction="50"><text>two</text></answer><answer fraction="-100" format="html"><text>*no*</text></answer></question>
            """,
            new MultipleChoice("q", "Which *acts*?", [new("*one*", new Weight(50)), new("two", new Weight(50)), new(@"\*no\*", new Weight(-100))])
        },
        {
            """
            <question type="truefalse"><name><text>q</text></name><questiontext><text>Consent counts.</text></questiontext>
              <answer fraction="0"><text>true</text><feedback><text>Never.</text></feedback></answer><answer fraction="100"><text>false</text><feedback><text>Right.</text></feedback></answer></question>
            """,
            new TrueFalse("q", "Consent counts.", Answer: false) { WrongFeedback = "Never.", RightFeedback = "Right." }
        },
        {
            """
            <question type="truefalse"><name><text>q</text></name><questiontext><text>True?</text></questiontext>
              <answer fraction="0"><text>false</text><feedback><text>No.</text></feedback></answer><answer fraction="100"><text>true</text></answer></question>
            """,
            new TrueFalse("q", "True?", Answer: true) { WrongFeedback = "No." }
        },
        {
            """
            <question type="truefalse"><name><text>q</text></name><questiontext><text>Old?</text></questiontext>
              <answer fraction="100"><text>Verdadero</text></answer><answer fraction="0"><text>Falso</text></answer></question>
            """,
            new TrueFalse("q", "Old?", Answer: true)
        },
        {
            """
            <question type="shortanswer"><name><text>q</text></name><questiontext format="moodle_auto_format"><text>Whom do
            you call?</text></questiontext><usecase>0</usecase>
              <answer fraction="100" format="moodle_auto_format"><text>hot*line &amp; co</text><feedback><text>Yes.</text></feedback></answer><answer fraction="50"><text>police</text></answer></question>
            """,
            new ShortAnswer("q", "Whom do\\\nyou call?", [new("hot*line & co", Weight.Full, "Yes."), new("police", new Weight(50))])
        },
        {
            """
            <question type="numerical"><name><text>q</text></name><questiontext><text>How many?</text></questiontext>
              <answer fraction="100"><text>15</text><tolerance>0.5</tolerance></answer><answer fraction="50"><text>-1e1</text></answer>
              <answer fraction="0"><text>*</text><tolerance></tolerance><feedback><text>No.</text></feedback></answer>
              <unitgradingtype>0</unitgradingtype><unitpenalty>0.1</unitpenalty><showunits>3</showunits><unitsleft>0</unitsleft></question>
            """,
            new Numerical("q", "How many?", [new(14.5m, 15.5m, Weight.Full), new(-10, -10, new Weight(50)), NumericalAnswer.Anything(Weight.None, "No.")])
        },
        {
            """
            <question type="matching"><name><text>q</text></name><questiontext><text>Match.</text></questiontext><shuffleanswers>true</shuffleanswers>
              <subquestion format="html"><text>a -&gt; <![CDATA[<i>b</i>]]></text><answer><text>x &amp; y</text></answer></subquestion>
              <subquestion><text></text><answer><text>alone</text></answer></subquestion>
              <subquestion><text>c</text><answer><text>x &amp; y</text></answer></subquestion>
              <subquestion><text></text><answer><text></text></answer></subquestion></question>
            """,
            new Matching("q", "Match.", [new(@"a -\> *b*", 0), new("c", 0)], ["x & y", "alone"])
        },
        {
            """
            <question type="essay"><name><text>q</text></name><questiontext><text>Describe.</text></questiontext><generalfeedback><text>Thank you.</text></generalfeedback>
              <responseformat>editor</responseformat><attachments>0</attachments><attachmentsrequired>0</attachmentsrequired><graderinfo format="html"><text></text></graderinfo></question>
            """,
            new Essay("q", "Describe.") { GeneralFeedback = "Thank you." }
        },
        {
            """<question type="description"><name><text></text></name><questiontext format="html"><text>&lt;p&gt;One &lt;b&gt;case&lt;/b&gt;.&lt;/p&gt;</text></questiontext><generalfeedback format="html"><text></text></generalfeedback></question>""",
            new Description("One case.", "One **case**.")
        },
    };

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_question_reads_as_its_kind(string xml, Question expected)
    {
        var bank = Read($"<quiz>\n{xml}\n</quiz>");

        bank.Findings.Should().BeEmpty();
        bank.Questions.Should().ContainSingle().Which.Should().BeEquivalentTo(expected with { Line = 2 }, options => options.RespectingRuntimeTypes().WithStrictOrdering());
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_question_is_the_same_after_a_journey_through_GIFT(string xml, Question expected)
    {
        var gift = GiftWriter.Write(Read($"<quiz>\n{xml}\n</quiz>").Questions);

        GiftReader.Read("questions.gift", gift).Questions.Single().Hash.Should().Be(expected.Hash);
    }

    [Fact]
    public void Questions_keep_their_category_and_their_line()
    {
        var bank = Read("""
            <?xml version="1.0" encoding="UTF-8"?>
            <quiz>
            <!-- question: 0 -->
              <question type="category"><category><text>$course$/top/Law
                and order</text></category><info format="html"><text>About law</text></info></question>
              <question type="description"><name><text>a</text></name><questiontext><text>A</text></questiontext></question>

              <question type="category"><category><text>evidence</text></category></question>
              <question type="description"><name><text>b</text></name><questiontext><text>B</text></questiontext></question>
            </quiz>
            """);

        bank.Questions.Select(question => (question.Name, question.Category, question.Line)).Should().Equal(("a", "$course$/top/Law and order", 6), ("b", "evidence", 9));
    }

    [Theory]
    [InlineData("cloze")]
    [InlineData("multianswer")]
    [InlineData("calculated")]
    [InlineData("calculatedmulti")]
    [InlineData("calculatedsimple")]
    [InlineData("ddwtos")]
    [InlineData("gapselect")]
    [InlineData("ddmarker")]
    [InlineData("ddimageortext")]
    [InlineData("randomsamatch")]
    [InlineData("ordering")]
    [InlineData("")]
    public void A_kind_that_the_academy_has_not_is_refused_by_name(string kind)
    {
        var bank = Read($"<quiz>\n\n<question type='{kind}'><name><text>Gaps</text></name><questiontext><text>x</text></questiontext></question>\n{Good}</quiz>");

        bank.Findings.Should().ContainSingle().Which.ToString().Should().Be($"bank.xml:3: error HTI420: 'Gaps' is a question of the kind '{kind}', which the academy does not have");
        bank.Questions.Select(question => question.Name).Should().Equal("good");
    }

    [Theory]
    [InlineData("multichoice", "<answer fraction='100'><text>a</text></answer>", 3, GiftCodes.TooFewAnswers)]
    [InlineData("multichoice", "<answer fraction='90'><text>a</text></answer>\n<answer fraction='0'><text>b</text></answer>", 3, GiftCodes.NoRightAnswer)]
    [InlineData("multichoice", "<single>false</single><answer fraction='50'><text>a</text></answer><answer fraction='0'><text>b</text></answer>", 3, GiftCodes.WeightsDoNotAddUp)]
    [InlineData("multichoice", "\n<answer fraction='100'><text>a</text></answer>\n<answer fraction='51'><text>b</text></answer>", 6, GiftCodes.UnknownWeight)]
    [InlineData("multichoice", "\n<answer fraction='100' format='wiki_like'><text>a</text></answer><answer><text>b</text></answer>", 5, GiftCodes.Format)]
    [InlineData("truefalse", "<answer fraction='0'><text>true</text></answer><answer fraction='0'><text>false</text></answer>", 3, GiftCodes.NoRightAnswer)]
    [InlineData("truefalse", "", 3, GiftCodes.NoRightAnswer)]
    [InlineData("shortanswer", "<answer fraction='50'><text>a</text></answer>", 3, GiftCodes.NoRightAnswer)]
    [InlineData("numerical", "\n<answer fraction='100'><text>ten</text></answer>", 5, GiftCodes.NotANumber)]
    [InlineData("numerical", "\n<answer fraction='100'><text>10</text><tolerance>x</tolerance></answer>", 5, GiftCodes.NotANumber)]
    [InlineData("numerical", "<answer fraction='100'><text>10</text></answer>\n<units><unit><multiplier>1</multiplier><unit_name>years</unit_name></unit></units>", 5, GiftCodes.UnknownKind)]
    [InlineData("matching", "<subquestion><text>a</text><answer><text>b</text></answer></subquestion>", 3, GiftCodes.TooFewAnswers)]
    [InlineData("matching", "\n<subquestion><text>a</text><answer><text></text></answer></subquestion>", 5, GiftCodes.BrokenPair)]
    public void An_error_names_its_line_and_drops_its_question_alone(string kind, string answers, int line, string code)
    {
        var bank = Read($"<?xml version='1.0'?>\n<quiz>\n<question type='{kind}'><name><text>q</text></name><questiontext><text>Text</text></questiontext>\n{answers}</question>{Good}</quiz>");

        bank.Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Path = "bank.xml", Line = line, Severity = Severity.Error, Code = code });
        bank.Questions.Select(question => question.Name).Should().Equal("good");
    }

    [Fact]
    public void A_question_without_text_and_one_of_a_name_that_is_taken_are_errors()
    {
        var bank = Read($"<quiz>{Good}\n<question type='essay'><name><text>q</text></name></question>\n{Good}</quiz>");

        bank.Findings.Select(finding => (finding.Line, finding.Code)).Should().Equal((2, GiftCodes.NoText), (3, GiftCodes.DuplicateName));
        bank.Questions.Should().ContainSingle();
    }

    [Theory]
    [InlineData("<correctfeedback><text>Well done.</text></correctfeedback><hint><text>Look.</text></hint>", GiftCodes.LeftOut, "correctfeedback, hint")]
    [InlineData("<graderinfo><text>Look for the act.</text></graderinfo>", GiftCodes.LeftOut, "graderinfo")]
    [InlineData("<responsetemplate><text>Act:</text></responsetemplate><attachmentsrequired>2</attachmentsrequired>", GiftCodes.LeftOut, "responsetemplate, attachmentsrequired")]
    [InlineData("<generalfeedback><text>a</text><file name='chart.png' encoding='base64'>AAAA</file></generalfeedback>", GiftCodes.ImageLeftOut, "chart.png")]
    [InlineData("<generalfeedback><text>a &lt;img src='@@PLUGINFILE@@/chart.png'&gt;</text><file name='chart.png' encoding='base64'>AAAA</file></generalfeedback>", GiftCodes.ImageLeftOut, "chart.png")]
    [InlineData("<image>old.gif</image>", GiftCodes.ImageLeftOut, "old.gif")]
    public void A_warning_names_what_is_left_out_and_keeps_the_question(string part, string code, string named)
    {
        var bank = Read($"<quiz>\n<question type='essay'><name><text>q</text></name><questiontext><text>Text</text></questiontext>{part}</question></quiz>");

        bank.Findings.Should().ContainSingle().Which.Should().Match<Finding>(finding => finding.Line == 2 && finding.Severity == Severity.Warning && finding.Code == code && finding.Message.Contains(named));
        bank.Questions.Should().ContainSingle();
    }

    [Theory]
    [InlineData("shortanswer", "<usecase>1</usecase><answer fraction='100'><text>a</text></answer>", GiftCodes.LeftOut)]
    [InlineData("shortanswer", "<answer fraction='100'><text>a</text></answer><answer fraction='0'><text></text></answer>", GiftCodes.EmptyAnswer)]
    [InlineData("multichoice", "<answer fraction='100'><text>a</text></answer><answer/><answer><text>b</text></answer>", GiftCodes.EmptyAnswer)]
    [InlineData("multichoice", "<single>0</single><answer fraction='100'><text>a</text></answer><answer><text>b</text></answer>", GiftCodes.EverythingIsRight)]
    [InlineData("description", "<generalfeedback><text>Shown by Moodle.</text></generalfeedback>", GiftCodes.LeftOut)]
    public void A_warning_of_the_answers_keeps_the_question(string kind, string answers, string code)
    {
        var bank = Read($"<quiz><question type='{kind}'><name><text>q</text></name><questiontext><text>Text</text></questiontext>{answers}</question></quiz>");

        bank.Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Severity = Severity.Warning, Code = code });
        bank.Questions.Should().ContainSingle();
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("no XML", 1)]
    [InlineData("<quiz>\n<question>\n</quiz>", 3)]
    [InlineData("<html/>", 1)]
    [InlineData("<!DOCTYPE quiz>\n<quiz/>", 1)]
    [InlineData("<!DOCTYPE quiz [\n<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>\n<quiz>&b;</quiz>", 1)]
    [InlineData("<!DOCTYPE quiz [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><quiz><question type='essay'>&x;</question></quiz>", 1)]
    [InlineData("<quiz>\n&undeclared;</quiz>", 2)]
    [InlineData("<quiz>\n\u0001</quiz>", 2)]
    public void What_is_no_question_bank_is_one_error(string xml, int line)
    {
        var bank = Read(xml);

        bank.Questions.Should().BeEmpty();
        bank.Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Line = line, Severity = Severity.Error, Code = GiftCodes.Unreadable });
    }

    [Fact]
    public void Elements_deeper_than_Moodle_writes_them_are_one_error()
    {
        Read(Nested(31)).Findings.Should().BeEmpty();
        Read(Nested(40)).Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Line = 33, Code = GiftCodes.Unreadable });
    }

    [Fact]
    public void An_element_with_more_attributes_than_any_honest_one_is_one_error()
    {
        var attributes = string.Concat(Enumerable.Range(0, 10_001).Select(number => $"\na{number}='>'"));

        Read($"<quiz{attributes}/>").Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Line = 10_002, Code = GiftCodes.Unreadable });
    }

    [Fact]
    public void Windows_1252_is_read_whatever_the_file_declares()
    {
        byte[] file = [.. "<?xml version='1.0' encoding='UTF-8'?><quiz><question type='essay'><name><text>ni"u8, 0xF1, .. "ez</text></name><questiontext><text>x</text></questiontext></question></quiz>"u8];

        var bank = MoodleXmlReader.Read("bank.xml", file);

        bank.Questions.Single().Name.Should().Be("niñez");
        bank.Findings.Should().ContainSingle().Which.Code.Should().Be(GiftCodes.Encoding);
    }

    private const string Good = "<question type='essay'><name><text>good</text></name><questiontext><text>Good</text></questiontext></question>";

    private static string Nested(int depth) => $"<quiz>{string.Concat(Enumerable.Repeat("\n<a>", depth))}{string.Concat(Enumerable.Repeat("</a>", depth))}</quiz>";

    private static QuestionBank Read(string xml) => MoodleXmlReader.Read("bank.xml", Encoding.UTF8.GetBytes(xml));
}
