using HtiAcademy.Domain.Questions;
using HtiAcademy.Domain.Questions.Gift;

namespace HtiAcademy.Domain.Authoring;

/// <summary>A file of questions in GIFT, as its author wrote it: each question with the lines that it stands on.</summary>
public sealed class QuestionFile
{
    private readonly string[] _lines;
    private readonly Dictionary<string, Question> _byName;

    private QuestionFile(string path, string text)
    {
        Path = path;
        Text = text;
        Bank = GiftReader.Read(path, text);
        _lines = text.Split('\n');
        _byName = Bank.Questions.ToDictionary(question => question.Name, StringComparer.Ordinal);
    }

    public string Path { get; }

    /// <summary>With line feeds alone.</summary>
    public string Text { get; }

    public QuestionBank Bank { get; }

    public static QuestionFile Of(string path, string text) => new(path, Draft.WithLineFeeds(text));

    /// <returns>Null when there is none of the name, or none without an error.</returns>
    public Question? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The lines of one of the file's questions.</summary>
    public string SourceOf(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return string.Join('\n', _lines.Skip(question.Line - 1).Take(LastLine(question) - question.Line + 1));
    }

    /// <summary>The file with another question at its end.</summary>
    /// <returns>Null when it would be read otherwise than it is, or there is one of the name.</returns>
    public QuestionFile? Add(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (Find(question.Name) is not null)
        {
            return null;
        }

        var longer = Append(GiftWriter.Write([question with { Category = "" }]));
        return longer.Find(question.Name)?.Hash == question.Hash && longer.Bank.Questions.Count == Bank.Questions.Count + 1 ? longer : null;
    }

    /// <summary>The file with another's questions, as they stand there: each in the place of the one of its name, else at the end.</summary>
    public QuestionFile Take(QuestionFile other, IEnumerable<Question> questions)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(questions);
        return questions.Aggregate(this, (file, question) => file.Find(question.Name) is { } own ? file.Replace(own, other.SourceOf(question)) : file.Append(other.SourceOf(question)));
    }

    private QuestionFile Append(string source)
    {
        var text = Text.TrimEnd();
        return new QuestionFile(Path, (text.Length == 0 ? "" : text + "\n\n") + source.Trim('\n') + "\n");
    }

    private QuestionFile Replace(Question own, string source) =>
        new(Path, string.Join('\n', [.. _lines.Take(own.Line - 1), source, .. _lines.Skip(LastLine(own))]));

    /// <returns>1-based. A blank line or a category ends a question; comments inside it are its own.</returns>
    private int LastLine(Question question)
    {
        var last = question.Line;
        for (var number = question.Line + 1; number <= _lines.Length && !Ends(_lines[number - 1].Trim()); number++)
        {
            last = _lines[number - 1].TrimStart().StartsWith(GiftBlocks.CommentMark, StringComparison.Ordinal) ? last : number;
        }

        return last;
    }

    private static bool Ends(string line) => line.Length == 0 || line.StartsWith(GiftBlocks.CategoryMark, StringComparison.Ordinal);
}
