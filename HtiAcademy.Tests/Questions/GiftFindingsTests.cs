using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Domain.Questions.Gift;

namespace HtiAcademy.Tests.Questions;

public class GiftFindingsTests
{
    [Theory]
    [InlineData("::q::No end?{=a\n~b", 1, GiftCodes.Braces)]
    [InlineData("::q::No start?\n=a}", 2, GiftCodes.Braces)]
    [InlineData("::q::Backwards} {T", 1, GiftCodes.Braces)]
    [InlineData("::q::One?{T}\n::r::No blank line between?{F}", 2, GiftCodes.Braces)]
    [InlineData("::q::Nested?{\n=a {b}\n~c}", 2, GiftCodes.Braces)]
    [InlineData("::q::Nothing right?{\n~%-50%a\n~b}", 1, GiftCodes.NoRightAnswer)]
    [InlineData("::q::Half right?{=%50%a =%90%b}", 1, GiftCodes.NoRightAnswer)]
    [InlineData("::q::Half right?{#=%50%1:0}", 1, GiftCodes.NoRightAnswer)]
    [InlineData("::q::No number?{#}", 1, GiftCodes.NoRightAnswer)]
    [InlineData("::q::Too little?{~%50%a ~%40%b ~%-50%c}", 1, GiftCodes.WeightsDoNotAddUp)]
    [InlineData("::q::Too much?{~%60%a ~%50%b ~%-50%c}", 1, GiftCodes.WeightsDoNotAddUp)]
    [InlineData("::q::Odd weight?{\n~%50%a\n~%51%b}", 3, GiftCodes.UnknownWeight)]
    [InlineData("::q::Cut too short?{\n~%33.33%a\n~%66.66667%b}", 2, GiftCodes.UnknownWeight)]
    [InlineData("::q::Beyond all?{\n~%150%a\n~b}", 2, GiftCodes.UnknownWeight)]
    [InlineData("::q::Odd weight?{\n=a\n=%51%b}", 3, GiftCodes.UnknownWeight)]
    [InlineData("::q::[html]<p><br></p>{T}", 1, GiftCodes.NoText)]
    [InlineData("::q::[html]<script>x()</script>{T}", 1, GiftCodes.NoText)]
    [InlineData("::q::One option?{=a ~}", 1, GiftCodes.TooFewAnswers)]
    [InlineData("::q::One pair?{=a -> b = -> c}", 1, GiftCodes.TooFewAnswers)]
    [InlineData("::q::Words?{#\n=1\n=two}", 3, GiftCodes.NotANumber)]
    [InlineData("::q::No tolerance?{#1:}", 1, GiftCodes.NotANumber)]
    [InlineData("::q::Half a range?{#1..}", 1, GiftCodes.NotANumber)]
    [InlineData("::q::Comma?{#1,5}", 1, GiftCodes.NotANumber)]
    [InlineData("::q::Too large?{#1e20}", 1, GiftCodes.NotANumber)]
    [InlineData("::q::No arrow?{\n=a -> b\n=c}", 3, GiftCodes.BrokenPair)]
    [InlineData("::q::Nothing to match?{\n=a -> b\n=c ->}", 3, GiftCodes.BrokenPair)]
    [InlineData("::q::{T}", 1, GiftCodes.NoText)]
    public void An_error_names_its_line_and_drops_its_question_alone(string gift, int line, string code)
    {
        var bank = GiftReader.Read("law/questions.gift", $"{gift}\n\n::good::Good?{{T}}");

        bank.Findings.Should().ContainSingle(finding => finding.Severity == Severity.Error).Which.Should()
            .BeEquivalentTo(new { Path = "law/questions.gift", Line = line, Code = code });
        bank.Questions.Select(question => question.Name).Should().Equal("good");
    }

