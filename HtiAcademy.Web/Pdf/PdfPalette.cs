namespace HtiAcademy.Web.Pdf;

/// <summary>The colours of the academy's papers.</summary>
public static class PdfPalette
{
    /// <summary>Of headings and of the academy's mark.</summary>
    public static PdfColor Navy { get; } = PdfColor.Hex("#0a3547");

    /// <summary>Of ornaments. Too light for text.</summary>
    public static PdfColor Gold { get; } = PdfColor.Hex("#e0a030");

    /// <summary>Of what is read.</summary>
    public static PdfColor Ink { get; } = PdfColor.Hex("#1d252b");

    /// <summary>Of labels and small print.</summary>
    public static PdfColor Grey { get; } = PdfColor.Hex("#55626b");

    /// <summary>Of hairlines and borders.</summary>
    public static PdfColor Mist { get; } = PdfColor.Hex("#b9c6cd");
}
