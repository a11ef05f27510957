using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;

namespace HtiAcademy.Tests.Rolls;

/// <summary>The page of a cohort on which a trainer enrols from a list.</summary>
internal sealed class ClassList(Visitor trainer, Guid cohortId)
{
    public string Address => $"/cohorts/{cohortId}/enrol";

    /// <summary>Uploads a file and sees what would become of each line.</summary>
    public Task<Page> CheckAsync(string text) => CheckAsync(Encoding.UTF8.GetBytes(text));

    public async Task<Page> CheckAsync(byte[] file)
    {
        var form = (await trainer.GetAsync(Address)).Form("/check");
        var upload = new ByteArrayContent(file);
        upload.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.Value("__RequestVerificationToken")), "__RequestVerificationToken" },
            { new StringContent(""), "text" },
            { upload, "file", "class.csv" },
        };
        return await Page.ReadAsync(await trainer.Http.PostAsync(form.GetAttribute("action"), content));
    }

    public async Task<Page> ApplyAsync(Page seen) => await Page.ReadAsync(await trainer.PostAsync(seen.Form("/apply")));

    public async Task<Page> EnrolAsync(string text) => await ApplyAsync(await CheckAsync(text));

    public async Task<string> ResultAsync(Page page) => await (await trainer.PostAsync(page.Form("/result.csv"))).Content.ReadAsStringAsync();

    /// <summary>The lines of the table: number, name, fate, reason, user name.</summary>
    /// <returns>Of each line its number, the name, what becomes of it, the reason and the user name.</returns>
    public static List<string[]> Fates(Page page) => [.. page.Document.QuerySelectorAll("main tbody tr").Select(row =>
    {
        var (name, fate) = (row.Children[1], row.Children[2]);
        return new[] { row.Children[0].TextContent.Trim(), First(name), First(fate), Second(fate), Second(name) };
    })];

    private static string First(IElement cell) => cell.ChildNodes[0].TextContent.Trim();

    private static string Second(IElement cell) => cell.QuerySelector("span")!.TextContent.Trim();
}
