using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Certificates;
using HtiAcademy.Web.Pdf;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SkiaSharp;

namespace Bench;

/// <summary>How fast certificates of two pages are drawn and signed, in this process and without a server.</summary>
internal static class CertificateSpeed
{
    private const int Class = 500;
    private const int Singles = 300;
    private static readonly DateTimeOffset Issued = new(2026, 11, 3, 8, 0, 0, TimeSpan.Zero);

    /// <summary>To be called first: the memory is the most that the process ever had.</summary>
    public static void Measure(Table table)
    {
        using var key = RSA.Create(3072);
        using var certificate = new CertificateRequest("CN=Academy", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(Issued.AddDays(-1), Issued.AddYears(10));
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var words = services.GetRequiredService<IStringLocalizer<Words>>();
        var faces = Enumerable.Range(1, Class).Select(Face).ToList();
        // Unmeasured, until .NET has compiled it well.
        faces.Take(50).ToList().ForEach(face => Sign(face));

        var meter = new Stretch();
        var bytes = 0L;
        foreach (var face in faces.Take(Singles))
        {
            meter.Time(() => bytes += Sign(face).Length);
        }

        table.Add(meter.Read("A certificate of two pages, signed", Singles) with { Bytes = (double)bytes / Singles, Aim = "100 a second, 150 kB" });

        meter = new Stretch();
        var pdf = CertificatePdf.OfMany(PaperSize.A4, words, Issued);
        faces.ForEach(pdf.Add);
        var file = pdf.Save(signer: new PdfSigner(certificate, Issued, "Bench"));
        var row = meter.Read($"{Class} certificates in one signed file");
        using var process = Process.GetCurrentProcess();
        table.Add(row with { Bytes = file.Length, Megabytes = process.PeakWorkingSet64 / 1e6, Aim = "10 s, 400 MB" });

        byte[] Sign(CertificateFace face) => CertificatePdf.Of(face, PaperSize.A4, words, Issued).Save("header.payload.signature", new PdfSigner(certificate, Issued, "Bench"));
    }

    private static CertificateFace Face(int number) => new(
        "en-UG", $"Officer Number {number} Nakato", "Detective Inspector", "Directorate of Criminal Investigations", "Foundations of human trafficking cases", 6,
        new(2026, 11, 3), new(2028, 11, 3), "80–89 %", "Uganda", ["Okello James", "Sarah M. Whitfield"], $"HTI-UG-2026-{number:D6}", "7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F",
        new("https://academy.example.org/verify/7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F"),
        [.. Enumerable.Range(1, 6).Select(i => new PrintedModule($"Module {i}: what an officer must do", 30 + i))],
        ["Interview of a witness"], Emblem, Statement(number), null, null, 3);

    private static byte[] Emblem { get; } = Draw();

    // As long as a statement is, and different for each.
    private static string Statement(int number)
    {
        var random = new Random(number);
        return string.Concat(Enumerable.Range(0, 430).Select(_ => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[random.Next(32)]));
    }

    private static byte[] Draw()
    {
        using var surface = SKSurface.Create(new SKImageInfo(300, 300));
        using var paint = new SKPaint { Color = SKColors.DarkGreen };
        surface.Canvas.DrawCircle(150, 150, 140, paint);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
