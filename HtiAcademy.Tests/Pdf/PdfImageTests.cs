using System.Globalization;
using System.Text.RegularExpressions;
using HtiAcademy.Tests.Certificates;
using HtiAcademy.Web.Pdf;
using SkiaSharp;

namespace HtiAcademy.Tests.Pdf;

public class PdfImageTests
{
    private readonly PdfDocument _document = new("Image", CultureInfo.GetCultureInfo("en"), "Academy", "Tests", DateTimeOffset.UnixEpoch);

    [Fact]
    public void Colours_and_transparency_come_out_as_they_went_in()
    {
        using var pdf = Shown(Marks.Draw(40, 30, canvas =>
        {
            canvas.DrawRect(0, 0, 20, 30, new SKPaint { Color = new SKColor(200, 100, 50) });
            canvas.DrawRect(20, 10, 20, 20, new SKPaint { Color = new SKColor(0, 0, 255, 128) });
        }));
        pdf.Images().Should().HaveCount(2);
        using var colors = SKBitmap.Decode(pdf.Images()[0]);
        using var opacity = SKBitmap.Decode(pdf.Images()[1]);
        (colors.Width, colors.Height).Should().Be((40, 30));
        // Poppler reckons calibrated colours to within a few levels.
        SKColor drawn = colors.GetPixel(10, 15), clear = colors.GetPixel(30, 20);
        new int[] { drawn.Red, drawn.Green, drawn.Blue, clear.Red, clear.Green, clear.Blue }.Zip([200, 100, 50, 0, 0, 255], (now, was) => Math.Abs(now - was)).Should().OnlyContain(off => off <= 6);
        new[] { (10, 15), (30, 5), (30, 20) }.Select(at => opacity.GetPixel(at.Item1, at.Item2).Red).Should().Equal(255, 0, 128);
    }

    [Fact]
    public void Without_transparency_there_is_no_mask()
    {
        using var pdf = Shown(Marks.Plain(40, 30));
        Regex.Count(pdf.Objects, "/Subtype /Image").Should().Be(1);
        pdf.Check().Should().Contain("No syntax or stream encoding errors");
    }

    [Fact]
    public void Equal_images_are_one()
    {
        _document.AddImage([.. Marks.Shield]).Should().BeSameAs(_document.AddImage([.. Marks.Shield]));
        _document.AddImage(Marks.Wide).Should().NotBeSameAs(_document.AddImage(Marks.Shield));
    }

    [Fact]
    public void What_is_no_whole_PNG_is_refused()
    {
        byte[][] files = [[], [1, 2, 3], Marks.Photograph(20, 20), Marks.Shield[..(Marks.Shield.Length / 2)]];
        foreach (var file in files)
        {
            FluentActions.Invoking(() => _document.AddImage(file)).Should().Throw<InvalidDataException>();
        }
    }

    private PdfOnDisk Shown(byte[] png)
    {
        var image = _document.AddImage(png);
        var box = new PdfBox(50, 50, 80, 60);
        _document.AddPage(PaperSize.A4).Figure("A mark", box, canvas => canvas.Image(image, box));
        return new PdfOnDisk(_document.Save());
    }
}