    [Theory]
    [InlineData("::q::Which?{\n=a\n~\n~b}", 3, GiftCodes.EmptyAnswer)]
    [InlineData("::q::Which?{\n=%50%a\n~b}", 2, GiftCodes.WeightReadAsText)]
    [InlineData("::q::Which?{\n=a\n~%5O%b}", 3, GiftCodes.WeightReadAsText)]
    [InlineData("::a name: Which?{T}", 1, GiftCodes.UnclosedName)]
    [InlineData("::q::Which?\n{true#no}", 2, GiftCodes.SmallTrueFalse)]
    [InlineData("::q::Which?{~%50%a ~%50%b ~c}", 1, GiftCodes.EverythingIsRight)]
    [InlineData("$CATEGORY: law\n::q::Which?{T}", 1, GiftCodes.CategoryLine)]
    [InlineData("::q::Which?{T}\n$CATEGORY: law", 2, GiftCodes.CategoryLine)]
    [InlineData("::q::Which?{T}\n\n$CATEGORY:\n", 3, GiftCodes.CategoryLine)]
    [InlineData("::q::[html]Which?{\n=a\n~b#<img src\\='chart.png'>}", 3, GiftCodes.ImageLeftOut)]
    public void A_warning_names_its_line_and_keeps_its_question(string gift, int line, string code)
    {
        var bank = GiftReader.Read("law/questions.gift", gift);

        bank.Findings.Should().ContainSingle().Which.Should()
            .BeEquivalentTo(new { Path = "law/questions.gift", Line = line, Severity = Severity.Warning, Code = code });
        bank.Questions.Should().ContainSingle();
    }

    [Fact]
    public void A_blank_line_among_the_answers_is_found_at_both_braces()
    {
        var bank = GiftReader.Read("questions.gift", "::q::Which\none? {=a\n\n~b\n}\n\n::good::Good?{T}");

        bank.Findings.Select(finding => (finding.Line, finding.Code)).Should().Equal((2, GiftCodes.Braces), (5, GiftCodes.Braces));
        bank.Questions.Select(question => question.Name).Should().Equal("good");
    }

    [Fact]
    public void A_name_taken_twice_is_found_at_the_second_question_which_is_left_out()
    {
        var bank = GiftReader.Read("questions.gift", "::q::First?{T}\n\n// again\n::q::Second?{F}");

        bank.Questions.Should().ContainSingle().Which.Text.Should().Be("First?");
        bank.Findings.Should().ContainSingle().Which.ToString()
            .Should().Be("questions.gift:4: error HTI402: line 1 has a question named 'q' already");
    }

    [Fact]
    public void Each_bad_question_has_its_own_findings()
    {
        var bank = GiftReader.Read("questions.gift", "::a::A?{~b ~c}\n\n::b::B?{#x}\n\n::c::C?{T}\n\n::d::D?{\n=%51%a\n=%52%b}");

        bank.Findings.Select(finding => (finding.Line, finding.Code)).Should().Equal(
            (1, GiftCodes.NoRightAnswer), (3, GiftCodes.NotANumber), (8, GiftCodes.UnknownWeight), (9, GiftCodes.UnknownWeight));
        bank.Questions.Select(question => question.Name).Should().Equal("c");
    }

    [Theory]
    [InlineData("x", 50_000)]
    [InlineData("<b>x</b>", 2_000)]
    public void HTML_larger_than_any_question_is_an_error(string piece, int most)
    {
        var html = string.Concat(Enumerable.Repeat(piece, most));

        var bank = GiftReader.Read("questions.gift", $"::q::[html]{html}{piece}{{T}}\n\n::good::[html]{html}{{T}}");

        bank.Findings.Should().ContainSingle().Which.Code.Should().Be(GiftCodes.Format);
        bank.Questions.Select(question => question.Name).Should().Equal("good");
    }

    [Fact]
    public void A_question_with_a_thousand_faults_has_a_hundred_findings_and_an_error_among_them()
    {
        var gift = $"::q::Which?{{\n=a\n~b\n{string.Concat(Enumerable.Repeat("~\n", 1000))}~%51%c}}";

        var bank = GiftReader.Read("questions.gift", gift);

        bank.Questions.Should().BeEmpty();
        bank.Findings.Should().HaveCount(101).And.ContainSingle(finding => finding.Severity == Severity.Error).Which.Line.Should().Be(1004);
    }
}
