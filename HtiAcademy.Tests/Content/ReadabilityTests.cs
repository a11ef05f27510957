using HtiAcademy.Domain.Content.Reading;

namespace HtiAcademy.Tests.Content;

public sealed class ReadabilityTests
{
    [Fact]
    public void English_has_the_grade_of_Flesch_and_Kincaid()
    {
        // 6 words in 2 sentences; 1+1+1 and 1+1+3 = 8 syllables: 0.39 × 3 + 11.8 × 8/6 − 15.59 = 1.17 + 15.7333 − 15.59.
        var read = Of("en", "Ask her age. She is seventeen.");

        read.Value.Should().BeApproximately(1.3133, 0.0001);
        read.ToString().Should().Be("Flesch-Kincaid grade 1.3");
    }

    [Fact]
    public void Spanish_has_an_ease_on_the_INFLESZ_scale()
    {
        // 7 words in 2 sentences; 3+1+2 and 2+2+4+2 = 16 syllables: 206.835 − 3.5 − 62.3 × 16/7 = 206.835 − 3.5 − 142.4.
        var read = Of("es", "Pregunte su edad. Ella tiene diecisiete años.");

        read.Value.Should().BeApproximately(60.935, 0.0001);
        read.ToString().Should().Be("INFLESZ ease 60.9, normal");
    }

    [Fact]
    public void French_has_the_ease_of_Kandel_and_Moles()
    {
        // 5 words in 1 sentence; 1+2+2+1+3 = 9 syllables: 207 − 1.015 × 5 − 73.6 × 9/5 = 207 − 5.075 − 132.48.
        var read = Of("fr", "La victime connaît son employeur.");

        read.Value.Should().BeApproximately(69.445, 0.0001);
        read.ToString().Should().Be("Kandel-Moles ease 69.4, normal");
    }

    [Theory]
    [InlineData("He left. She stayed.", 2)]
    [InlineData("“Did he hit you?” She said no! Then… He left.", 4)]
    [InlineData("\"Where were you?\" asked Elena.", 1)]
    [InlineData("Read Cap. 131 and Art. 202 with Dr. Okello, who has 1.5 hours.", 1)]
    [InlineData("¿Dónde vive? ¿Con quién? Anótelo.", 3)]
    [InlineData("– …", 0)]
    public void A_sentence_ends_before_a_capital_letter(string text, int sentences) => Prose.Of([text], "en").Sentences.Should().Be(sentences);

    [Fact]
    public void A_heading_and_a_list_item_are_sentences_of_their_own() =>
        Prose.Of(["The offence", "who", "where; and when"], "en").Should().Be(new Prose(6, 3, 7));

    [Fact]
    public void A_module_is_measured_as_each_officer_reads_it()
    {
        var content = new SampleContent().WithModule("""
            ## The offence {#offence}

            It is in the {{ act.short }}.

            ::: country UG
            - Ask first
            - Write it down
            :::

            | Not | read |
            | --- | --- |
            | at | all |

            ```
            nor this
            ```

            ::: practice
            ::age::Is she a child? {T#Under 18.#Right.}
            :::
            """);

        var level = Levels(content).Should().ContainSingle().Subject;

        // Uganda: "The offence", "It is in the PTIP Act.", "Ask first", "Write it down". Guatemala's officers read English too,
        // and of their Penal Code: 8 words in 2 sentences, 10 syllables: 0.39 × 4 + 11.8 × 10/8 − 15.59 = 0.72, the harder text.
        level.Should().Be(new ReadingLevel("first", "en", 8, 13, level.Hardest));
        level.Hardest.Value.Should().BeApproximately(0.72, 0.0001);
    }

    [Fact]
    public void Each_language_that_somebody_reads_is_measured_by_its_own_formula()
    {
        var levels = Levels(new SampleContent().WithSpanish("## El delito {#offence}\n\nEstá en la ley.\n\n## La víctima {#victim}\n\nPregunte."));

        levels.Select(level => (level.Language, level.MostWords, level.Hardest.Formula)).Should().Equal(("en", 12, "Flesch-Kincaid"), ("es", 9, "INFLESZ"));
    }

    [Fact]
    public void A_module_without_a_word_is_left_out() => Levels(new SampleContent().WithModule("")).Should().BeEmpty();

    private static Readability Of(string language, string text) => Readability.Of(Prose.Of([text], language), language);

    private static IReadOnlyList<ReadingLevel> Levels(SampleContent content) => ReadingLevel.Of(content.Documents, "courses/basics");
}
