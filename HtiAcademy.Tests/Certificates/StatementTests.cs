using HtiAcademy.Web.Certificates;

namespace HtiAcademy.Tests.Certificates;

public sealed class StatementTests(StatementTests.Keys keys) : IClassFixture<StatementTests.Keys>
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    [Fact]
    public void Read_again_it_says_what_was_signed_whatever_the_script_of_the_name()
    {
        foreach (var facts in SampleFacts.Generate(200, seed: 1))
        {
            Read(Statement.Sign(facts, keys.Ours)).Should().Be(new StatementReading.Genuine(facts));
        }
    }

    [Fact]
    public void It_says_what_is_printed_on_the_paper_and_no_more()
    {
        var statement = ProvenCertificate.Prove(keys.Ours, ProvenCertificate.Printed with { Renews = "HTI-UG-2024-000007" }).Statement;

        Read(statement).Should().Be(new StatementReading.Genuine(new StatedFacts(
            "HTI-UG-2026-000123", "Nakato Florence Nabirye", "Inspector", "Uganda Police Force", "Screening at the border", 4.5m, "90–100 %",
            new(2026, 6, 15), new(2028, 6, 15), "Uganda", "en", "HTI-UG-2024-000007", "academy.example.org")));
    }

    [Fact]
    public void Its_letters_are_those_that_a_QR_code_holds_tightly() =>
        Statement.Sign(SampleFacts.Usual, keys.Ours).Should().MatchRegex("^[A-Z2-7]+$");

    [Fact]
    public void A_usual_one_has_less_than_450_letters() =>
        Statement.Sign(SampleFacts.Usual, keys.Ours).Length.Should().BeLessThan(450);

    [Fact]
    public void The_longest_still_fits_a_QR_code_of_medium_size()
    {
        // ISO/IEC 18004: version 27 holds 1,637 letters and digits at level M.
        var longest = SampleFacts.Generate(13, seed: 2).Max(facts => Statement.Sign(facts with { Rank = new string('x', 40) }, keys.Ours).Length);

        longest.Should().BeInRange(900, 1_500);
    }

    [Fact]
    public void The_whole_address_in_small_letters_and_with_blanks_is_read_as_well()
    {
        var statement = Statement.Sign(SampleFacts.Usual, keys.Ours);

        Read($"https://academy.example.org/verify/7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F/{statement}".ToLowerInvariant()).Should().BeOfType<StatementReading.Genuine>();
        Read($"\r\n {statement[..100]}\r\n{statement[100..]} ").Should().BeOfType<StatementReading.Genuine>();
    }

    [Fact]
    public void A_changed_letter_is_noticed_wherever_it_stands()
    {
        var statement = Statement.Sign(SampleFacts.Usual, keys.Ours);
        for (var i = 0; i < statement.Length; i++)
        {
            foreach (var letter in Letters.Where(l => l != statement[i]))
            {
                Read($"{statement[..i]}{letter}{statement[(i + 1)..]}").Should().NotBeOfType<StatementReading.Genuine>($"letter {i} is {letter}");
            }
        }
    }

    [Fact]
    public void A_changed_fact_is_told_as_altered()
    {
        var statement = Statement.Sign(SampleFacts.Usual, keys.Ours);
        var name = statement.Length / 3;

        Read($"{statement[..name]}{(statement[name] == 'A' ? 'B' : 'A')}{statement[(name + 1)..]}").Should().BeOfType<StatementReading.Altered>();
    }

    [Fact]
    public void Signed_by_another_it_is_of_an_unknown_key() =>
        Read(Statement.Sign(SampleFacts.Usual, keys.Foreign)).Should().BeOfType<StatementReading.UnknownKey>();

    [Fact]
    public void A_foreign_signature_under_our_key_id_is_told_as_altered()
    {
        var (ours, foreign) = (Base32.Decode(Statement.Sign(SampleFacts.Usual, keys.Ours))!, Base32.Decode(Statement.Sign(SampleFacts.Usual, keys.Foreign))!);

        Read(Base32.Encode([.. ours[..^64], .. foreign[^64..]])).Should().BeOfType<StatementReading.Altered>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F")]
    [InlineData("HTTPS://ACADEMY.EXAMPLE.ORG/VERIFY/7K3M9QXWT2HDVB4CR8NE6PYA1F")]
    [InlineData("AAAAAAAAAAAAAAAA")]
    [InlineData("2KCFRKRBAETAISAAAAAAAAAAACQA")]
    [InlineData("Ñandú ☃ 漢字")]
    public void Another_text_is_no_statement(string text) => Read(text).Should().BeOfType<StatementReading.NotAStatement>();

    [Fact]
    public void A_part_of_one_is_no_statement()
    {
        var statement = Statement.Sign(SampleFacts.Usual, keys.Ours);

        Enumerable.Range(0, statement.Length).Select(length => Read(statement[..length])).Should().AllBeOfType<StatementReading.NotAStatement>();
        Read(statement + "A").Should().BeOfType<StatementReading.NotAStatement>();
        Read(statement + statement).Should().BeOfType<StatementReading.NotAStatement>();
    }

    [Fact]
    public void What_nobody_wrote_is_refused_and_never_fails()
    {
        var random = new Random(3);
        for (var i = 0; i < 5_000; i++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            Read(Base32.Encode([0xD2, 0x84, .. bytes])).Should().BeOfType<StatementReading.NotAStatement>();
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base_32_is_that_of_RFC_4648(string text, string written)
    {
        Base32.Encode(System.Text.Encoding.ASCII.GetBytes(text)).Should().Be(written);
        Base32.Decode(written).Should().Equal(System.Text.Encoding.ASCII.GetBytes(text));
    }

    private StatementReading Read(string text) => Statement.Read(text, keys.Ours.Published);

    public sealed class Keys : IAsyncLifetime
    {
        private readonly KeyRing _ours = new();
        private readonly KeyRing _theirs = new();

        public AcademyKeys Ours { get; private set; } = null!;

        public AcademyKeys Foreign { get; private set; } = null!;

        public async Task InitializeAsync() => (Ours, Foreign) = (await _ours.StartAsync(), await _theirs.StartAsync());

        public Task DisposeAsync()
        {
            _ours.Dispose();
            _theirs.Dispose();
            return Task.CompletedTask;
        }
    }
}
