using System.Globalization;

namespace HtiAcademy.Web.Pdf;

/// <summary>A part of the document's structure, which says in reading order what the marks on the pages mean.</summary>
public sealed class PdfElement
{
    private readonly List<Func<PdfFile, int, string>> _kids = [];
    private readonly string _attributes;

    internal PdfElement(PdfTag tag, string attributes = "")
    {
        Tag = tag;
        _attributes = attributes;
    }

    public PdfTag Tag { get; }

    /// <summary>The object's number, known while the document is saved.</summary>
    internal int Number { get; private set; }

    /// <param name="language">A BCP 47 tag, where the element is in a language of its own.</param>
    public PdfElement Add(PdfTag tag, string? language = null) =>
        AddWith(tag, language is null ? "" : $"/Lang({CultureInfo.GetCultureInfo(language).Name})");

    /// <param name="attributes">Further entries of the element's dictionary, as PDF spells them.</param>
    internal PdfElement AddWith(PdfTag tag, string attributes)
    {
        var child = new PdfElement(tag, attributes);
        _kids.Add((file, self) => PdfSyntax.Reference(child.WriteTo(file, self)));
        return child;
    }

    internal void AddMarks(PdfPage page, int mark) => _kids.Add((_, _) =>
        string.Create(CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {PdfSyntax.Reference(page.Number)}/MCID {mark}>>"));

    internal void AddAnnotation(PdfAnnotation annotation) => _kids.Add((_, _) => $"<</Type/OBJR/Obj {PdfSyntax.Reference(annotation.Number)}>>");

    /// <param name="number">An object's that is written already.</param>
    internal void AddObject(int number) => _kids.Add((_, _) => $"<</Type/OBJR/Obj {PdfSyntax.Reference(number)}>>");

    /// <summary>Writes this element and all below it.</summary>
    /// <param name="last">One that stands below it in this file only.</param>
    internal int WriteTo(PdfFile file, int parent, PdfElement? last = null)
    {
        Number = file.Reserve();
        var kids = _kids.Select(kid => kid(file, Number)).ToList();
        if (last is not null)
        {
            kids.Add(PdfSyntax.Reference(last.WriteTo(file, Number)));
        }

        file.Set(Number, $"<</Type/StructElem/S/{Tag}/P {PdfSyntax.Reference(parent)}{_attributes}/K[{string.Join(' ', kids)}]>>");
        return Number;
    }
}
