using HtiAcademy.Domain;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Authoring;

/// <summary>A file of questions as whoever asks works on it: their open draft, else what is published.</summary>
/// <param name="Draft">Null when they have none.</param>
/// <param name="Writes">Whether it is theirs to write.</param>
public sealed record OpenBank(AuthoredFile File, PublishedCourse Published, Module Module, Draft? Draft, PublishedFile? Document, bool Writes)
{
    public QuestionFile Questions { get; } = QuestionFile.Of(File.Path, Draft?.Text ?? Document?.Text ?? "");

    public Course Course => Published.Course;

    public string Language => File.Language ?? Course.Language;

    public bool IsSubmitted => Draft?.State == DraftState.Submitted;

    /// <summary>Another with every change of what is worked on.</summary>
    public string Mark => Draft is null ? Document?.Hash ?? "" : $"{Draft.Id}/{Draft.Revision}";
}

public enum BankProblem
{
    Submitted,

    /// <summary>What was looked at has changed since.</summary>
    ChangedMeanwhile,
    TooLarge,
}

/// <summary>Where questions are added to a file of them, in the draft of whoever does it.</summary>
public sealed class BankDesk(AcademyDb db, CurrentPerson person, Manuscripts manuscripts, Catalogue catalogue, DraftDesk drafts)
{
    /// <returns>Null when there is no such file, nor one that the person could begin.</returns>
    public async Task<OpenBank?> FindAsync(string path, CancellationToken cancellationToken)
    {
        if (AuthoredFile.Parse(path) is not { Kind: AuthoredKind.Questions } file
            || (await manuscripts.LatestAsync(cancellationToken)).FirstOrDefault(c => c.Folder == file.CourseFolder) is not { } files)
        {
            return null;
        }

        var published = await catalogue.CourseAsync(files.VersionId);
        if (published.Course.Modules.FirstOrDefault(m => m.Folder == file.Folder) is not { } module)
        {
            return null;
        }

        var draft = await db.Drafts.AsNoTracking().OpenOf(person.Id, path).FirstOrDefaultAsync(cancellationToken);
        var bank = new OpenBank(file, published, module, draft, files.Find(path), person.Writer.Writes(file));
        return bank.Document is not null || draft is not null || (bank.Writes && MayBegin(file, module)) ? bank : null;
    }

    /// <summary>Changes the questions in the person's draft, which is begun when there is none.</summary>
    /// <param name="change">Returns null for what no longer fits.</param>
    /// <returns>Null when it is saved.</returns>
    public async Task<BankProblem?> ChangeAsync(OpenBank bank, Func<QuestionFile, QuestionFile?> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bank);
        ArgumentNullException.ThrowIfNull(change);
        var draft = await drafts.OpenAsync(person, bank.File, begin: null, cancellationToken) ?? throw new InvalidOperationException("The file is not the person's to write.");
        if (draft.State != DraftState.Writing)
        {
            return BankProblem.Submitted;
        }

        if (change(QuestionFile.Of(bank.File.Path, draft.Text)) is not { } changed)
        {
            return BankProblem.ChangedMeanwhile;
        }

        return (await drafts.SaveAsync(person, draft.Id, changed.Text, draft.Revision, cancellationToken))?.Problem is { } problem ? Of(problem) : null;
    }

    public static BankProblem Of(DraftProblem problem) => problem switch
    {
        DraftProblem.TooLong => BankProblem.TooLarge,
        DraftProblem.NotWriting => BankProblem.Submitted,
        _ => BankProblem.ChangedMeanwhile,
    };

    private static bool MayBegin(AuthoredFile file, Module module) =>
        (file.Language is null || Languages.All.Contains(file.Language, StringComparer.Ordinal)) && (file.Country is null || module.Countries.Contains(file.Country, StringComparer.Ordinal));
}
