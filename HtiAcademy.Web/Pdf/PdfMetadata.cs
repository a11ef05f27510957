using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace HtiAcademy.Web.Pdf;

/// <summary>What the file says of itself, twice: as XMP, and in the older form that many viewers still show.</summary>
internal sealed record PdfMetadata(string Title, string Language, string Author, string Subject, DateTimeOffset Created, string Producer)
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Pdf = "http://ns.adobe.com/pdf/1.3/";
    private static readonly XNamespace Meta = "adobe:ns:meta/";

    public int WriteInfo(PdfFile file) => file.Add($"<</Title{PdfSyntax.Text(Title)}/Author{PdfSyntax.Text(Author)}/Subject{PdfSyntax.Text(Subject)}"
        + $"/Producer{PdfSyntax.Text(Producer)}/CreationDate{PdfSyntax.Date(Created)}/ModDate{PdfSyntax.Date(Created)}>>");

    /// <summary>Uncompressed, so that programs that know nothing of PDF find it.</summary>
    public int WriteXmp(PdfFile file) => file.AddStream("/Type/Metadata/Subtype/XML",
        Encoding.UTF8.GetBytes($"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{Packet()}\n<?xpacket end=\"r\"?>"), compressed: false);

    private XElement Packet()
    {
        var time = Created.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return new XElement(Meta + "xmpmeta", new XAttribute(XNamespace.Xmlns + "x", Meta),
            new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf),
                new XElement(Rdf + "Description", new XAttribute(Rdf + "about", ""), new XAttribute(XNamespace.Xmlns + "dc", Dc),
                    new XAttribute(XNamespace.Xmlns + "xmp", Xmp), new XAttribute(XNamespace.Xmlns + "pdf", Pdf),
                    new XElement(Dc + "format", "application/pdf"),
                    new XElement(Dc + "title", Translated(Title)),
                    new XElement(Dc + "creator", new XElement(Rdf + "Seq", Item(Author))),
                    new XElement(Dc + "description", Translated(Subject)),
                    new XElement(Dc + "language", new XElement(Rdf + "Bag", Item(Language))),
                    new XElement(Xmp + "CreateDate", time),
                    new XElement(Xmp + "ModifyDate", time),
                    new XElement(Pdf + "Producer", Producer))));
    }

    private static XElement Translated(string text) => new(Rdf + "Alt", Item(text, new XAttribute(XNamespace.Xml + "lang", "x-default")));

    private static XElement Item(string text, XAttribute? attribute = null) => new(Rdf + "li", attribute, PdfSyntax.Printable(text));
}
