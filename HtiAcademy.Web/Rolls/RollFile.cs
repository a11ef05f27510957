using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Rolls;

/// <summary>The files that go with a roll: one to fill in, and one that tells what became of each line.</summary>
internal static class RollFile
{
    /// <param name="language">Of the headings; one that the academy speaks.</param>
    public static byte[] Template(string language) => CsvFile.Write([[.. Enum.GetValues<RollColumn>().Select(column => CsvCell.OfText(RollColumns.Heading(column, language)))]]);

    public static byte[] Result(IEnumerable<FateLine> lines, IStringLocalizer<Words> words) => CsvFile.Write(
        lines.Select(line => (IReadOnlyList<CsvCell>)[CsvCell.OfNumber(line.Line), line.Name, line.Fate, line.Reason, line.UserName])
            .Prepend([words["Line"].Value, words["Name"].Value, words["What becomes of it"].Value, words["Reason"].Value, words["User name"].Value]));
}

/// <summary>A line of the result, in the words of who asked.</summary>
public sealed record FateLine(int Line, string Name, string Fate, string Reason, string UserName);
