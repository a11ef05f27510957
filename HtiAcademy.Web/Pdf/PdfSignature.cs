using System.Globalization;
using System.Text;

namespace HtiAcademy.Web.Pdf;

/// <summary>The place that a signature has in a file: it signs every byte but its own (ISO 32000-1, 12.8.1).</summary>
internal sealed class PdfSignature(PdfSigner signer)
{
    private const int Printed = 4, Locked = 128;
    // As wide as the byte range of the largest file can be.
    // The author's signature, after which nothing may be changed (ISO 32000-1, 12.8.2.2).
    private const string NoChanges = "/Reference[<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</Type/TransformParams/P 1/V/1.2>>>>]";
    private const string UnknownRange = "[0                                  ]";
    private int _range;
    private int _contents;

    /// <summary>The object's number, once its field is written.</summary>
    public int Number { get; private set; }

    private int ContentsEnd => _contents + 2 * signer.Room + 2;

    /// <summary>Writes the field that holds the signature: PDF wants it on a page, where it shows nothing.</summary>
    /// <param name="element">What the field is in the document's structure.</param>
    public int WriteField(PdfFile file, int page, int parent, PdfElement element)
    {
        var signature = Number = file.Reserve();
        var field = file.Add(string.Create(CultureInfo.InvariantCulture, $"<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature)/TU{PdfSyntax.Text(signer.Reason)}")
            + string.Create(CultureInfo.InvariantCulture, $"/F {Printed + Locked}/Rect[0 0 0 0]/P {PdfSyntax.Reference(page)}/V {PdfSyntax.Reference(signature)}/StructParent {parent}>>"));
        element.AddObject(field);
        var before = $"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached{signer.Entries}{NoChanges}/ByteRange";
        var start = file.SetPlain(signature, $"{before}{UnknownRange}/Contents<{new string('0', 2 * signer.Room)}>>>");
        _range = start + before.Length;
        _contents = _range + UnknownRange.Length + "/Contents".Length;
        return field;
    }

    /// <summary>Signs the finished file in place.</summary>
    public void Sign(byte[] file)
    {
        var range = string.Create(CultureInfo.InvariantCulture, $"[0 {_contents} {ContentsEnd} {file.Length - ContentsEnd}").PadRight(UnknownRange.Length - 1) + "]";
        Encoding.ASCII.GetBytes(range, file.AsSpan(_range));
        var signature = signer.Sign([.. file.AsSpan(0, _contents), .. file.AsSpan(ContentsEnd)]);
        Encoding.ASCII.GetBytes(Convert.ToHexString(signature), file.AsSpan(_contents + 1));
    }
}
