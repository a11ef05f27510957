using HtiAcademy.Web.Access;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HtiAcademy.Web.Remarking;

internal static class RemarkEndpoints
{
    public static void MapRemarking(this IEndpointRouteBuilder app) =>
        app.MapPost("/author/{courseId}/remark/apply", ApplyAsync).RequireAuthorization(Policies.Trainers);

    public static string Address(string courseId) => $"/author/{Uri.EscapeDataString(courseId)}/remark";

    // What changed since the preview was shown is shown, instead of being applied unseen.
    private static async Task<RedirectHttpResult> ApplyAsync(
        string courseId, IFormCollection form, [FromForm] string? preview, HttpContext context, CurrentPerson trainer, Examiner examiner, CancellationToken cancellationToken)
    {
        var chosen = form["question"].OfType<string>().ToList();
        var applied = await examiner.ApplyAsync(trainer, courseId, chosen, preview ?? "", context.From, cancellationToken);
        var query = applied is null
            ? new QueryBuilder { { "question", chosen }, { "changed", "true" } }
            : new QueryBuilder { { "raised", applied.Raised.ToString(System.Globalization.CultureInfo.InvariantCulture) } };
        return TypedResults.LocalRedirect(Address(courseId) + query);
    }
}
