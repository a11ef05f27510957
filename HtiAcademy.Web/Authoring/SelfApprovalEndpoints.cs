using HtiAcademy.Domain;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Learning;
using HtiAcademy.Web.Personnel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Authoring;

/// <summary>In which countries a lone trainer may publish what they wrote themselves.</summary>
internal static class SelfApprovalEndpoints
{
    public const string Page = "/admin/self-approval";

    public static void MapSelfApproval(this IEndpointRouteBuilder app)
    {
        var approvals = app.MapGroup(Page).RequireAuthorization(Policies.Administrators);
        approvals.MapPost("allow", AllowAsync);
        approvals.MapPost("withdraw", WithdrawAsync);
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> AllowAsync(
        [FromForm] string? country, HttpContext context, Academy academy, CurrentPerson administrator, Reception reception, TimeProvider clock, CancellationToken cancellationToken)
    {
        var allowed = await academy.WriteAsync(
            administrator.Scope,
            async db =>
            {
                if (country is null || !(await reception.RulesAsync(db, cancellationToken)).Countries.Contains(country, StringComparer.Ordinal))
                {
                    return (bool?)null;
                }

                if (await db.ActiveTrainersIn(country).CountAsync(cancellationToken) != 1)
                {
                    return false;
                }

                if (!await db.SelfApprovals.AnyAsync(a => a.Country == country, cancellationToken))
                {
                    var now = clock.GetUtcNow();
                    db.Add(new SelfApproval(country, await db.People.SingleAsync(p => p.Id == administrator.Id, cancellationToken), now));
                    await db.ActAsync(administrator, "self-approval.allowed", country, context.From, now, cancellationToken);
                }

                return true;
            },
            cancellationToken);
        return allowed is not { } done ? TypedResults.NotFound() : TypedResults.LocalRedirect(done ? Page : $"{Page}?refused={country}");
    }

    private static async Task<RedirectHttpResult> WithdrawAsync(
        [FromForm] string? country, HttpContext context, Academy academy, CurrentPerson administrator, TimeProvider clock, CancellationToken cancellationToken)
    {
        await academy.WriteAsync(
            administrator.Scope,
            async db =>
            {
                if (await db.SelfApprovals.FirstOrDefaultAsync(a => a.Country == country, cancellationToken) is { } approval)
                {
                    db.Remove(approval);
                    await db.ActAsync(administrator, "self-approval.withdrawn", approval.Country, context.From, clock.GetUtcNow(), cancellationToken);
                }
            },
            cancellationToken);
        return TypedResults.LocalRedirect(Page);
    }
}
