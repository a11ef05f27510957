using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Domain.Authoring;

/// <summary>What becomes of questions in GIFT that somebody would put into a file of questions.</summary>
public sealed class BankImport
{
    public const int MostBytes = Draft.MostBytes;

    private readonly QuestionFile _into;
    private readonly QuestionFile _read;

    private BankImport(QuestionFile into, string text, IEnumerable<Finding> findings)
    {
        _into = into;
        _read = QuestionFile.Of(into.Path, text);
        Findings = [.. findings, .. _read.Bank.Findings];
        var byFate = _read.Bank.Questions.ToLookup(question => into.Find(question.Name) is not { } own ? Fate.Added : own.Hash == question.Hash ? Fate.Same : Fate.Replacing);
        (Added, Replacing, Same) = ([.. byFate[Fate.Added]], [.. byFate[Fate.Replacing]], [.. byFate[Fate.Same]]);
    }

    private enum Fate
    {
        Added,
        Replacing,
        Same,
    }

    /// <summary>What was read, with line feeds alone.</summary>
    public string Text => _read.Text;

    /// <summary>By line of <see cref="Text"/>.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    public IReadOnlyList<Question> Added { get; }

    /// <summary>Those that take the place of one of their name.</summary>
    public IReadOnlyList<Question> Replacing { get; }

    /// <summary>Those that stand there already.</summary>
    public IReadOnlyList<Question> Same { get; }

    /// <summary>With an error nothing is imported: half a bank is soon taken for the whole.</summary>
    public bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);

    public bool ChangesNothing => HasErrors || (Added.Count == 0 && Replacing.Count == 0);

    public static BankImport Of(QuestionFile into, string text) => new(into, text, []);

    /// <summary>Of a file in UTF-8, in UTF-16 with its mark, or else in windows-1252.</summary>
    public static BankImport Of(QuestionFile into, ReadOnlySpan<byte> file)
    {
        ArgumentNullException.ThrowIfNull(into);
        var findings = new QuestionFindings(into.Path);
        return new BankImport(into, BankText.Decode(file, findings) ?? "", findings);
    }

    /// <summary>The file with what is new in it.</summary>
    /// <exception cref="InvalidOperationException">There is an error in it.</exception>
    public QuestionFile Done() =>
        HasErrors ? throw new InvalidOperationException("Questions with errors are not imported.") : _into.Take(_read, Added.Concat(Replacing));
}
