using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HtiAcademy.Tests.Reminders;

/// <summary>A message as whoever receives it reads it: just enough of RFC 5322, 2045 and 2047.</summary>
internal sealed partial class ReadMail
{
    private ReadMail(string source)
    {
        var end = source.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        Head = Fold().Replace(source[..end], " ");
        Body = source[(end + 4)..];
    }

    public string Head { get; }

    public string Body { get; }

    public string Text => Parts.Count == 0 ? Decoded() : Parts[0].Text;

    public IReadOnlyList<ReadMail> Parts => Boundary().Match(Head) is { Success: true } boundary
        ? [.. Body.Split($"--{boundary.Groups[1].Value}")[1..^1].Select(part => new ReadMail(part[2..]))]
        : [];

    public byte[] Bytes => Convert.FromBase64String(Body);

    public static ReadMail Parse(string source) => new(source);

    /// <summary>A header with its encoded words decoded; empty when it is not there.</summary>
    public string Header(string name)
    {
        var value = Regex.Match(Head, $"^{name}: (.*?)\r?$", RegexOptions.Multiline | RegexOptions.IgnoreCase).Groups[1].Value;
        return EncodedWord().Replace(BetweenWords().Replace(value, "?==?"), word => Encoding.UTF8.GetString(word.Groups["kind"].Value is "B" or "b"
            ? Convert.FromBase64String(word.Groups["text"].Value)
            : Unquoted(word.Groups["text"].Value.Replace('_', ' '))));
    }

    private string Decoded() => Header("Content-Transfer-Encoding") switch
    {
        "base64" => Encoding.UTF8.GetString(Bytes),
        "quoted-printable" => Encoding.UTF8.GetString(Unquoted(Body.Replace("=\r\n", "", StringComparison.Ordinal))),
        _ => Body,
    };

    private static byte[] Unquoted(string text) =>
        Encoding.Latin1.GetBytes(HexByte().Replace(text, hex => ((char)byte.Parse(hex.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()));

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Fold();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?(?<kind>[BQ])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex("=([0-9A-F]{2})")]
    private static partial Regex HexByte();

    [GeneratedRegex("""boundary="?([^";\s]+)"?""")]
    private static partial Regex Boundary();
}
