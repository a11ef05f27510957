using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Tests.Questions;

public class GiftWriterTests
{
    public static TheoryData<Question, string> Written => new()
    {
        {
            new SingleChoice("a:b", "Which?", [new("50% = {half}", Weight.Full, "Yes."), new("%50% of all", Weight.None), new("[sic]", new Weight(-50), "[plain]")]) { GeneralFeedback = "#1\n2" },
            "::a\\:b::[markdown]Which? {\n=50% \\= \\{half\\}#Yes.\n~[markdown]%50% of all\n~%-50%[markdown][sic]#[markdown][plain]\n####\\#1\\n2\n}\n"
        },
        { new SingleChoice("two", "Which?", [new("a", Weight.Full), new("b", Weight.Full)]), "::two::[markdown]Which? {\n=a\n~%100%b\n}\n" },
        { new MultipleChoice("m", "Which?", [new("a", Weight.Full), new("b", Weight.None)]), "::m::[markdown]Which? {\n~%100%a\n~b\n}\n" },
        { new TrueFalse("t", "True?", Answer: true) { RightFeedback = "Yes." }, "::t::[markdown]True? {TRUE##Yes.}\n" },
        { new TrueFalse("f", "True?", Answer: false) { WrongFeedback = "No.", GeneralFeedback = "See." }, "::f::[markdown]True? {FALSE#No.####See.}\n" },
        { new ShortAnswer("s", "Who?", [new("T", Weight.Full, "a->b"), new("*", new Weight(50))]), "::s::[markdown]Who? {\n=T#a-\\>b\n=%50%*\n}\n" },
        {
            new Numerical("n", "How many?", [new(0, 0, Weight.Full), new(-1.5m, 2, new Weight(33.33333m)), NumericalAnswer.Anything(Weight.None, "No.")]),
            "::n::[markdown]How many? {#\n=0\n=%33.33333%-1.5..2\n~#No.\n}\n"
        },
        {
            new Matching("p", "Match.", [new("a->b", 1), new("c", 1)], ["alone", "x->y", "last"]),
            "::p::[markdown]Match. {\n= -> alone\n=a-\\>b -> x->y\n=c -> x->y\n= -> last\n}\n"
        },
        { new Essay("e", "Describe.") { GeneralFeedback = "Thank you." }, "::e::[markdown]Describe. {####Thank you.}\n" },
        { new Essay("e", "Describe."), "::e::[markdown]Describe. {}\n" },
        { new Description("d", "// no comment\n$CATEGORY: none"), "::d::[markdown]// no comment\\n$CATEGORY\\: none\n" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void A_question_is_written_as_Moodle_reads_it(Question question, string gift) => GiftWriter.Write([question]).Should().Be(gift);

    [Fact]
    public void Categories_are_written_where_they_change_and_questions_without_one_first()
    {
        var law = new Description("a", "A") { Category = "law" };

        GiftWriter.Write([law, law with { Name = "b" }, law with { Name = "c", Category = "evidence" }, law with { Name = "d", Category = "" }]).Should().Be(
            "::d::[markdown]A\n\n$CATEGORY: law\n\n::a::[markdown]A\n\n::b::[markdown]A\n\n$CATEGORY: evidence\n\n::c::[markdown]A\n");
    }

    [Fact]
    public void No_questions_are_an_empty_text() => GiftWriter.Write([]).Should().BeEmpty();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void What_is_written_reads_back_as_it_was_and_is_written_alike(int seed)
    {
        var random = new Random(seed);
        var generator = new QuestionGenerator(random);
        for (var round = 0; round < 100; round++)
        {
            var category = "";
            var bank = Enumerable.Range(0, random.Next(1, 10)).Select(number =>
            {
                if (generator.Category() is { Length: > 0 } next) category = next;
                return generator.Question(generator.Name(number)) with { Category = category };
            }).ToList();

            var gift = GiftWriter.Write(bank);
            var read = GiftReader.Read("questions.gift", gift);

            read.Findings.Where(finding => finding.Code != "HTI415").Should().BeEmpty("of {0}", gift);
            read.Questions.Should().BeEquivalentTo(bank, options => options.RespectingRuntimeTypes().WithStrictOrdering().Excluding(question => question.Line), "of {0}", gift);
            read.Questions.Select(question => question.Hash).Should().Equal(bank.Select(question => question.Hash));
            GiftWriter.Write(read.Questions).Should().Be(gift);
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Whatever_is_read_is_read_again_from_what_is_written(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 1000; round++)
        {
            var read = GiftReader.Read("questions.gift", GiftSoup.Of(random, 60)).Questions;
            var again = GiftReader.Read("questions.gift", GiftWriter.Write(read)).Questions;

            again.Select(question => (question.Name, question.Category, question.Hash)).Should().BeEquivalentTo(read.Select(question => (question.Name, question.Category, question.Hash)));
        }
    }
}
