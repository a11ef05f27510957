using System.Globalization;

namespace HtiAcademy.Web.Pdf;

/// <summary>
/// A sheet. Everything on it is either part of the document's structure, and so read aloud, or an artifact (a border,
/// a page number), and so passed over: there is no way to draw without saying which.
/// </summary>
public sealed class PdfPage
{
    private readonly PdfCanvas _canvas;
    private readonly List<PdfElement> _marked = [];
    private readonly List<PdfAnnotation> _annotations = [];

    internal PdfPage(EmbeddedFonts fonts, PaperSize paper, PdfElement section)
    {
        _canvas = new PdfCanvas(fonts, paper.Height);
        Paper = paper;
        Section = section;
    }

    public PaperSize Paper { get; }

    /// <summary>Where the page's text and figures belong in the structure; set it to begin another part.</summary>
    public PdfElement Section { get; set; }

    /// <summary>The object's number, known while the document is saved.</summary>
    internal int Number { get; private set; }

    /// <summary>One line of text that stands on y.</summary>
    public void Text(PdfTag tag, PdfStyle style, double x, double y, string text, PdfAlign align = PdfAlign.Left) =>
        Mark(Section.Add(tag), canvas => canvas.Text(style, x, y, text, align));

    /// <summary>Text broken into lines of <paramref name="width"/> points, the first standing on y.</summary>
    /// <param name="x">The left edge of the lines, however they are aligned between it and the right one.</param>
    /// <returns>The y on which the next line would stand.</returns>
    public double Paragraph(PdfTag tag, PdfStyle style, double x, double y, double width, string text, PdfAlign align = PdfAlign.Left)
    {
        var lines = style.Wrap(text, width);
        Mark(Section.Add(tag), canvas => canvas.Lines(style, x, y, width, lines, align));
        return y + lines.Count * style.LineHeight;
    }

    /// <summary>Draws what <paramref name="element"/> stands for.</summary>
    public void Mark(PdfElement element, Action<PdfCanvas> draw)
    {
        element.AddMarks(this, _marked.Count);
        _canvas.Append(string.Create(CultureInfo.InvariantCulture, $"/{element.Tag} <</MCID {_marked.Count}>> BDC"));
        _marked.Add(element);
        draw(_canvas);
        _canvas.Append("EMC");
    }

    public void Artifact(Action<PdfCanvas> draw)
    {
        _canvas.Append("/Artifact BMC");
        draw(_canvas);
        _canvas.Append("EMC");
    }

    /// <param name="alternative">What the figure tells, in words, for someone who cannot see it.</param>
    public void Figure(string alternative, PdfBox box, Action<PdfCanvas> draw) =>
        Mark(Section.AddWith(PdfTag.Figure, $"/Alt{PdfSyntax.Text(alternative)}/A<</O/Layout/BBox[{Corners(box)}]>>"), draw);

    /// <param name="description">Where the link leads, in words.</param>
    public void Link(PdfBox box, Uri target, string description, Action<PdfCanvas> draw)
    {
        var element = Section.Add(PdfTag.P).Add(PdfTag.Link);
        Mark(element, draw);
        var annotation = new PdfAnnotation(element, Corners(box), target, description);
        element.AddAnnotation(annotation);
        _annotations.Add(annotation);
    }

    /// <summary>Shows a drawing that the document keeps once.</summary>
    public void Place(PdfStamp stamp) => Artifact(canvas => canvas.Append($"/{stamp.Name} Do"));

    internal void Reserve(PdfFile file) => Number = file.Reserve();

    /// <param name="parents">Takes in, under the numbers it gives, which element each mark and link belongs to.</param>
    /// <param name="fields">Of a form, written already.</param>
    internal void WriteTo(PdfFile file, int pages, int resources, PdfParentTree parents, params IEnumerable<int> fields)
    {
        var content = file.AddStream("", _canvas.Content);
        var annotations = _annotations.Select(annotation => annotation.WriteTo(file, parents)).Concat(fields).ToList();
        var links = annotations.Count == 0 ? "" : $"/Annots[{PdfSyntax.References(annotations)}]";
        file.Set(Number, string.Create(CultureInfo.InvariantCulture,
            $"<</Type/Page/Parent {PdfSyntax.Reference(pages)}/MediaBox[0 0 {PdfSyntax.Numbers(Paper.Width, Paper.Height)}]/Tabs/S/StructParents {parents.AddPage(_marked)}")
            + $"/Contents {PdfSyntax.Reference(content)}/Resources {PdfSyntax.Reference(resources)}{links}>>");
    }

    private string Corners(PdfBox box) => PdfSyntax.Numbers(box.X, Paper.Height - box.Bottom, box.Right, Paper.Height - box.Y);
}
