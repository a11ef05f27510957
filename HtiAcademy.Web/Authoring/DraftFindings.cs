using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Content;

namespace HtiAcademy.Web.Authoring;

/// <summary>What the checks find in a draft.</summary>
/// <param name="Own">In its text and its images: errors first, by line.</param>
/// <param name="Elsewhere">Errors in other files of its courses, which would keep it from being published.</param>
public sealed record DraftFindings(IReadOnlyList<Finding> Own, IReadOnlyList<Finding> Elsewhere)
{
    public bool HasOwnErrors => Own.Any(IsError);

    public bool HasErrors => HasOwnErrors || Elsewhere.Count > 0;

    /// <param name="courses">With the draft in them.</param>
    public static DraftFindings Of(Draft draft, IReadOnlyList<Manuscript> courses)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var paths = draft.Images.Select(image => image.Path).Append(draft.Path).ToHashSet(StringComparer.Ordinal);
        var findings = courses.SelectMany(course => course.Findings).Distinct().ToLookup(finding => paths.Contains(finding.Path));
        return new DraftFindings(
            [.. findings[true].OrderByDescending(IsError).ThenBy(finding => finding.Path == draft.Path ? 0 : 1).ThenBy(finding => finding.Line)],
            [.. findings[false].Where(IsError).OrderBy(finding => finding.Path, StringComparer.Ordinal).ThenBy(finding => finding.Line)]);
    }

    public static bool IsError(Finding finding) => finding.Severity == Severity.Error;
}
