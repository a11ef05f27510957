using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace HtiAcademy.Web.Pdf;

/// <summary>
/// The numbered objects of a file and the table that finds them. Plain objects are packed into compressed object
/// streams (ISO 32000-1, 7.5.7): the structure of many pages would otherwise outweigh their content.
/// </summary>
internal sealed class PdfFile
{
    private const int ObjectsPerStream = 200;
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly List<Entry> _entries = [];
    private readonly List<(int Number, string Body)> _waiting = [];

    public PdfFile() => Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");

    /// <summary>A number for an object whose body is not known yet; <see cref="Set"/> it before <see cref="Close"/>.</summary>
    public int Reserve()
    {
        _entries.Add(default);
        return _entries.Count;
    }

    public int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    public void Set(int number, string body)
    {
        _waiting.Add((number, body));
        if (_waiting.Count == ObjectsPerStream)
        {
            PackWaiting();
        }
    }

    /// <summary>Sets an object that must not be packed.</summary>
    /// <returns>Where its body begins in the file.</returns>
    public int SetPlain(int number, string body)
    {
        _entries[number - 1] = Entry.At(_bytes.WrittenCount);
        Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
        var start = _bytes.WrittenCount;
        Write($"{body}\nendobj\n");
        return start;
    }

    /// <param name="dictionary">The stream's own entries, without length and filter: <c>/Type/Metadata</c>.</param>
    public int AddStream(string dictionary, byte[] data, bool compressed = true)
    {
        var number = Reserve();
        WriteStream(number, dictionary, data, compressed);
        return number;
    }

    public byte[] Close(int catalog, int info)
    {
        PackWaiting();
        var id = Convert.ToHexString(SHA256.HashData(_bytes.WrittenSpan).AsSpan(0, 16));
        var table = Reserve();
        var start = _bytes.WrittenCount;
        _entries[table - 1] = Entry.At(start);
        List<byte> rows = [.. Entry.Free.Row(), .. _entries.SelectMany(entry => entry.Row())];
        WriteStream(table, string.Create(CultureInfo.InvariantCulture,
            $"/Type/XRef/Size {table + 1}/W[1 4 2]/Root {PdfSyntax.Reference(catalog)}/Info {PdfSyntax.Reference(info)}/ID[<{id}><{id}>]"), [.. rows]);
        Write(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));
        return _bytes.WrittenSpan.ToArray();
    }

    private void PackWaiting()
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        var index = new StringBuilder();
        var bodies = new StringBuilder();
        var pack = Reserve();
        for (var place = 0; place < _waiting.Count; place++)
        {
            var (number, body) = _waiting[place];
            index.Append(CultureInfo.InvariantCulture, $"{number} {bodies.Length} ");
            bodies.Append(body).Append('\n');
            _entries[number - 1] = Entry.Packed(pack, place);
        }

        WriteStream(pack, string.Create(CultureInfo.InvariantCulture, $"/Type/ObjStm/N {_waiting.Count}/First {index.Length}"),
            Encoding.ASCII.GetBytes(index.Append(bodies).ToString()));
        _waiting.Clear();
    }

    private void WriteStream(int number, string dictionary, byte[] data, bool compressed = true)
    {
        var content = compressed ? Compress(data) : data;
        _entries[number - 1] = Entry.At(_bytes.WrittenCount);
        Write(string.Create(CultureInfo.InvariantCulture,
            $"{number} 0 obj\n<<{dictionary}{(compressed ? "/Filter/FlateDecode" : "")}/Length {content.Length}>>\nstream\n"));
        _bytes.Write(content);
        Write("\nendstream\nendobj\n");
    }

    private static byte[] Compress(byte[] data)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            zlib.Write(data);
        }

        return compressed.ToArray();
    }

    private void Write(string text) => _bytes.Write(Encoding.Latin1.GetBytes(text));

    /// <summary>Where an object is: a kind, then four bytes and two whose meaning depends on it.</summary>
    private readonly record struct Entry(byte Kind, uint Place, ushort Index)
    {
        public static Entry Free => new(0, 0, ushort.MaxValue);

        public static Entry At(int offset) => new(1, (uint)offset, 0);

        public static Entry Packed(int stream, int index) => new(2, (uint)stream, (ushort)index);

        public byte[] Row() =>
            [Kind, (byte)(Place >> 24), (byte)(Place >> 16), (byte)(Place >> 8), (byte)Place, (byte)(Index >> 8), (byte)Index];
    }
}
