using System.Net;
using System.Text;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Tests.Certificates;
using HtiAcademy.Web.Shared;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace HtiAcademy.Tests.Authoring;

public sealed class PicturesPageTests : IDisposable
{
    private const string Kenyan = "courses/foundations/10-what-is-trafficking/module.en-KE.md";
    private const string Folder = "courses/foundations/10-what-is-trafficking/images/";
    private const string Text = "---\nreviewed: {}\n---\n\n## The road {#case}\n\nOur own road.\n\n## The end {#end after=case}\n\nLast words.\n";

    private readonly AcademyApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_picture_stands_at_the_end_of_its_section_and_is_named_for_what_it_shows()
    {
        var id = await DraftAsync();
        var trainer = await _app.SignInAsync(Cast.TrainerInKenya);

        var answer = await AddAsync(trainer, id, Marks.Shield, "Mapa de Nairobi: así", "case");

        answer.StatusCode.Should().Be(HttpStatusCode.Found);
        var draft = await ReadAsync(id);
        draft.Images.Single().Path.Should().Be($"{Folder}ke-mapa-de-nairobi-asi.png");
        draft.Text.Should().Contain("Our own road.\n\n![Mapa de Nairobi: así](images/ke-mapa-de-nairobi-asi.png)\n\n## The end");
        var shown = await trainer.Http.GetAsync($"/author/drafts/{id}/images/ke-mapa-de-nairobi-asi.png");
        shown.Content.Headers.ContentType!.MediaType.Should().Be("image/png");
        (await shown.Content.ReadAsByteArrayAsync()).Should().Equal(draft.Images.Single().Bytes);
    }

    [Fact]
    public async Task A_large_photograph_becomes_small_enough_for_a_telephone()
    {
        var id = await DraftAsync();

        await AddAsync(await _app.SignInAsync(Cast.TrainerInKenya), id, Marks.Photograph(1600, 1200), "A road", "");

        var image = (await ReadAsync(id)).Images.Single();
        image.Path.Should().EndWith("ke-a-road.jpg");
        image.Bytes.Length.Should().BeLessThanOrEqualTo(120 * 1024);
        using var bitmap = SKBitmap.Decode(image.Bytes);
        bitmap.Width.Should().BeLessThanOrEqualTo(1200);
    }

    [Fact]
    public async Task Sent_twice_it_stands_there_once()
    {
        var id = await DraftAsync();
        var trainer = await _app.SignInAsync(Cast.TrainerInKenya);

        await AddAsync(trainer, id, Marks.Shield, "A shield", "end");
        await AddAsync(trainer, id, Marks.Shield, "A shield", "end");

        var draft = await ReadAsync(id);
        draft.Images.Should().ContainSingle();
        draft.Text.Split("images/ke-a-shield").Should().HaveCount(2);
    }

    [Theory]
    [InlineData("", "Say in 1 to 200 characters")]
    [InlineData("A [shield]", "Say in 1 to 200 characters")]
    [InlineData("…", "Say in 1 to 200 characters")]
    public async Task A_picture_says_in_words_what_it_shows(string shows, string told) =>
        await IsRefusedAsync(Marks.Shield, shows, told);

    [Fact]
    public async Task An_upload_that_lies_about_its_type_is_refused_and_what_was_typed_stays()
    {
        await IsRefusedAsync("GIF89a and more"u8.ToArray(), "A shield", "This is no PNG, JPEG or WebP picture");
        await IsRefusedAsync("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "A shield", "This is no PNG, JPEG or WebP picture");
        await IsRefusedAsync(Marks.Shield[..200], "A shield", "The picture is damaged or incomplete.");
        await IsRefusedAsync([], "A shield", "Choose a picture first.");
        await IsRefusedAsync([.. Marks.Shield, .. new byte[UploadedPicture.LargestFile]], "A shield", "larger than 2 MB");
    }

    [Fact]
    public async Task Nobody_puts_pictures_into_a_draft_of_somebody_else()
    {
        var id = await DraftAsync();
        var other = await _app.SignInAsync(Cast.TrainerInUganda);

        (await other.GetAsync($"/author/drafts/{id}/pictures")).Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await AddAsync(other, id, Marks.Shield, "A shield", "", await TokenAsync(other))).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await ReadAsync(id)).Images.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_submitted_takes_no_more_pictures()
    {
        var id = await DraftAsync();
        var trainer = await _app.SignInAsync(Cast.TrainerInKenya);
        await using (var db = _app.Open())
        {
            (await db.Drafts.SingleAsync()).Submit(_app.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        }

        var answer = await AddAsync(trainer, id, Marks.Shield, "A shield", "", await TokenAsync(trainer));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await ReadAsync(id)).Images.Should().BeEmpty();
    }

    private async Task IsRefusedAsync(byte[] file, string shows, string told)
    {
        var id = await DraftAsync();
        var answer = await AddAsync(await _app.SignInAsync(Cast.TrainerInKenya), id, file, shows, "case");

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        var page = await Page.ReadAsync(answer);
        page.Document.QuerySelector("[role=alert]")!.TextContent.Should().Contain(told);
        page.Document.QuerySelector("#shows")!.GetAttribute("value").Should().Be(shows);
        (await ReadAsync(id)).Should().Match<Draft>(draft => draft.Images.Count == 0 && draft.Text == Text);
    }

    private static async Task<HttpResponseMessage> AddAsync(Visitor trainer, Guid id, byte[] file, string shows, string section, string? token = null)
    {
        token ??= (await trainer.GetAsync($"/author/drafts/{id}/pictures")).Form("pictures/add").Value("__RequestVerificationToken");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(shows, Encoding.UTF8), "shows" },
            { new StringContent(section), "section" },
            { new ByteArrayContent(file), "picture", "picture.png" },
        };
        return await trainer.Http.PostAsync($"/author/drafts/{id}/pictures/add", content);
    }

    private static async Task<string> TokenAsync(Visitor visitor) => (await visitor.GetAsync("/")).Document.Forms[0].Value("__RequestVerificationToken");

    private async Task<Guid> DraftAsync()
    {
        await using var db = _app.Open();
        if (await db.Drafts.FirstOrDefaultAsync() is { } begun)
        {
            return begun.Id;
        }

        var draft = new Draft(AuthoredFile.Parse(Kenyan)!, await db.People.SingleAsync(p => p.UserName == Cast.TrainerInKenya), basedOn: null, Text, _app.Clock.GetUtcNow());
        db.Add(draft);
        await db.SaveChangesAsync();
        return draft.Id;
    }

    private async Task<Draft> ReadAsync(Guid id)
    {
        await using var db = _app.Open();
        return await db.Drafts.SingleAsync(d => d.Id == id);
    }
}
