using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Domain.Authoring;

/// <summary>A file of a manuscript as officers would get it, and what the checks say of it.</summary>
/// <param name="Findings">Of the file, by line.</param>
/// <param name="ErrorsElsewhere">In other files of the course, which keep this one from being published.</param>
/// <param name="Shown">Null when errors keep it from being put together.</param>
/// <param name="Country">The reader's, whose facts the text may name; null when its file cannot be read.</param>
public sealed record Preview(IReadOnlyList<Finding> Findings, IReadOnlyList<Finding> ErrorsElsewhere, ShownFile? Shown, Country? Country)
{
    /// <param name="manuscripts">All courses that read the file; at least one.</param>
    /// <param name="beside">The address under which the text's images are served; null for where officers read it.</param>
    public static Preview Of(AuthoredFile file, IReadOnlyList<Manuscript> manuscripts, Reader reader, string? beside = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(manuscripts);
        ArgumentNullException.ThrowIfNull(reader);
        var findings = manuscripts.SelectMany(manuscript => manuscript.Findings).Distinct().ToList();
        var country = CountryReader.ReadAll(manuscripts[0].Documents, new FindingList()).FirstOrDefault(country => country.Code == reader.Locale.Country);
        return new Preview(
            [.. findings.Where(finding => finding.Path == file.Path).OrderBy(finding => finding.Line)],
            [.. findings.Where(finding => finding.Path != file.Path && finding.Severity == Severity.Error)],
            file.Kind == AuthoredKind.Facts ? (country is null ? null : new ShownFacts([.. country.Facts.Values.OrderBy(fact => fact.Path, StringComparer.Ordinal)]))
                : findings.Exists(finding => finding.Code == FindingCodes.TooDeep) ? null
                : manuscripts[0].Course is { } course && course.Countries.Contains(reader.Locale.Country, StringComparer.Ordinal) ? Show(file, course, manuscripts[0], reader, beside)
                : null,
            country);
    }

    private static ShownFile? Show(AuthoredFile file, Course course, Manuscript manuscript, Reader reader, string? beside)
    {
        if (file.Folder == course.Folder)
        {
            return new ShownWelcome(course.Title(reader.Locale), course.Summary(reader.Locale), course.Welcome(reader.Locale, reader.Audience));
        }

        return course.Modules.FirstOrDefault(module => module.Folder == file.Folder) is not { } module ? null
            : !module.IsFor(reader.Locale.Country, reader.Audience) ? new NotShown()
            : file.Kind == AuthoredKind.Questions ? Questions(file, course, module, manuscript, reader)
            : new ShownModule(course.Compose(module.Id, reader.Locale, reader.Audience, beside));
    }

    /// <summary>Those that the file writes, in the words that the reader is asked: another file may put its own in their place.</summary>
    private static ShownQuestions Questions(AuthoredFile file, Course course, Module module, Manuscript manuscript, Reader reader)
    {
        var text = manuscript.Documents.FirstOrDefault(document => document.Path == file.Path);
        var written = text is null ? [] : QuestionBank.Read(text.Path, text.Bytes.Span).Questions.Select(question => question.Name).ToHashSet(StringComparer.Ordinal);
        return new ShownQuestions(
            module.Bank.IsTranslated(reader.Locale.Language) ? reader.Locale.Language : course.Language,
            [.. module.Questions(reader.Locale).Where(question => written.Contains(question.Name))]);
    }
}

/// <summary>What there is to show of a file.</summary>
public abstract record ShownFile;

/// <summary>A module that the reader does not get.</summary>
public sealed record NotShown : ShownFile;

public sealed record ShownWelcome(string Title, string Summary, string Html) : ShownFile;

public sealed record ShownModule(ComposedModule Module) : ShownFile;

/// <param name="Language">In which they are asked.</param>
public sealed record ShownQuestions(string Language, IReadOnlyList<Question> Questions) : ShownFile;

/// <param name="Facts">By path.</param>
public sealed record ShownFacts(IReadOnlyList<Fact> Facts) : ShownFile;
