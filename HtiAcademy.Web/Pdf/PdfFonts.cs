namespace HtiAcademy.Web.Pdf;

/// <summary>The fonts that the academy's papers are set in, kept in the assembly and read on first use.</summary>
public static class PdfFonts
{
    private static readonly Lazy<TrueTypeFont> LazyRegular = Embedded("NotoSans-Regular.ttf");
    private static readonly Lazy<TrueTypeFont> LazyBold = Embedded("NotoSans-Bold.ttf");
    private static readonly Lazy<TrueTypeFont> LazySerif = Embedded("NotoSerif-SemiBold.ttf");

    public static TrueTypeFont Regular => LazyRegular.Value;

    public static TrueTypeFont Bold => LazyBold.Value;

    public static TrueTypeFont Serif => LazySerif.Value;

    private static Lazy<TrueTypeFont> Embedded(string file) => new(() =>
    {
        using var resource = typeof(PdfFonts).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not in the assembly: eng/Assets.targets puts it there.");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return new TrueTypeFont(bytes);
    });
}
