using System.Globalization;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Learning;

internal static class LearningEndpoints
{
    public static void MapLearning(this IEndpointRouteBuilder app)
    {
        app.MapPost("/learn/{courseId}/{moduleId}/read", ReadAsync);
        app.MapPost("/cohorts/{id:guid}/members/{enrolmentId:guid}/minutes", GrantMinutesAsync).RequireAuthorization(Policies.Trainers);
        app.MapGet("/learn/{courseId}/images/{name}", (string courseId, string name, MyCourses myCourses, HttpContext context) => ImageAsync(courseId, null, name, myCourses, context));
        app.MapGet("/learn/{courseId}/{moduleId}/images/{name}", (string courseId, string moduleId, string name, MyCourses myCourses, HttpContext context) => ImageAsync(courseId, moduleId, name, myCourses, context));
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> ImageAsync(string courseId, string? moduleId, string name, MyCourses myCourses, HttpContext context)
    {
        var course = await myCourses.FindAsync(courseId, context.RequestAborted);
        var folder = moduleId is null ? course?.Published.Course.Folder : course?.Progress.Modules.FirstOrDefault(m => m.Module.Id == moduleId)?.Module.Folder;
        if (folder is null || course!.Published.Image(folder, name) is not { } image || PictureType.Of(name) is not { } type)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "private, max-age=86400";
        return TypedResults.Bytes(image.ToArray(), type);
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> GrantMinutesAsync(
        Guid id, Guid enrolmentId, [FromForm] string? minutes, HttpContext context, Academy academy, CurrentPerson trainer, TimeProvider clock, CancellationToken cancellationToken)
    {
        var page = $"/cohorts/{id}/members/{enrolmentId}";
        if (!int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var granted) || granted > Enrolment.MostExtraMinutes)
        {
            return TypedResults.LocalRedirect($"{page}?refused={Uri.EscapeDataString(minutes ?? "")}");
        }

        var from = context.From;
        var isGranted = await academy.WriteAsync(
            trainer.Scope,
            async db =>
            {
                var enrolment = await db.Enrolments.FirstOrDefaultAsync(e => e.Id == enrolmentId && e.CohortId == id, cancellationToken);
                if (enrolment is null || enrolment.OfficerId == trainer.Id || !trainer.TrainsThere(enrolment.Country))
                {
                    return false;
                }

                foreach (var attempt in await db.Attempts.Where(a => a.EnrolmentId == enrolmentId && a.SubmittedAt == null).ToListAsync(cancellationToken))
                {
                    attempt.Extend(TimeSpan.FromMinutes(granted - enrolment.ExtraMinutes));
                }

                enrolment.GrantExtraMinutes(granted);
                var by = await db.People.SingleAsync(p => p.Id == trainer.Id, cancellationToken);
                await db.AuditAsync(by.AuditName, "minutes.granted", $"{granted} extra minutes to enrolment {enrolmentId}", from, clock.GetUtcNow(), cancellationToken);
                return true;
            },
            cancellationToken);
        return isGranted ? TypedResults.LocalRedirect(page) : TypedResults.NotFound();
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
                if (module is not null && (await db.ProgressAsync(published.Course, enrolment, officer.Audience, cancellationToken)).MayBegin)
                {
                    enrolment.Read(module.Id, clock.GetUtcNow());
                }

                return module;
            },
            cancellationToken);
        return module is null ? TypedResults.NotFound() : TypedResults.LocalRedirect($"/learn/{courseId}/{moduleId}/quiz");
    }
}
