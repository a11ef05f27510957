using HarfBuzzSharp;

namespace HtiAcademy.Web.Pdf;

/// <summary>The fonts that the academy's papers are set in, kept in the assembly and read on first use.</summary>
public static class PdfFonts
{
    private static readonly Lazy<TrueTypeFont> LazyRegular = Embedded("NotoSans-Regular.ttf");
    private static readonly Lazy<TrueTypeFont> LazyBold = Embedded("NotoSans-Bold.ttf");
    private static readonly Lazy<TrueTypeFont> LazySerif = Embedded("NotoSerif-SemiBold.ttf");

    /// <summary>For the letters that those three lack: each is read when the first letter of its script is set.</summary>
    private static readonly Dictionary<Script, Lazy<TrueTypeFont>> OfScript = new()
    {
        [Script.Arabic] = Embedded("NotoSansArabic-Regular.ttf"),
        [Script.Armenian] = Embedded("NotoSansArmenian-Regular.ttf"),
        [Script.Bengali] = Embedded("NotoSansBengali-Regular.ttf"),
        [Script.Ethiopic] = Embedded("NotoSansEthiopic-Regular.ttf"),
        [Script.Georgian] = Embedded("NotoSansGeorgian-Regular.ttf"),
        [Script.Hebrew] = Embedded("NotoSansHebrew-Regular.ttf"),
        [Script.Tamil] = Embedded("NotoSansTamil-Regular.ttf"),
        [Script.Thai] = Embedded("NotoSansThai-Regular.ttf"),
    };

    public static TrueTypeFont Regular => LazyRegular.Value;

    public static TrueTypeFont Bold => LazyBold.Value;

    public static TrueTypeFont Serif => LazySerif.Value;

    /// <summary>Whether every letter of the text can be printed. Where one cannot, an empty box stands for it.</summary>
    public static bool Covers(string text) => !Missing(text).Any();

    /// <summary>The letters, with their marks, that would be printed as empty boxes; each once.</summary>
    public static IEnumerable<string> Missing(string text) =>
        TextCluster.Split(Regular, PdfSyntax.Printable(text)).Where(cluster => !cluster.Font.Draws(cluster.Text)).Select(cluster => cluster.Text).Distinct(StringComparer.Ordinal);

    /// <returns>The first that draws the letter with all its marks: the font wanted, the academy's sans, the script's own.</returns>
    internal static TrueTypeFont? Choose(TrueTypeFont wanted, string letter, Script script) =>
        wanted.Draws(letter) ? wanted
        : Regular.Draws(letter) ? Regular
        : OfScript.TryGetValue(script, out var font) && font.Value.Draws(letter) ? font.Value
        : null;

    private static Lazy<TrueTypeFont> Embedded(string file) => new(() =>
    {
        using var resource = typeof(PdfFonts).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not in the assembly: eng/Assets.targets puts it there.");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return new TrueTypeFont(bytes);
    });
}
