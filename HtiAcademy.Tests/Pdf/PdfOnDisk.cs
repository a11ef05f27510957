using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HtiAcademy.Tests.Pdf;

/// <summary>A PDF as other people's programs see it: poppler (poppler-utils), qpdf, and a QR reader (zbar-tools).</summary>
public sealed partial class PdfOnDisk : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pdf-").FullName;
    private readonly string _file;

    public PdfOnDisk(byte[] bytes)
    {
        _file = Path.Combine(_folder, "paper.pdf");
        File.WriteAllBytes(_file, bytes);
    }

    /// <summary>In the order it was written, each run of blanks and line ends as one blank.</summary>
    public string Text => Plain(Run("pdftotext", "-raw", _file, "-"));

    /// <summary>As it is copied from the paper, line by line from top to bottom.</summary>
    public string TextByLines => Plain(Run("pdftotext", _file, "-"));

    /// <summary>Who signed it and whether it was changed since.</summary>
    public string Signatures => Run("pdfsig", _file);

    /// <summary>The attached files by their names.</summary>
    public IReadOnlyDictionary<string, byte[]> Attachments()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "attached")).FullName;
        Run("pdfdetach", "-saveall", "-o", folder, _file);
        return Directory.GetFiles(folder).ToDictionary(file => Path.GetFileName(file)!, File.ReadAllBytes, StringComparer.Ordinal);
    }

    /// <summary>As a screen reader follows it.</summary>
    public string StructureWithText => Run("pdfinfo", "-struct-text", _file);

    public string Information => Run("pdfinfo", _file);

    public int PageCount => int.Parse(Regex.Match(Information, @"Pages:\s+(\d+)").Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>One line for each font: its name, type, and whether it is embedded, subset and has a character map.</summary>
    public IReadOnlyList<string> Fonts => Run("pdffonts", _file).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];

    /// <summary>The file with all its objects unpacked, and its texts spelled out.</summary>
    public string Objects => UnicodeText().Replace(Run("qpdf", "--qdf", "--object-streams=disable", _file, "-"),
        text => $"({Encoding.BigEndianUnicode.GetString(Convert.FromHexString(text.Groups[1].Value))})");

    /// <summary>What qpdf finds; it must not complain.</summary>
    public string Check() => Run("qpdf", "--check", _file);

    public string TextOfPage(int page) =>
        Plain(Run("pdftotext", "-raw", "-f", Digits(page), "-l", Digits(page), _file, "-"));

    /// <summary>Every word with its place in points from the top left corner.</summary>
    public IReadOnlyList<(string Text, double Left, double Top, double Right, double Bottom)> Words(int page = 1)
    {
        var html = XDocument.Parse(Run("pdftotext", "-bbox", "-f", Digits(page), "-l", Digits(page), _file, "-").Replace("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">", "", StringComparison.Ordinal));
        double Side(XElement word, string name) => double.Parse(word.Attribute(name)!.Value, CultureInfo.InvariantCulture);
        return [.. html.Descendants().Where(word => word.Name.LocalName == "word")
            .Select(word => (word.Value, Side(word, "xMin"), Side(word, "yMin"), Side(word, "xMax"), Side(word, "yMax")))];
    }

    /// <summary>The figures of a page: what is told of each in words, and its place in points from the top left corner.</summary>
    public IReadOnlyList<(string Alternative, double Left, double Top, double Right, double Bottom)> Figures(int page = 1)
    {
        var objects = Regex.Matches(Objects, @"(?s)\n(\d+) 0 obj\n(.*?)\nendobj").ToDictionary(o => o.Groups[1].Value, o => o.Groups[2].Value, StringComparer.Ordinal);
        var pages = Regex.Matches(objects.Values.Single(o => o.Contains("/Type /Pages", StringComparison.Ordinal)), @"(\d+) 0 R").Select(o => o.Groups[1].Value).ToList();
        var height = double.Parse(Regex.Match(objects[pages[page - 1]], @"/MediaBox \[\s+0\s+0\s+\S+\s+(\S+)").Groups[1].Value, CultureInfo.InvariantCulture);
        return [.. objects.OrderBy(o => int.Parse(o.Key, CultureInfo.InvariantCulture)).Select(o => o.Value)
            .Where(o => o.Contains("/S /Figure", StringComparison.Ordinal) && o.Contains($"/Pg {pages[page - 1]} 0 R", StringComparison.Ordinal))
            .Select(figure =>
            {
                var sides = Regex.Match(figure, @"/BBox \[([^\]]*)\]").Groups[1].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(side => double.Parse(side, CultureInfo.InvariantCulture)).ToList();
                return (Regex.Match(figure, @"/Alt \((.*)\)").Groups[1].Value, sides[0], height - sides[3], sides[2], height - sides[1]);
            })];
    }

    /// <summary>The pictures of pixels in it, as PNG files.</summary>
    public IReadOnlyList<byte[]> Images()
    {
        Run("pdfimages", "-png", _file, Path.Combine(_folder, "image"));
        return [.. Directory.GetFiles(_folder, "image-*.png").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
    }

    /// <summary>What a QR reader finds on the first page as it is printed.</summary>
    public string ReadQrCode(int dotsPerInch = 150)
    {
        Run("pdftoppm", "-r", Digits(dotsPerInch), "-png", "-singlefile", "-f", "1", _file, Path.Combine(_folder, "scan"));
        return Run("zbarimg", "--quiet", "--raw", Path.Combine(_folder, "scan.png")).Trim();
    }

    /// <summary>The first page in grey, 0 black to 255 white, without smoothing.</summary>
    public byte[,] Pixels(int dotsPerInch)
    {
        Run("pdftoppm", "-r", Digits(dotsPerInch), "-gray", "-aa", "no", "-aaVector", "no", "-singlefile", "-f", "1", _file, Path.Combine(_folder, "grey"));
        var image = File.ReadAllBytes(Path.Combine(_folder, "grey.pgm"));
        var header = Regex.Match(Encoding.ASCII.GetString(image, 0, 40), @"^P5\s+(\d+)\s+(\d+)\s+255\s");
        var (width, height) = (int.Parse(header.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(header.Groups[2].Value, CultureInfo.InvariantCulture));
        var pixels = new byte[height, width];
        Buffer.BlockCopy(image, header.Length, pixels, 0, width * height);
        return pixels;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Without the signs by which pdftotext marks where text runs to the left.</summary>
    private static string Plain(string text) => Blanks().Replace(Directions().Replace(text, ""), " ").Trim();

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, "{0} says: {1}{2}", program, output, errors.GetAwaiter().GetResult());
        return output;
    }

    [GeneratedRegex("<feff([0-9a-f]*)>")]
    private static partial Regex UnicodeText();

    [GeneratedRegex("[\u202a-\u202e]")]
    private static partial Regex Directions();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
