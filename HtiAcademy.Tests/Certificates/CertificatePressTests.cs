using AngleSharp.Html.Parser;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Tests.Pdf;
using HtiAcademy.Web.Certificates;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Pdf;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;

namespace HtiAcademy.Tests.Certificates;

public sealed class CertificatePressTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 9, 0, 0, TimeSpan.Zero);
    private static readonly VerificationCode Code = VerificationCode.Parse("7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F");
    private static readonly ServiceProvider Services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    private readonly KeyRing _ring = new();

    private CertificatePress Press { get; set; } = null!;

    private static readonly Printed Printed = new(
        "Nakato Florence Nabirye", "Inspector", "Uganda Police Force", "Uganda", "Screening at the border", CourseVersion: 7, Hours: 4,
        new(2026, 6, 15), new(2028, 6, 15), "90–100 %", "Okello James\nSarah Whitfield", "en");

    [Fact]
    public void The_face_bears_what_was_printed_and_where_to_verify_it() =>
        Press.FaceOf(Issue(Printed)).Should().BeEquivalentTo(new CertificateFace(
            "en-UG", "Nakato Florence Nabirye", "Inspector", "Uganda Police Force", "Screening at the border", 4,
            new(2026, 6, 15), new(2028, 6, 15), "90–100 %", "Uganda", ["Okello James", "Sarah Whitfield"],
            "HTI-UG-2026-000123", "7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F", new("https://academy.example.org/verify/7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F"),
            Modules: [], Practised: [], Emblem: null, Statement: null, Replaces: null, Renews: null, CourseVersion: 7));

    [Fact]
    public void What_an_officer_lacks_is_not_invented()
    {
        var face = Press.FaceOf(Issue(Printed with { Rank = null, AgencyName = null, ValidUntil = null, Trainers = "" }));
        face.Rank.Should().BeNull();
        face.AgencyName.Should().BeNull();
        face.ValidUntil.Should().BeNull();
        face.Trainers.Should().BeEmpty();
    }

    [Fact]
    public async Task The_verification_page_shows_the_lines_of_the_paper_and_not_one_more()
    {
        using var english = Language.Speak(Language.Culture("en", "UG"));
        (await ShownAsync(Printed)).Should().Equal(
            ("Name", "Nakato Florence Nabirye"),
            ("Rank", "Inspector"),
            ("Agency", "Uganda Police Force"),
            ("Course", "Screening at the border"),
            ("Completed on", "15 June 2026"),
            ("Valid until", "15 June 2028"),
            ("Hours of training", "4"),
            ("Result", "90–100 %"),
            ("Country", "Uganda"),
            ("Trainers", "Okello James, Sarah Whitfield"),
            ("Certificate number", "HTI-UG-2026-000123"),
            ("Verification code", "7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F"));
    }

    [Fact]
    public async Task The_verification_page_has_no_empty_lines()
    {
        var shown = await ShownAsync(Printed with { Rank = null, AgencyName = null, ValidUntil = null, Trainers = "" });
        shown.Should().HaveCount(8).And.OnlyContain(line => line.Value.Length > 0);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Zoë \"Ŵŷ\" & Łukasz")]
    public async Task Whatever_a_name_holds_is_shown_as_text(string name) =>
        (await ShownAsync(Printed with { HolderName = name }))[0].Value.Should().Be(name);

    [Fact]
    public void Printed_again_it_is_the_same_file_on_each_size_of_paper()
    {
        var certificate = Issue(Printed);
        foreach (var paper in new[] { PaperSize.A4, PaperSize.Letter })
        {
            Press.Print(certificate, paper, Marks.Wide).Should().Equal(Press.Print(certificate, paper, Marks.Wide));
        }
    }

    [Fact]
    public void The_file_is_signed_by_the_academy_as_of_the_issue_and_carries_the_badge()
    {
        var certificate = Issue(Printed);
        certificate.Prove(new("ABC234", "header.payload.signature"));
        using var pdf = new PdfOnDisk(Press.Print(certificate, PaperSize.A4, emblem: null));

        pdf.Signatures.Should().Contain("Signature is Valid").And.Contain("Human Trafficking Institute Academy academy.example.org").And.Contain("Jun 15 2026 09:00:00").And.Contain("Total document signed");
        pdf.Attachments().Keys.Should().Equal("open-badge.jwt");
        pdf.ReadQrCode().Should().Be("HTTPS://ACADEMY.EXAMPLE.ORG/VERIFY/7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F/ABC234");
    }

    [Fact]
    public void What_was_issued_before_there_was_a_key_is_signed_with_its_first_moment()
    {
        var certificate = Issue(Printed, Now.AddYears(-1));
        using var pdf = new PdfOnDisk(Press.Print(certificate, PaperSize.A4, emblem: null));

        pdf.Signatures.Should().Contain("Jun 14 2026 09:00:00");
    }

    [Theory]
    [InlineData("https://academy.example.org")]
    [InlineData("https://academy.example.org/")]
    public void The_address_on_the_paper_is_the_configured_one(string address) =>
        new AcademyAddress(Configured(address)).Page("/verify").Should().Be("https://academy.example.org/verify");

    [Fact]
    public void An_academy_below_another_site_keeps_its_path() =>
        new AcademyAddress(Configured("https://example.org/academy")).Page("/verify").Should().Be("https://example.org/academy/verify");

    [Fact]
    public void Unconfigured_it_is_this_computer() =>
        new AcademyAddress(Configured(null)).Page("/verify").Should().Be("http://localhost:5080/verify");

    [Theory]
    [InlineData("")]
    [InlineData("academy.example.org")]
    [InlineData("ftp://academy.example.org")]
    public void An_address_that_no_browser_opens_is_refused_at_the_start(string address) =>
        FluentActions.Invoking(() => new AcademyAddress(Configured(address))).Should().Throw<StartupException>().WithMessage("*Academy:Address*");

    public async Task InitializeAsync() => Press = new(KeyRing.Address, await _ring.StartAsync(), Services.GetRequiredService<IStringLocalizer<Words>>());

    public Task DisposeAsync()
    {
        _ring.Dispose();
        return Task.CompletedTask;
    }

    private static Certificate Issue(Printed printed, DateTimeOffset? at = null)
    {
        var officer = new Person(printed.HolderName, "nakato@example.org", Roles.Officer, "en", "UG");
        return new Certificate(ShortCourse.Enrolment(officer, EnrolmentState.Completed, Now), printed, 123, Code, 7, at ?? Now);
    }

    private async Task<List<(string Label, string Value)>> ShownAsync(Printed printed)
    {
        await using var renderer = new HtmlRenderer(Services, Services.GetRequiredService<ILoggerFactory>());
        var face = Press.FaceOf(Issue(printed));
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(PrintedFacts.Face)] = face });
            return (await renderer.RenderComponentAsync<PrintedFacts>(parameters)).ToHtmlString();
        });
        var list = new HtmlParser().ParseDocument(html).QuerySelector("dl.facts")!;
        return [.. list.QuerySelectorAll("dt").Zip(list.QuerySelectorAll("dd"), (label, value) => (label.TextContent, value.TextContent))];
    }

    private static IConfiguration Configured(string? address) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Academy:Address", address)]).Build();
}
