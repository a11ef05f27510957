using System.IO.Compression;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Pdf;

namespace HtiAcademy.Web.Certificates;

/// <summary>Many certificates on their way into one file.</summary>
internal abstract class Sheaf : IDisposable
{
    public int Count { get; private set; }

    public static Sheaf Of(PrintRun run, CertificatePress press)
    {
        var paper = PaperSizes.Read(run.Paper);
        return run.Form == PrintForm.OneFile ? new OneFile(press, paper, run.AskedAt) : new Archive(press, paper);
    }

    public void Add(Certificate certificate, byte[]? emblem)
    {
        Draw(certificate, emblem);
        Count++;
    }

    /// <summary>The file, once everything is in it.</summary>
    public abstract byte[] Finish();

    public virtual void Dispose() => GC.SuppressFinalize(this);

    protected abstract void Draw(Certificate certificate, byte[]? emblem);

    private sealed class OneFile(CertificatePress press, PaperSize paper, DateTimeOffset created) : Sheaf
    {
        private readonly CertificatePdf _pdf = press.Begin(paper, created);

        public override byte[] Finish() => press.Finish(_pdf, created);

        protected override void Draw(Certificate certificate, byte[]? emblem) => _pdf.Add(press.FaceOf(certificate, emblem));
    }

    private sealed class Archive : Sheaf
    {
        private readonly CertificatePress _press;
        private readonly PaperSize _paper;
        private readonly MemoryStream _bytes = new();
        private readonly ZipArchive _zip;

        public Archive(CertificatePress press, PaperSize paper)
        {
            _press = press;
            _paper = paper;
            _zip = new ZipArchive(_bytes, ZipArchiveMode.Create, leaveOpen: true);
        }

        public override byte[] Finish()
        {
            // What a ZIP holds is written last.
            _zip.Dispose();
            return _bytes.ToArray();
        }

        public override void Dispose()
        {
            _zip.Dispose();
            _bytes.Dispose();
            base.Dispose();
        }

        protected override void Draw(Certificate certificate, byte[]? emblem)
        {
            // A PDF is compressed in itself.
            var entry = _zip.CreateEntry(FileNames.Of(certificate), CompressionLevel.NoCompression);
            entry.LastWriteTime = certificate.IssuedAt;
            using var stream = entry.Open();
            stream.Write(_press.Print(certificate, _paper, emblem));
        }
    }
}
