using QRCoder;

namespace HtiAcademy.Web.Pdf;

/// <summary>
/// A QR code, drawn as vectors with its quiet zone around it. A text of capitals, digits and a few signs alone takes the
/// least room (ISO/IEC 18004, alphanumeric mode).
/// </summary>
public sealed class QrCode
{
    private const double Millimetre = 72 / 25.4;
    private const double Smallest = 30 * Millimetre;
    private const double Largest = 42 * Millimetre;

    /// <summary>The width of a module that an office printer prints and a cheap phone reads.</summary>
    private const double Module = 0.38 * Millimetre;

    /// <summary>Beyond it, less of the code is spent on repairing damage, so that its modules stay large enough to be read.</summary>
    private const int LargestVersionWithRoomForRepair = 20;

    /// <summary>Modules of white around the code that readers need; QRCoder's matrix holds them.</summary>
    private const int QuietZone = 4;

    private readonly QRCodeData _code;

    private QrCode(QRCodeData code)
    {
        _code = code;
        var modules = code.ModuleMatrix.Count - 2 * QuietZone;
        Size = Math.Clamp(modules * Module, Smallest, Largest);
        SizeWithQuietZone = Size * code.ModuleMatrix.Count / modules;
    }

    /// <summary>The width of the code itself, in points.</summary>
    public double Size { get; }

    public double SizeWithQuietZone { get; }

    public static QrCode Of(string text)
    {
        var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        return new(code.Version <= LargestVersionWithRoomForRepair ? code : QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.L));
    }

    /// <param name="x">Of its middle, as y is.</param>
    /// <param name="alternative">What it is, in words.</param>
    public void Draw(PdfPage page, double x, double y, string alternative)
    {
        var box = new PdfBox(x - SizeWithQuietZone / 2, y - SizeWithQuietZone / 2, SizeWithQuietZone, SizeWithQuietZone);
        page.Figure(alternative, box, canvas => canvas.Cells(box, _code.ModuleMatrix, PdfColor.Black));
    }
}
