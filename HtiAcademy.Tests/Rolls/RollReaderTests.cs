using System.Text;
using HtiAcademy.Web.Rolls;

namespace HtiAcademy.Tests.Rolls;

public sealed class RollReaderTests
{
    private static readonly RollColumn[] All = Enum.GetValues<RollColumn>();

    // Each is a Latin letter of windows-1252 or a sign that CSV gives a meaning.
    private static readonly string[] Pieces = ["Opio", "Ñúñez", "O'Neil", "a \"b\"", "x,y", "x;y", "x\ty", "two\nlines", "two\r\nlines", "=1+1", "é", "ÿ", "@home", "-", "'"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 120)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_separates_quotes_or_encodes_it_the_same_rows_are_read(int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, random.Next(1, 12)).Select(i => All.ToDictionary(c => c, c => c == RollColumn.Name ? $"é{i}{Cell(random)}" : random.Next(3) == 0 ? "" : Cell(random))).ToList();
        var order = All.OrderBy(_ => random.Next()).ToArray();
        var language = new[] { "en", "es", "fr" }[random.Next(3)];
        var separator = ",;\t"[random.Next(3)];
        var newLine = new[] { "\n", "\r\n", "\r" }[random.Next(3)];
        var lines = new List<IEnumerable<string>> { order.Select(c => RollColumns.Heading(c, language)) };
        lines.AddRange(rows.Select(row => order.Select(c => row[c])));
        var text = string.Join(newLine, lines.Select(line => string.Join(separator, line.Select(cell => Written(cell, separator, random)))))
            + string.Concat(Enumerable.Repeat(newLine + new string(separator, random.Next(2) * 3), random.Next(4)));
        // ’ is in windows-1252 but not what a keyboard gives.
        var encoding = new Encoding[] { new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, CodePagesEncodingProvider.Instance.GetEncoding(1252)! }[random.Next(5)];

        var reading = RollReader.Read(RollText.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]));

        reading.Missing.Should().BeEmpty();
        reading.Entries.Select(e => (e.Name, e.Mail, e.UserName, e.Rank, e.Agency, e.Audience, e.Language, e.IsBroken)).Should().Equal(rows.Select(r => (
            Tidy(r[RollColumn.Name]), Tidy(r[RollColumn.Mail]), Tidy(r[RollColumn.UserName]).ToLowerInvariant(), Tidy(r[RollColumn.Rank]), Tidy(r[RollColumn.Agency]), Tidy(r[RollColumn.Audience]), Tidy(r[RollColumn.Language]), false)));
    }

    [Fact]
    public void Lines_are_numbered_as_a_spreadsheet_numbers_its_rows()
    {
        var reading = RollReader.Read("name,mail\r\nA One,a@x.org\r\n\r\n\"B\r\nTwo\",b@x.org\r\nC Three,c@x.org\r\n");

        reading.Entries.Select(e => (e.Line, e.Name)).Should().Equal((2, "A One"), (4, "B Two"), (5, "C Three"));
    }

    [Theory]
    [InlineData("mail,rank\na@x.org,Sgt", RollColumn.Name)]
    [InlineData("name,rank\nA One,Sgt", RollColumn.Mail)]
    [InlineData("Opio Peter;opio@x.org\n", RollColumn.Name, RollColumn.Mail)]
    [InlineData("", RollColumn.Name, RollColumn.Mail)]
    public void A_column_that_is_missing_is_named(string text, params RollColumn[] missing)
    {
        var reading = RollReader.Read(text);

        reading.Missing.Should().Equal(missing);
        reading.Entries.Should().BeEmpty();
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_told_on_its_line()
    {
        var reading = RollReader.Read("name,mail\nA One,a@x.org\n\"B Two,b@x.org\nC Three,c@x.org\n");

        reading.Entries.Select(e => (e.Line, e.IsBroken)).Should().Equal((2, false), (3, true));
    }

    [Fact]
    public void Headings_are_known_in_three_languages_with_and_without_accents() =>
        new[] { "User Name", "NOMBRE DE USUARIO", "nom d'utilisateur", "Correo electronico", "adresse électronique", "E-Mail" }.Select(RollColumns.Find)
            .Should().Equal(RollColumn.UserName, RollColumn.UserName, RollColumn.UserName, RollColumn.Mail, RollColumn.Mail, RollColumn.Mail);

    [Fact]
    public void A_workbook_is_known_by_its_first_letters() => RollText.IsWorkbook("PK\u0003\u0004abc"u8).Should().BeTrue();

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    [InlineData("fr")]
    public void The_template_has_every_column_and_reads_back(string language)
    {
        var reading = RollReader.Read(RollText.Decode(RollFile.Template(language)));

        reading.Headings.Select(RollColumns.Find).Should().Equal(All.Select(c => (RollColumn?)c));
        reading.Missing.Should().BeEmpty();
    }

    private static string Cell(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(1, 3)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private static string Tidy(string cell) => string.Join(' ', cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Written(string cell, char separator, Random random) =>
        cell.IndexOfAny(['"', '\r', '\n', separator]) >= 0 || random.Next(3) == 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
