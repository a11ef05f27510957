using System.Text;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Tests.Questions;

namespace HtiAcademy.Tests.Authoring;

public class QuestionFileTests
{
    private const string Path = "courses/basics/10-first/questions.gift";

    private const string Text =
        """
        // Our questions

        ::one::Is a border needed? {F}
        // Asked since 2024.

        $CATEGORY: law
        ::two::Which act? {
        // The right one first.
          =Recruiting#Yes.
        ~Singing
        }
        ::broken::Which {
        """;

    [Fact]
    public void Each_question_is_shown_as_it_was_written()
    {
        var file = QuestionFile.Of(Path, Text + "}\n".ReplaceLineEndings("\n"));
        var apart = QuestionFile.Of(Path, Text.Replace("::broken", "\n::broken", StringComparison.Ordinal));

        file.SourceOf(file.Find("one")!).Should().Be("::one::Is a border needed? {F}");
        apart.SourceOf(apart.Find("two")!).Should().Be("::two::Which act? {\n// The right one first.\n  =Recruiting#Yes.\n~Singing\n}");
        apart.Bank.Findings.Should().ContainSingle(finding => finding.Line == 13);
        apart.Find("broken").Should().BeNull();
    }

    [Fact]
    public void A_question_is_added_below_the_others()
    {
        var file = QuestionFile.Of(Path, "::one::A? {T}\n\n// The end\n\n\n");

        var added = file.Add(new TrueFalse("two", "B?", Answer: false) { RightFeedback = "Right." })!;

        added.Text.Should().Be("::one::A? {T}\n\n// The end\n\n::two::[markdown]B? {FALSE##Right.}\n");
        added.Bank.Questions.Select(q => q.Name).Should().Equal("one", "two");
        QuestionFile.Of(Path, "").Add(new TrueFalse("one", "A?", Answer: true))!.Text.Should().StartWith("::one::");
    }

    [Fact]
    public void A_name_that_is_there_is_not_added_again() => QuestionFile.Of(Path, Text).Add(new TrueFalse("one", "B?", Answer: true)).Should().BeNull();

    [Fact]
    public void A_question_that_would_be_read_otherwise_is_not_added()
    {
        var file = QuestionFile.Of(Path, "");

        file.Add(new TrueFalse("two", "  B?  ", Answer: true)).Should().BeNull("the reader trims");
        file.Add(new SingleChoice("two", "B?", [new Option("a", Weight.Full)])).Should().BeNull("one option is no choice");
        file.Add(new TrueFalse("two  words", "B?", Answer: true)).Should().BeNull("the reader has one space between words");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_added_reads_back_and_leaves_the_others_as_they_were(int seed)
    {
        var generator = new QuestionGenerator(new Random(seed));
        var file = QuestionFile.Of(Path, "");
        for (var number = 0; number < 60; number++)
        {
            var question = generator.Question(generator.Name(number));
            var before = file.Bank.Questions.Select(q => (q.Name, q.Hash)).ToList();

            file = file.Add(question)!;

            file.Should().NotBeNull($"{question} can be written");
            file.Bank.Questions.Select(q => (q.Name, q.Hash)).Should().Equal(before.Append((question.Name, question.Hash)));
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void An_import_changes_what_it_says_and_nothing_else(int seed)
    {
        var random = new Random(seed);
        var generator = new QuestionGenerator(random);
        for (var round = 0; round < 20; round++)
        {
            var old = Enumerable.Range(0, 12).Select(number => generator.Question($"q{number}")).ToList();
            var read = Enumerable.Range(6, 12).Select(number => number % 4 == 0 && number < 12 ? old[number] : generator.Question($"q{number}") with { Category = generator.Category() }).ToList();
            var file = QuestionFile.Of(Path, "// Ours\n\n" + GiftWriter.Write(old));

            var import = BankImport.Of(file, GiftWriter.Write(read).Replace("\n", "\r\n", StringComparison.Ordinal));

            import.HasErrors.Should().BeFalse();
            import.Added.Select(q => q.Name).Should().BeEquivalentTo(Enumerable.Range(12, 6).Select(number => $"q{number}"));
            import.Same.Concat(import.Replacing).Select(q => q.Name).Should().BeEquivalentTo(Enumerable.Range(6, 6).Select(number => $"q{number}"));
            var done = import.Done();
            done.Bank.Questions.Select(q => (q.Name, q.Hash)).Should().BeEquivalentTo(old.Take(6).Concat(read).Select(q => (q.Name, q.Hash)));
            done.Bank.Questions.Take(12).Select(q => q.Name).Should().Equal(old.Select(q => q.Name), "what is replaced keeps its place");
            done.Text.Should().StartWith("// Ours");
            BankImport.Of(done, import.Text).ChangesNothing.Should().BeTrue("the second time all is there");
        }
    }

    [Fact]
    public void With_one_error_nothing_is_imported()
    {
        var lines = Enumerable.Range(1, 19).Select(number => $"::n{number}::Statement {number}? {{T}}\n").Append("// A comment\n::n20::Which? {=a\n");
        var import = BankImport.Of(QuestionFile.Of(Path, ""), string.Join('\n', lines));

        import.Findings.Should().ContainSingle().Which.Line.Should().Be(40);
        (import.HasErrors, import.ChangesNothing).Should().Be((true, true));
        import.Invoking(i => i.Done()).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void A_file_is_read_as_Windows_writes_it()
    {
        var import = BankImport.Of(QuestionFile.Of(Path, ""), Encoding.Latin1.GetBytes("::a::¿Sí? {T}"));

        import.Added.Should().ContainSingle().Which.Text.Should().Be("¿Sí?");
        import.Findings.Should().ContainSingle().Which.Code.Should().Be("HTI416");
        BankImport.Of(QuestionFile.Of(Path, ""), "::a::\0"u8).HasErrors.Should().BeTrue();
    }

    [Fact]
    public void Every_file_of_the_tests_course_is_made_again_of_its_own_questions()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.Content, "*.gift", SearchOption.AllDirectories))
        {
            var file = QuestionFile.Of(Path, File.ReadAllText(path));

            file.Take(file, file.Bank.Questions).Text.Should().Be(file.Text);
        }
    }
}
