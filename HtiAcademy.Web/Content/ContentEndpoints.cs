using HtiAcademy.Domain;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Learning;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Content;

/// <summary>What an administrator decides about published versions.</summary>
internal static class ContentEndpoints
{
    public static void MapContent(this IEndpointRouteBuilder app)
    {
        var course = app.MapGroup("/admin/content/{courseId}").RequireAuthorization(Policies.Administrators);
        course.MapPost("/publish", PublishAgainAsync);
        course.MapPost("/move", MoveAsync);
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> PublishAgainAsync(
        string courseId, [FromForm] int number, HttpContext context, CurrentPerson administrator, Publisher publisher, CancellationToken cancellationToken) =>
        await publisher.PublishAgainAsync(courseId, number, administrator.Id, context.From, cancellationToken) is null
            ? TypedResults.NotFound()
            : TypedResults.LocalRedirect("/admin/content");

    private static async Task<RedirectHttpResult> MoveAsync(
        string courseId, IFormCollection form, HttpContext context, CurrentPerson administrator, AcademyDb db, LearnersOnVersions learners, CancellationToken cancellationToken)
    {
        var by = await db.People.SingleAsync(p => p.Id == administrator.Id, cancellationToken);
        var moved = await learners.MoveAllAsync(courseId, by.AuditName, context.From);
        return TypedResults.LocalRedirect($"/admin/content?moved={moved}");
    }
}
