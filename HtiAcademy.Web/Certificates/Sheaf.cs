using System.IO.Compression;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Pdf;

namespace HtiAcademy.Web.Certificates;

/// <summary>Many certificates on their way into one file.</summary>
internal abstract class Sheaf : IAsyncDisposable
{
    public int Count { get; private set; }

    public static Sheaf Of(PrintForm form, CertificatePress press, PaperSize paper) =>
        form == PrintForm.OneFile ? new OneFile(press, paper) : new Archive(press, paper);

    public async Task AddAsync(Certificate certificate, byte[]? emblem, CancellationToken cancellationToken)
    {
        await DrawAsync(certificate, emblem, cancellationToken);
        Count++;
    }

    /// <summary>The file, once everything is in it.</summary>
    public abstract byte[] Bytes();

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected abstract Task DrawAsync(Certificate certificate, byte[]? emblem, CancellationToken cancellationToken);

    private sealed class OneFile(CertificatePress press, PaperSize paper) : Sheaf
    {
        private readonly CertificatePdf _pdf = press.Begin(paper);

        public override byte[] Bytes() => press.Finish(_pdf);

        protected override Task DrawAsync(Certificate certificate, byte[]? emblem, CancellationToken cancellationToken)
        {
            _pdf.Add(press.FaceOf(certificate, emblem), certificate.IssuedAt);
            return Task.CompletedTask;
        }
    }

    private sealed class Archive(CertificatePress press, PaperSize paper) : Sheaf
    {
        private readonly MemoryStream _bytes = new();
        private ZipArchive? _zip;

        public override byte[] Bytes()
        {
            _zip?.Dispose();
            _zip = null;
            return _bytes.ToArray();
        }

        public override ValueTask DisposeAsync()
        {
            _zip?.Dispose();
            return _bytes.DisposeAsync();
        }

        protected override async Task DrawAsync(Certificate certificate, byte[]? emblem, CancellationToken cancellationToken)
        {
            _zip ??= new ZipArchive(_bytes, ZipArchiveMode.Create, leaveOpen: true);
            // A PDF is compressed in itself.
            var entry = _zip.CreateEntry(FileNames.Of(certificate), CompressionLevel.NoCompression);
            entry.LastWriteTime = certificate.IssuedAt;
            await using var stream = await entry.OpenAsync(cancellationToken);
            await stream.WriteAsync(press.Print(certificate, paper, emblem), cancellationToken);
        }
    }
}
