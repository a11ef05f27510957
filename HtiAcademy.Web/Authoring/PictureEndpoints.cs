using HtiAcademy.Domain;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Learning;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Authoring;

internal static class PictureEndpoints
{
    public const string FormName = "picture";
    private const long LargestForm = 2 * UploadedPicture.LargestFile;

    public static void MapPictures(this IEndpointRouteBuilder app)
    {
        var pictures = app.MapGroup("/author/drafts/{id:guid}/pictures").RequireAuthorization(Policies.Trainers);
        pictures.MapPost("add", AddAsync).WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        app.MapGet("/author/drafts/{id:guid}/images/{name}", ShowAsync).RequireAuthorization(Policies.Trainers);
    }

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> AddAsync(
        Guid id, IFormCollection form, HttpContext context, CurrentPerson author, AcademyDb db, DraftPictures pictures, IStringLocalizer<Words> words, CancellationToken cancellationToken)
    {
        if (!await db.Drafts.AnyAsync(d => d.Id == id && d.AuthorId == author.Id, cancellationToken))
        {
            return TypedResults.NotFound();
        }

        var shows = form["shows"].ToString();
        var problems = new List<string>();
        if (!DraftPictures.Says(shows))
        {
            problems.Add(words["Say in 1 to {0} characters, without brackets, what the picture shows: some officers hear it instead of seeing it.", DraftPictures.MostShown]);
        }

        await using var upload = form.Files.GetFile("picture")?.OpenReadStream() ?? Stream.Null;
        var refused = UploadedPicture.Read(upload, out var picture);
        using (picture)
        {
            if (refused is { } problem)
            {
                problems.Add(words.Say(problem));
            }

            var saved = problems.Count > 0 ? null : await pictures.AddAsync(author, id, picture!, shows, form["section"], cancellationToken);
            if (saved?.Problem is not null)
            {
                problems.Add(words[saved.Problem == DraftProblem.TooLong ? "The text would be too long." : "The draft is submitted. Take it back to go on writing."]);
            }

            return problems.Count > 0 ? context.Refuse($"/author/drafts/{id}/pictures", new RefusedForm(FormName, problems, form))
                : saved is null ? TypedResults.NotFound()
                : TypedResults.LocalRedirect($"/author/drafts/{id}/pictures");
        }
    }

    /// <summary>The draft's own, or the one that is published beside its text.</summary>
    private static async Task<Results<FileContentHttpResult, NotFound>> ShowAsync(Guid id, string name, HttpContext context, AcademyDb db, Manuscripts manuscripts, CancellationToken cancellationToken)
    {
        if (await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellationToken) is not { } draft || PictureType.Of(name) is not { } type)
        {
            return TypedResults.NotFound();
        }

        var path = $"{draft.File.Folder}/images/{name}";
        var bytes = draft.Images.FirstOrDefault(image => image.Path == path)?.Bytes
            ?? (await manuscripts.LatestAsync(cancellationToken)).FirstOrDefault(course => course.Folder == draft.CourseFolder)?.Find(path)?.Document.Bytes.ToArray();
        context.Response.Headers.CacheControl = "private, no-cache";
        return bytes is null ? TypedResults.NotFound() : TypedResults.Bytes(bytes, type);
    }

    private static string Say(this IStringLocalizer<Words> words, PictureProblem problem) => problem switch
    {
        PictureProblem.NoPicture => words["Choose a picture first."],
        PictureProblem.TooLarge => words["The file is larger than {0} MB.", UploadedPicture.LargestFile / 1_000_000],
        PictureProblem.TooManyPixels => words["The picture has more than {0} pixels on a side.", UploadedPicture.MostPixels],
        PictureProblem.Damaged => words["The picture is damaged or incomplete."],
        _ => words["This is no PNG, JPEG or WebP picture, whatever its name says. Save it as one of these and choose it again."],
    };
}
