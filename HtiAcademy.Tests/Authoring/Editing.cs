using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Web.Authoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Authoring;

/// <summary>A text of Uganda's that tests edit.</summary>
internal static class Editing
{
    public const string UgandasLaw = "courses/foundations/20-your-law/module.en-UG.md";
    public const string Page = "/author/edit/" + UgandasLaw;

    /// <summary>Of which the checks find nothing to mend.</summary>
    public const string Text = "---\nreviewed: { offence: 0f4ba29f }\n---\n\n## From facts to particulars {#offence}\n\nFirst words.\n";

    /// <summary>A draft that is being written, begun from what is published now.</summary>
    public static async Task<Draft> AddDraftAsync(this AcademyApp app, string author, string path = UgandasLaw, string text = Text)
    {
        var file = AuthoredFile.Parse(path)!;
        var published = await app.Services.GetRequiredService<Manuscripts>().FindAsync(file, CancellationToken.None);
        return await app.Academy.WriteAsync(Scope.Everything, async db => db.Add(new Draft(file, await db.People.SingleAsync(p => p.Email == author), published?.Hash, text, app.Clock.Now)).Entity);
    }

    public static async Task<Draft> DraftAsync(this AcademyApp app, Guid id)
    {
        await using var db = app.Open();
        return await db.Drafts.AsNoTracking().SingleAsync(d => d.Id == id);
    }
}
