using System.Globalization;
using System.Security.Cryptography;

namespace HtiAcademy.Web.Pdf;

/// <summary>What an attached file is to the document (ISO 19005-3, annex E).</summary>
public enum PdfRelationship
{
    /// <summary>The data of which the document is a view.</summary>
    Data,

    /// <summary>What the document was made from.</summary>
    Source,

    /// <summary>The same in another form.</summary>
    Alternative,

    /// <summary>Something more.</summary>
    Supplement,
}

internal sealed record PdfAttachment(string Name, string MimeType, byte[] Content, string Description, PdfRelationship Relationship)
{
    public int WriteTo(PdfFile file, DateTimeOffset time)
    {
#pragma warning disable CA5351 // The format prescribes MD5. It finds a damaged file; who attached it is the signature's to prove.
        var checksum = Convert.ToHexString(MD5.HashData(Content));
#pragma warning restore CA5351
        var content = file.AddStream(string.Create(CultureInfo.InvariantCulture, $"/Type/EmbeddedFile/Subtype{PdfSyntax.Name(MimeType)}")
            + string.Create(CultureInfo.InvariantCulture, $"/Params<</Size {Content.Length}/CheckSum<{checksum}>/ModDate{PdfSyntax.Date(time)}>>"), Content);
        return file.Add($"<</Type/Filespec/F{PdfSyntax.Text(Name)}/UF{PdfSyntax.Text(Name)}/Desc{PdfSyntax.Text(Description)}"
            + $"/AFRelationship/{Relationship}/EF<</F {PdfSyntax.Reference(content)}/UF {PdfSyntax.Reference(content)}>>>>");
    }
}
