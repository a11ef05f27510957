using System.Globalization;

namespace HtiAcademy.Web.Pdf;

/// <summary>
/// A tagged PDF 1.7 file with its fonts embedded. The same calls make the same bytes. Not for use by several threads at once.
/// </summary>
/// <param name="language">The language of the text, where a part does not name another.</param>
/// <param name="created">Printed nowhere; kept with the title, author and subject for those who file papers.</param>
public sealed class PdfDocument(string title, CultureInfo language, string author, string subject, DateTimeOffset created)
{
    // What red, green and blue are, so that they look the same on every screen and printer: sRGB's primaries and white.
    private const string SRgb = "[/CalRGB<</WhitePoint[0.9505 1 1.089]/Gamma[2.2 2.2 2.2]/Matrix[0.4124 0.2126 0.0193 0.3576 0.7152 0.1192 0.1805 0.0722 0.9505]>>]";
    private readonly EmbeddedFonts _fonts = new();
    // In the order of their names, as PDF wants them.
    private readonly SortedDictionary<string, PdfAttachment> _attachments = new(StringComparer.Ordinal);
    private readonly List<PdfStamp> _stamps = [];
    private readonly Dictionary<string, PdfImage> _images = new(StringComparer.Ordinal);
    private readonly List<PdfPage> _pages = [];

    /// <summary>The whole document's element; pages add to it unless their section is changed.</summary>
    public PdfElement Root { get; } = new(PdfTag.Document);

    public IReadOnlyList<PdfPage> Pages => _pages;

    /// <summary>The program that made the file, as the file tells it.</summary>
    public string Producer { get; init; } = "HTI Academy";

    public PdfPage AddPage(PaperSize paper)
    {
        var page = new PdfPage(_fonts, paper, Root);
        _pages.Add(page);
        return page;
    }

    /// <summary>A decoration that many pages show and the file holds once.</summary>
    public PdfStamp AddStamp(PaperSize paper, Action<PdfCanvas> draw)
    {
        var canvas = new PdfCanvas(_fonts, paper.Height);
        draw(canvas);
        var stamp = new PdfStamp(string.Create(CultureInfo.InvariantCulture, $"X{_stamps.Count}"), paper, canvas);
        _stamps.Add(stamp);
        return stamp;
    }

    /// <summary>A picture that pages can show. The same bytes are kept in the file once.</summary>
    /// <exception cref="InvalidDataException">They are no PNG image.</exception>
    public PdfImage AddImage(byte[] png)
    {
        var picture = PdfPicture.Read(png);
        return _images.TryGetValue(picture.Content, out var image)
            ? image
            : _images[picture.Content] = new PdfImage(string.Create(CultureInfo.InvariantCulture, $"I{_images.Count}"), picture);
    }

    /// <summary>Puts a file into this one, for whoever opens it to save.</summary>
    /// <param name="description">What the file is, in words.</param>
    /// <exception cref="ArgumentException">The name is empty, or another attachment has it.</exception>
    public void Attach(string name, string mimeType, byte[] content, string description, PdfRelationship relationship)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!_attachments.TryAdd(name, new(name, mimeType, content, description, relationship)))
        {
            throw new ArgumentException($"Another attachment is named {name}.", nameof(name));
        }
    }

    /// <param name="signer">Signs the whole file.</param>
    /// <exception cref="InvalidOperationException">There is a signer, and no page to put the signature on.</exception>
    public byte[] Save(PdfSigner? signer = null)
    {
        if (signer is not null && _pages.Count == 0)
        {
            throw new InvalidOperationException("A document needs a page to be signed.");
        }

        var file = new PdfFile();
        var (catalog, pages, resources) = (file.Reserve(), file.Reserve(), file.Reserve());
        _pages.ForEach(page => page.Reserve(file));
        var parents = new PdfParentTree();
        var signature = signer is null ? null : new PdfSignature(signer);
        var signed = new PdfElement(PdfTag.Form);
        var field = signature?.WriteField(file, _pages[0].Number, parents.AddObject(signed), signed);
        foreach (var page in _pages)
        {
            page.WriteTo(file, pages, resources, parents, field is { } number && page == _pages[0] ? [number] : []);
        }

        file.Set(pages, string.Create(CultureInfo.InvariantCulture,
            $"<</Type/Pages/Count {_pages.Count}/Kids[{PdfSyntax.References(_pages.Select(page => page.Number))}]>>"));
        var stamps = string.Concat(_stamps.Select(stamp => $"/{stamp.Name} {PdfSyntax.Reference(stamp.WriteTo(file, resources))}"));
        var images = string.Concat(_images.Values.Select(image => $"/{image.Name} {PdfSyntax.Reference(image.WriteTo(file))}"));
        file.Set(resources, $"<</Font<<{_fonts.WriteTo(file)}>>/XObject<<{stamps}{images}>>/ColorSpace<</DefaultRGB {SRgb}>>>>");
        var structure = parents.WriteTo(file, Root, signature is null ? null : signed);
        var metadata = new PdfMetadata(title, language.Name, author, subject, created, Producer);
        file.Set(catalog, $"<</Type/Catalog/Pages {PdfSyntax.Reference(pages)}/Lang({language.Name})/MarkInfo<</Marked true>>"
            + $"/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot {PdfSyntax.Reference(structure)}/Metadata {PdfSyntax.Reference(metadata.WriteXmp(file))}"
            + $"{Attachments(file)}{(field is { } only ? $"/AcroForm<</SigFlags 3/Fields[{PdfSyntax.Reference(only)}]>>/Perms<</DocMDP {PdfSyntax.Reference(signature!.Number)}>>" : "")}>>");
        var bytes = file.Close(catalog, metadata.WriteInfo(file));
        signature?.Sign(bytes);
        return bytes;
    }

    private string Attachments(PdfFile file)
    {
        if (_attachments.Count == 0)
        {
            return "";
        }

        var numbers = _attachments.Values.Select(attachment => (attachment.Name, Number: attachment.WriteTo(file, created))).ToList();
        var names = string.Concat(numbers.Select(attached => $"{PdfSyntax.Text(attached.Name)}{PdfSyntax.Reference(attached.Number)} "));
        return $"/AF[{PdfSyntax.References(numbers.Select(attached => attached.Number))}]/Names<</EmbeddedFiles<</Names[{names}]>>>>";
    }
}

/// <summary>A drawing kept once and placed on many pages.</summary>
public sealed class PdfStamp
{
    private readonly PaperSize _paper;
    private readonly PdfCanvas _canvas;

    internal PdfStamp(string name, PaperSize paper, PdfCanvas canvas)
    {
        Name = name;
        _paper = paper;
        _canvas = canvas;
    }

    internal string Name { get; }

    internal int WriteTo(PdfFile file, int resources) => file.AddStream(
        $"/Type/XObject/Subtype/Form/BBox[0 0 {PdfSyntax.Numbers(_paper.Width, _paper.Height)}]/Resources {PdfSyntax.Reference(resources)}", _canvas.Content);
}
