using QRCoder;

namespace HtiAcademy.Web.Pdf;

public static class QrCode
{
    /// <summary>Modules of white around the code that readers need (ISO/IEC 18004); QRCoder's matrix holds them.</summary>
    private const int QuietZone = 4;

    /// <summary>Draws a QR code as vectors, with its quiet zone around it.</summary>
    /// <param name="x">Of its middle, as y is.</param>
    /// <param name="size">The width of the code itself in points, without its quiet zone.</param>
    public static void Draw(PdfPage page, double x, double y, double size, string text, string alternative)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var whole = size * modules.Count / (modules.Count - 2 * QuietZone);
        var box = new PdfBox(x - whole / 2, y - whole / 2, whole, whole);
        page.Figure(alternative, box, canvas => canvas.Cells(box, modules, PdfColor.Black));
    }
}
