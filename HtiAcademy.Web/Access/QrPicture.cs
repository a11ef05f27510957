using QRCoder;

namespace HtiAcademy.Web.Access;

/// <summary>A QR code in the page itself: what it holds is a secret, and has no address.</summary>
internal static class QrPicture
{
    private const int PixelsPerModule = 5;

    public static string Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return $"data:image/png;base64,{Convert.ToBase64String(picture.GetGraphic(PixelsPerModule))}";
    }
}
