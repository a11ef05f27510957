using System.Globalization;

namespace HtiAcademy.Web.Pdf;

/// <summary>A link that can be followed on screen.</summary>
internal sealed class PdfAnnotation(PdfElement element, string corners, Uri target, string description)
{
    private const int Printed = 4;

    /// <summary>The object's number, known once it is written.</summary>
    public int Number { get; private set; }

    public int WriteTo(PdfFile file, PdfParentTree parents)
    {
        // A URI is written in ASCII, and the characters that end a PDF string are kept out of it.
        var address = target.AbsoluteUri.Replace("\\", "%5C", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);
        return Number = file.Add(string.Create(CultureInfo.InvariantCulture,
            $"<</Type/Annot/Subtype/Link/F {Printed}/Rect[{corners}]/Border[0 0 0]/StructParent {parents.AddObject(element)}")
            + $"/Contents{PdfSyntax.Text(description)}/A<</S/URI/URI({address})>>>>");
    }
}

/// <summary>The way back from the marks and links of the pages to the structure (ISO 32000-1, 14.7.4.4).</summary>
internal sealed class PdfParentTree
{
    private readonly List<Func<string>> _parents = [];

    public int AddPage(IReadOnlyList<PdfElement> marked) => Add(() => $"[{PdfSyntax.References(marked.Select(element => element.Number))}]");

    public int AddObject(PdfElement element) => Add(() => PdfSyntax.Reference(element.Number));

    /// <summary>Writes the structure and, since its elements then have their numbers, the way back to them.</summary>
    /// <param name="last">An element that stands at the end of the structure in this file only.</param>
    public int WriteTo(PdfFile file, PdfElement root, PdfElement? last)
    {
        var tree = file.Reserve();
        var document = root.WriteTo(file, tree, last);
        var numbers = string.Join(' ', _parents.Select((parent, key) => string.Create(CultureInfo.InvariantCulture, $"{key} {parent()}")));
        var parents = file.Add($"<</Nums[{numbers}]>>");
        file.Set(tree, string.Create(CultureInfo.InvariantCulture,
            $"<</Type/StructTreeRoot/K {PdfSyntax.Reference(document)}/ParentTree {PdfSyntax.Reference(parents)}/ParentTreeNextKey {_parents.Count}>>"));
        return tree;
    }

    private int Add(Func<string> parent)
    {
        _parents.Add(parent);
        return _parents.Count - 1;
    }
}
