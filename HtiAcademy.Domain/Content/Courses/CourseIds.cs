using HtiAcademy.Domain.Content.Text;

namespace HtiAcademy.Domain.Content.Courses;

/// <summary>The ids of all courses of a content folder, by the path of their <c>course.md</c>.</summary>
internal sealed class CourseIds
{
    private readonly Dictionary<string, string> _idByPath = new(StringComparer.Ordinal);

    public CourseIds(IEnumerable<SourceDocument> courses)
    {
        // What is wrong with the other courses is found when they are read themselves.
        var findings = new FindingList();
        foreach (var document in courses)
        {
            if (SourceText.Read(document, findings) is { } source && FrontMatter.Read(source, isRequired: true, findings).Map?.OptionalText("id") is { } id)
            {
                _idByPath[document.Path] = id;
            }
        }
    }

    public void Check(string path, int line, CourseSettings course, FindingList findings)
    {
        if (_idByPath.FirstOrDefault(other => other.Value == course.Id && other.Key != path).Key is { } twin)
        {
            findings.Error(path, line, FindingCodes.DuplicateId, $"The course of {twin} has the id \"{course.Id}\" too.");
        }

        var others = _idByPath.Values.Where(id => id != course.Id).ToList();
        foreach (var named in course.Requires.Concat(course.Refreshes).Where(named => !others.Contains(named.Text, StringComparer.Ordinal)))
        {
            findings.Error(path, named.Line, FindingCodes.UnknownCourse, $"There is no other course \"{named.Text}\".{Spelling.Hint(named.Text, others)}");
        }
    }
}
