using HtiAcademy.Web.Pdf;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Certificates;

/// <summary>What stands beside the modules of a record of training, set smaller where it would overflow its box.</summary>
internal sealed class RecordAside(PdfPage page, PdfBox box, IStringLocalizer<Words> words)
{
    private const double Indent = 11;

    /// <summary>The space above the first heading, which then stands on one line with the headings of the modules.</summary>
    private const double First = 3;

    private static readonly PdfStyle Heading = new(PdfFonts.Bold, 9.5, PdfPalette.Navy, Leading: 1.25);
    private static readonly PdfStyle Plain = new(PdfFonts.Regular, 8.5, PdfPalette.Ink, Leading: 1.35);
    private static readonly PdfStyle Address = new(PdfFonts.Bold, 8, PdfPalette.Ink, Leading: 1.35);

    private readonly List<Part> _parts = [];

    public void Practised(IReadOnlyList<string> exercises)
    {
        if (exercises.Count == 0)
        {
            return;
        }

        _parts.Add(new(Heading, First, words["Observed practice"], () => page.Section.Add(PdfTag.H3)));
        _parts.Add(new(Plain, 2, words["A trainer watched each exercise and signed it off:"], Paragraph));
        PdfElement? list = null;
        _parts.AddRange(exercises.Select(exercise =>
            new Part(Plain, 2, exercise, () => (list ??= page.Section.Add(PdfTag.L)).Add(PdfTag.LI).Add(PdfTag.LBody)) { Indent = Indent }));
    }

    public void Checking(CertificateFace face)
    {
        var (address, offline) = (face.VerifyAddress.AbsoluteUri, new Uri(face.VerifyAddress, "offline").AbsoluteUri);
        // After its last slash stands the code: the one place where an address may break and still be copied rightly.
        var code = address.LastIndexOf('/') + 1;
        _parts.Add(new(Plain, _parts.Count == 0 ? First : 16, words["The minutes are for reading. The hours of training count practice and assessments too."], Paragraph));
        _parts.Add(new(Heading, 16, words["How to check this paper"], () => page.Section.Add(PdfTag.H3)));
        _parts.Add(new(Plain, 2, words["Scan the code on the certificate, or open this page:"], Paragraph));
        _parts.Add(new(Address, 1, $"{address[..code]}\n{address[code..]}", Paragraph) { Target = face.VerifyAddress });
        if (face.Statement is not null)
        {
            _parts.Add(new(Plain, 5, words["Where there is no connection, a copy of {0} saved beforehand reads the code by itself.", offline], Paragraph));
        }

        _parts.Add(new(Plain, 5, words["The PDF file of this certificate is signed electronically: a PDF reader shows the academy’s signature."], Paragraph));
        _parts.Add(new(Plain, 5, words["The same file carries an Open Badge for digital wallets."], Paragraph));
    }

    public void Draw()
    {
        var scale = 1.0;
        while (_parts.Sum(part => part.HeightAt(scale, box.Width)) > box.Height && scale > 0.3)
        {
            scale -= 0.04;
        }

        var y = box.Y;
        foreach (var part in _parts)
        {
            DrawPart(part, scale, y);
            y += part.HeightAt(scale, box.Width);
        }
    }

    private void DrawPart(Part part, double scale, double top)
    {
        var (style, lines, x) = (part.StyleAt(scale), part.LinesAt(scale, box.Width), box.X + part.Indent);
        var y = top + part.Above * scale + style.Size;
        if (part.Target is { } target)
        {
            page.Link(new(x, y - style.Size, box.Width, lines.Count * style.LineHeight), target, $"{words["Check this certificate at"]} {target.AbsoluteUri}",
                canvas => canvas.Lines(style, x, y, box.Width, lines));
            return;
        }

        page.Mark(part.Element(), canvas => canvas.Lines(style, x, y, box.Width - part.Indent, lines));
        if (part.Indent > 0)
        {
            page.Artifact(canvas => canvas.Fill(new(box.X + 1, y - style.CapHeight / 2 - 1.5, 3, 3), PdfPalette.Gold));
        }
    }

    private PdfElement Paragraph() => page.Section.Add(PdfTag.P);

    /// <param name="Above">The space above it, in points.</param>
    /// <param name="Element">Called when its turn comes: elements are read in the order in which they are made.</param>
    private sealed record Part(PdfStyle Style, double Above, string Text, Func<PdfElement> Element)
    {
        public double Indent { get; init; }

        public Uri? Target { get; init; }

        public PdfStyle StyleAt(double scale) => Style with { Size = Style.Size * scale };

        public IReadOnlyList<string> LinesAt(double scale, double width) => StyleAt(scale).Wrap(Text, width - Indent);

        public double HeightAt(double scale, double width) => Above * scale + LinesAt(scale, width).Count * StyleAt(scale).LineHeight;
    }
}
