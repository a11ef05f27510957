using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using HtiAcademy.Tests.Certificates;
using HtiAcademy.Web.Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using QRCoder;

namespace HtiAcademy.Tests.Browser;

/// <summary>The page that checks certificates without a network, as a clerk uses it: saved, and opened from the disk.</summary>
public sealed class OfflinePageTests(OfflinePageTests.SavedPage saved) : IClassFixture<OfflinePageTests.SavedPage>
{
    private static readonly AxeRunOptions Wcag = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

    [Fact]
    public async Task Saved_and_opened_from_the_disk_it_shows_what_the_academy_signed()
    {
        await using var browser = await OpenAsync();
        var page = browser.Pages[0];

        await CheckAsync(page, $"HTTPS://ACADEMY.EXAMPLE.ORG/VERIFY/7K3M9QXWT2HDVB4CR8NE6PYA1F/{saved.Statement}");

        (await HeadingAsync(page)).Should().Be("Genuine: the academy signed what stands here");
        (await FactsAsync(page)).Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["Name"] = "Nakato Florence Nabirye", ["Rank"] = "Inspector", ["Agency"] = "Uganda Police Force", ["Course"] = "Screening at the border",
            ["Completed on"] = "June 15, 2026", ["Valid until"] = "June 15, 2028", ["Hours of training"] = "4.5", ["Result"] = "90–100 %",
            ["Country"] = "Uganda", ["Certificate number"] = "HTI-UG-2026-000123", ["Issued by"] = "academy.example.org",
        });
        (await page.TextContentAsync("#answer")).Should().Contain("cannot know whether the certificate was revoked, replaced or corrected");
        (await page.EvaluateAsync<string>("document.activeElement.localName")).Should().Be("h2", "the answer has the focus");
        (await page.IsHiddenAsync("#save")).Should().BeTrue("it is saved already");
    }

    [Fact]
    public async Task A_changed_letter_is_told_as_altered()
    {
        await using var browser = await OpenAsync();
        var third = saved.Statement.Length / 3;

        await CheckAsync(browser.Pages[0], $"{saved.Statement[..third]}{(saved.Statement[third] == 'A' ? 'B' : 'A')}{saved.Statement[(third + 1)..]}");

        (await HeadingAsync(browser.Pages[0])).Should().Be("Altered: this is not what the academy signed");
        (await browser.Pages[0].Locator("#answer table").CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task What_another_signed_is_told_as_of_an_unknown_key()
    {
        using var others = new KeyRing();
        await using var browser = await OpenAsync();

        await CheckAsync(browser.Pages[0], Statement.Sign(SampleFacts.Usual, await others.StartAsync()));

        (await HeadingAsync(browser.Pages[0])).Should().Be("Unknown key: this page cannot tell who signed this");
    }

    [Fact]
    public async Task Another_text_is_told_as_such()
    {
        await using var browser = await OpenAsync();

        await CheckAsync(browser.Pages[0], "7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F");

        (await HeadingAsync(browser.Pages[0])).Should().Be("This is not the text of a certificate's QR code");
    }

    [Fact]
    public async Task By_the_date_of_the_device_it_says_that_the_validity_is_over()
    {
        await using var browser = await OpenAsync();
        await browser.Pages[0].Clock.SetFixedTimeAsync(new DateTime(2028, 6, 16, 12, 0, 0, DateTimeKind.Utc));

        await CheckAsync(browser.Pages[0], saved.Statement);

        (await browser.Pages[0].TextContentAsync("#answer .expired")).Should().Be("By the date of this device its validity is over: it was valid until June 15, 2028.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_reads_a_picture_and_a_photo_of_the_QR_code(bool photographed)
    {
        await using var browser = await OpenAsync();
        var page = browser.Pages[0];
        var picture = Code($"HTTPS://ACADEMY.EXAMPLE.ORG/VERIFY/7K3M9QXWT2HDVB4CR8NE6PYA1F/{saved.Statement}");
        var file = photographed ? await PhotographAsync(picture) : picture;

        await page.SetInputFilesAsync("#photo", new FilePayload { Name = "photo", MimeType = photographed ? "image/jpeg" : "image/png", Buffer = file });

        (await HeadingAsync(page)).Should().StartWith("Genuine");
    }

    [Fact]
    public async Task It_says_when_a_photo_shows_no_code_or_a_file_is_no_photo()
    {
        await using var browser = await OpenAsync();
        var page = browser.Pages[0];

        await page.SetInputFilesAsync("#photo", new FilePayload { Name = "blank.png", MimeType = "image/png", Buffer = await page.ScreenshotAsync() });
        await Assertions.Expect(page.Locator("#answer")).ToContainTextAsync("No QR code was found");
        await page.SetInputFilesAsync("#photo", new FilePayload { Name = "text.png", MimeType = "image/png", Buffer = "no image"u8.ToArray() });
        await Assertions.Expect(page.Locator("#answer")).ToContainTextAsync("cannot be opened as a photo");
    }

    [Fact]
    public async Task A_scanners_enter_key_checks()
    {
        await using var browser = await OpenAsync();

        await browser.Pages[0].FillAsync("#text", saved.Statement);
        await browser.Pages[0].PressAsync("#text", "Enter");

        (await HeadingAsync(browser.Pages[0])).Should().StartWith("Genuine");
    }

    [Theory]
    [InlineData("es", "Auténtico: la academia firmó lo que aquí consta", "15 de junio de 2026")]
    [InlineData("fr", "Authentique\u00a0: l’académie a signé ce qui figure ici", "15 juin 2026")]
    public async Task It_speaks_the_visitors_language(string language, string told, string day)
    {
        await using var browser = await OpenAsync(await saved.SaveAsync(language));

        await CheckAsync(browser.Pages[0], saved.Statement);

        (await HeadingAsync(browser.Pages[0])).Should().Be(told);
        (await FactsAsync(browser.Pages[0])).Values.Should().Contain(day);
        (await browser.Pages[0].GetAttributeAsync("html", "lang")).Should().Be(language);
    }

    [Fact]
    public async Task It_holds_to_what_can_be_checked_of_accessibility_on_a_small_phone()
    {
        // The saved file's policy keeps the checker out as it keeps out everything else.
        await using var phone = await saved.App.Chromium.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 740 }, BypassCSP = true });
        var page = await phone.NewPageAsync();
        await page.GotoAsync(saved.App.Url + "verify/offline");
        await CheckAxeAsync(page);
        await CheckAsync(page, saved.Statement);
        await HeadingAsync(page);
        await CheckAxeAsync(page);
    }

    [Fact]
    public async Task Served_or_saved_it_asks_for_nothing_else_and_its_policy_lets_it_run()
    {
        await using var browser = await saved.App.Chromium.NewContextAsync();
        var page = await browser.NewPageAsync();
        var asked = new List<string>();
        var complaints = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);
        var response = await page.GotoAsync(saved.App.Url + "verify/offline");

        await CheckAsync(page, saved.Statement);

        (await HeadingAsync(page)).Should().StartWith("Genuine");
        asked.Where(url => !url.EndsWith("/favicon.ico")).Should().Equal(saved.App.Url + "verify/offline");
        complaints.Where(c => !c.Contains("favicon")).Should().BeEmpty();
        response!.Headers["content-security-policy"].Should().StartWith("default-src 'none'; script-src 'sha256-").And.Contain("connect-src 'none'").And.EndWith("frame-ancestors 'none'").And.NotContain("unsafe");
        (await page.IsVisibleAsync("#save a[download]")).Should().BeTrue();
    }

    [Fact]
    public async Task Without_scripting_it_says_where_to_check_instead()
    {
        await using var browser = await saved.App.Chromium.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await browser.NewPageAsync();
        await page.GotoAsync(saved.App.Url + "verify/offline");

        (await page.InnerTextAsync("main")).Should().Contain("needs scripting").And.Contain("/verify");
        (await page.IsHiddenAsync("form")).Should().BeTrue();
    }

    [Fact]
    public void The_file_weighs_less_than_120_KB() =>
        new FileInfo(saved.File).Length.Should().BeInRange(60_000, 120_000);

    private static async Task CheckAsync(IPage page, string text)
    {
        await page.FillAsync("#text", text);
        await page.ClickAsync("form button");
    }

    private static async Task<string> HeadingAsync(IPage page) => await page.Locator("#answer h2").InnerTextAsync();

    private static async Task<Dictionary<string, string>> FactsAsync(IPage page)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in await page.Locator("#answer tr").AllAsync())
        {
            facts.Add(await row.Locator("th").InnerTextAsync(), await row.Locator("td").InnerTextAsync());
        }

        return facts;
    }

    private static async Task CheckAxeAsync(IPage page)
    {
        (await page.RunAxe(Wcag)).Violations.Select(v => $"{v.Id} {v.Help}").Should().BeEmpty();
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth")).Should().BeFalse();
    }

    private static byte[] Code(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(code);
        return png.GetGraphic(12);
    }

    /// <summary>Held askew in dull light, a little out of focus, and kept as JPEG.</summary>
    private async Task<byte[]> PhotographAsync(byte[] picture)
    {
        await using var studio = await saved.App.Chromium.NewContextAsync();
        var page = await studio.NewPageAsync();
        var jpeg = await page.EvaluateAsync<string>(
            """
            async picture => {
              const image = new Image();
              image.src = `data:image/png;base64,${picture}`;
              await image.decode();
              const canvas = document.createElement('canvas');
              [canvas.width, canvas.height] = [2400, 1800];
              const pen = canvas.getContext('2d');
              pen.fillStyle = '#b8b0a2';
              pen.fillRect(0, 0, 2400, 1800);
              pen.filter = 'blur(1.5px) contrast(.6)';
              pen.setTransform(1, .12, -.08, .96, 1200, 900);
              pen.drawImage(image, -600, -600, 1200, 1200);
              return canvas.toDataURL('image/jpeg', .6).split(',')[1];
            }
            """,
            Convert.ToBase64String(picture));
        return Convert.FromBase64String(jpeg);
    }

    private async Task<IBrowserContext> OpenAsync(string? file = null)
    {
        var browser = await saved.App.Chromium.NewContextAsync(new() { Offline = true, Locale = "en-US", ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(file ?? saved.File).AbsoluteUri);
        return browser;
    }

    public sealed class SavedPage : IAsyncLifetime
    {
        private readonly string _directory = Directory.CreateTempSubdirectory("saved-").FullName;

        public ServedApp App { get; } = new();

        public string File { get; private set; } = "";

        public string Statement { get; private set; } = "";

        public async Task InitializeAsync()
        {
            await App.ServeAsync();
            Statement = ProvenCertificate.Prove(App.Services.GetRequiredService<AcademyKeys>()).Statement;
            File = await SaveAsync("en");
        }

        /// <summary>By the link on the page, as a visitor would.</summary>
        public async Task<string> SaveAsync(string language)
        {
            await using var browser = await App.Chromium.NewContextAsync(new() { Locale = language });
            var page = await browser.NewPageAsync();
            await page.GotoAsync(App.Url + "verify/offline");
            var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("#save a"));
            var file = Path.Combine(_directory, $"{language}-{download.SuggestedFilename}");
            await download.SaveAsAsync(file);
            return file;
        }

        public async Task DisposeAsync()
        {
            await App.DisposeAsync();
            Directory.Delete(_directory, recursive: true);
        }
    }
}
