using HtiAcademy.Domain.Learning;

namespace HtiAcademy.Web.Assessments;

/// <summary>The assessment that an address names.</summary>
/// <param name="Assessment">A module's id for its quiz, <see cref="Step.Pretest"/> or <see cref="Step.Final"/>.</param>
internal sealed record Sitting(string CourseId, string Assessment)
{
    public string Address => AttemptEndpoints.Address(CourseId, Assessment);

    public static ValueTask<Sitting?> BindAsync(HttpContext context)
    {
        var values = context.Request.RouteValues;
        var assessment = (string?)values["moduleId"] ?? (context.Request.Path.Value!.Split('/') is [_, _, _, Step.Pretest, ..] ? Step.Pretest : Step.Final);
        return ValueTask.FromResult<Sitting?>(new Sitting((string)values["courseId"]!, assessment));
    }
}
