namespace HtiAcademy.Domain.Content.Markdown.Limits;

/// <summary>
/// Markdig's work on a paragraph grows with the square of the marks in it that may begin a link or an emphasis. What no
/// author writes is refused before it is read.
/// </summary>
internal static class Marks
{
    /// <summary>Of the squares of all paragraphs: 3,000 marks in one, or a hundred paragraphs with 300 each. Both take Markdig a second.</summary>
    private const long MostEffort = 9_000_000;

    /// <exception cref="TooDeepException">The text has too many.</exception>
    public static void Check(string text)
    {
        long effort = 0;
        long marks = 0;
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            marks = line.IsWhiteSpace() ? 0 : marks;
            var more = CountIn(line);
            effort += more * (2 * marks + more);
            marks += more;
            if (effort > MostEffort)
            {
                throw new TooDeepException(number);
            }

            number++;
        }
    }

    private static long CountIn(ReadOnlySpan<char> line)
    {
        long marks = 0;
        var before = ' ';
        foreach (var letter in line)
        {
            if (letter == '[' || (letter is '*' or '_' && letter != before))
            {
                marks++;
            }

            before = letter;
        }

        return marks;
    }
}
