using AngleSharp.Html.Dom;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Authoring;

/// <summary>Drafts as tests begin and look at them, whatever page they are written on.</summary>
internal static class WrittenDrafts
{
    public static async Task<Draft?> DraftAsync(this AcademyApp app, string author, string path)
    {
        await using var db = app.Open();
        var id = await db.People.Where(p => p.Email == author).Select(p => p.Id).SingleAsync();
        return await db.Drafts.AsNoTracking().OpenOf(id, path).SingleOrDefaultAsync();
    }

    /// <summary>Begins a draft, and submits it when it is asked to.</summary>
    public static Task<Guid> BeginDraftAsync(this AcademyApp app, string author, string path, string text, bool submitted = false) => app.Academy.WriteAsync(Scope.Everything, async db =>
    {
        var draft = new Draft(AuthoredFile.Parse(path)!, await db.People.SingleAsync(p => p.Email == author), basedOn: null, text, app.Clock.Now);
        if (submitted)
        {
            draft.Submit(app.Clock.Now);
        }

        db.Add(draft);
        return draft.Id;
    });

    public static Task ChangeDraftAsync(this AcademyApp app, Guid id, Action<Draft> change) =>
        app.Academy.WriteAsync(Scope.Everything, async db => change(await db.Drafts.SingleAsync(d => d.Id == id)));

    /// <summary>A form of another page with the visitor's token, sent elsewhere: what somebody forges.</summary>
    public static async Task<IHtmlFormElement> ForgedAsync(this Visitor visitor, string address) => (await visitor.GetAsync("/")).Form("/account/sign-out").To(address);
}
