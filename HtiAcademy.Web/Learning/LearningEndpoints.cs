using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Learning;

internal static class LearningEndpoints
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    public static void MapLearning(this IEndpointRouteBuilder app)
    {
        app.MapPost("/learn/{courseId}/{moduleId}/read", ReadAsync);
        app.MapGet("/learn/{courseId}/images/{name}", (string courseId, string name, MyCourses myCourses, HttpContext context) => ImageAsync(courseId, null, name, myCourses, context));
        app.MapGet("/learn/{courseId}/{moduleId}/images/{name}", (string courseId, string moduleId, string name, MyCourses myCourses, HttpContext context) => ImageAsync(courseId, moduleId, name, myCourses, context));
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> ImageAsync(string courseId, string? moduleId, string name, MyCourses myCourses, HttpContext context)
    {
        var course = await myCourses.FindAsync(courseId, context.RequestAborted);
        var folder = moduleId is null ? course?.Published.Course.Folder : course?.Progress.Modules.FirstOrDefault(m => m.Module.Id == moduleId)?.Module.Folder;
        if (folder is null || course!.Published.Image(folder, name) is not { } image || !ContentTypes.TryGetContentType(name, out var type) || !type.StartsWith("image/", StringComparison.Ordinal))
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "private, max-age=86400";
        return TypedResults.Bytes(image.ToArray(), type);
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> ReadAsync(
        string courseId, string moduleId, IFormCollection form, Academy academy, Catalogue catalogue, CurrentPerson officer, TimeProvider clock, CancellationToken cancellationToken)
    {
        var module = await academy.WriteAsync(
            officer.Scope,
            async db =>
            {
                var enrolment = await db.Enrolments.Of(officer.Id).FirstOrDefaultAsync(e => e.CourseId == courseId, cancellationToken);
                if (enrolment is null)
                {
                    return null;
                }

                var published = await catalogue.CourseAsync(enrolment.VersionId);
                var module = published.Course.ModulesFor(enrolment.Country, officer.Audience).FirstOrDefault(m => m.Id == moduleId);
                if (module is not null)
                {
                    enrolment.Read(module.Id, clock.GetUtcNow());
                }

                return module;
            },
            cancellationToken);
        return module is null ? TypedResults.NotFound() : TypedResults.LocalRedirect($"/learn/{courseId}/{moduleId}/quiz");
    }
}
