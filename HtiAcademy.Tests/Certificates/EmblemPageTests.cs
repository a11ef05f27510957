using System.Net;
using System.Net.Http.Headers;
using System.Text;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Tests.Pdf;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Certificates;

public sealed class EmblemPageTests : IDisposable
{
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task From_the_day_it_is_given_certificates_show_it_and_earlier_ones_do_not()
    {
        var administrator = await _app.SignInAsync(Cast.Administrator);
        var earlier = await FirstAsync();

        (await SendAsync(administrator, Marks.Wide, "police.png")).Text.Should().Contain("The emblem was changed");
        var later = (await IssuedCertificates.AddAsync(_app, "UG", ["Zawadi Mary"]))[0];

        (await PicturesAsync(administrator, earlier)).Should().Be(0);
        (await PicturesAsync(administrator, later)).Should().BePositive();
        await using var db = _app.Open();
        (await db.AuditEntries.SingleAsync(e => e.What == "emblem.changed")).Record.Should().Be("Police Headquarters Kampala (demo)");
    }

    [Fact]
    public async Task Removed_it_stays_on_the_certificates_that_showed_it()
    {
        var administrator = await _app.SignInAsync(Cast.Administrator);
        await SendAsync(administrator, Marks.Wide, "police.png");
        var shown = (await IssuedCertificates.AddAsync(_app, "UG", ["Zawadi Mary"]))[0];

        var page = await administrator.GetAsync("/admin/agencies");
        await administrator.SubmitAsync(await FormAsync(page), ("remove", "true"));
        var without = (await IssuedCertificates.AddAsync(_app, "UG", ["Aber Christine"]))[0];

        (await PicturesAsync(administrator, shown)).Should().BePositive();
        (await PicturesAsync(administrator, without)).Should().Be(0);
        (await administrator.Http.GetAsync($"/admin/agencies/{await AgencyAsync()}/emblem")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_whatever_its_name_and_nothing_changes()
    {
        var administrator = await _app.SignInAsync(Cast.Administrator);
        await SendAsync(administrator, Marks.Wide, "police.png");

        (await SendAsync(administrator, Encoding.UTF8.GetBytes("<svg onload=\"alert(1)\"/>"), "police.png")).Text.Should().Contain("no PNG, JPEG or WebP").And.Contain("Nothing was changed");
        (await SendAsync(administrator, [], "police.png")).Text.Should().Contain("Choose a picture first");

        await using var db = _app.Open();
        (await db.Agencies.SingleAsync(a => a.Country == "UG")).EmblemId.Should().Be((await db.Emblems.SingleAsync()).Id);
    }

    [Fact]
    public async Task Two_agencies_may_show_the_same_picture()
    {
        var administrator = await _app.SignInAsync(Cast.Administrator);
        await SendAsync(administrator, Marks.Wide, "one.png");
        (await SendAsync(administrator, Marks.Wide, "two.png", "KE")).Text.Should().Contain("The emblem was changed");

        await using var db = _app.Open();
        (await db.Emblems.CountAsync()).Should().Be(1);
        (await db.Agencies.CountAsync(a => a.EmblemId != null)).Should().Be(2);
    }

    public void Dispose() => _app.Dispose();

    private async Task<Page> SendAsync(Visitor administrator, byte[] file, string name, string country = "UG")
    {
        var form = await FormAsync(await administrator.GetAsync("/admin/agencies"), country);
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.Value("__RequestVerificationToken")), "__RequestVerificationToken" },
            { new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } }, "emblem", name },
        };
        return await administrator.FollowAsync(await administrator.Http.PostAsync(form.GetAttribute("action"), content));
    }

    private async Task<AngleSharp.Html.Dom.IHtmlFormElement> FormAsync(Page page, string country = "UG") => page.Form($"/{await AgencyAsync(country)}/emblem");

    private async Task<Guid> AgencyAsync(string country = "UG")
    {
        await using var db = _app.Open();
        return (await db.Agencies.SingleAsync(a => a.Country == country)).Id;
    }

    private async Task<Certificate> FirstAsync()
    {
        await using var db = _app.Open();
        return await db.Certificates.SingleAsync(c => c.Country == "UG");
    }

    private static async Task<int> PicturesAsync(Visitor visitor, Certificate certificate)
    {
        using var pdf = new PdfOnDisk(await visitor.Http.GetByteArrayAsync($"/certificates/{certificate.Number}.pdf"));
        return pdf.Images().Count;
    }
}
