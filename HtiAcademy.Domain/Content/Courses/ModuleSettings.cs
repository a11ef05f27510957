using HtiAcademy.Domain.Content.Matrix;
using HtiAcademy.Domain.Content.Yaml;
using HtiAcademy.Domain.Learning;

namespace HtiAcademy.Domain.Content.Courses;

/// <summary>The front matter of <c>module.md</c>; what it leaves out is the course's.</summary>
internal sealed record ModuleSettings(
    string Id, int Minutes, Assessment Quiz, int Pass, IReadOnlyList<string> Countries, IReadOnlyList<string> Audience)
{
    /// <summary>For a module whose front matter cannot be read, so that its text is still checked.</summary>
    public static ModuleSettings StandIn(CourseSettings course) => new("", 1, new Assessment(1, null), course.Pass, course.Countries, course.Audience);

    public static ModuleSettings Read(YamlMap map, CourseSettings course, FindingList findings)
    {
        map.AllowOnly("id", "title", "minutes", "objectives", "draw", "page", "feedback", "pass", "countries", "audience");
        map.Require("title");
        map.Require("objectives");
        var vocabulary = new VocabularyReader(map, findings);
        return new ModuleSettings(
            IdOf(map, vocabulary),
            map.Integer("minutes", 1, 600),
            new Assessment(map.Integer("draw", 1, 500), Minutes: null, Sittings.OnOnePage(map), Sittings.Feedback(map)),
            map.OptionalInteger("pass", 1, 100) ?? course.Pass,
            map.Has("countries") ? vocabulary.Countries("countries", course.Countries) : course.Countries,
            map.Has("audience") ? vocabulary.Audiences("audience", course.Audience) : course.Audience);
    }

    // An enrolment keeps its steps by module id, and one of them is the final; trainers find texts by it, and one of them is the
    // welcome; officers find modules by it, and beside them the field guide.
    private static string IdOf(YamlMap map, VocabularyReader vocabulary)
    {
        var id = vocabulary.Slug("id");
        if (id is Step.Final or Step.Pretest)
        {
            map.Refuse("id", $"\"{id}\" names an assessment of the course; give the module another id.");
        }
        else if (id == Course.FieldGuideId)
        {
            map.Refuse("id", $"\"{id}\" is the address of the course's field guide; give the module another id.");
        }
        else if (id == MatrixRow.Welcome)
        {
            map.Refuse("id", $"\"{id}\" names the course's own text; give the module another id.");
        }

        return id;
    }
}
