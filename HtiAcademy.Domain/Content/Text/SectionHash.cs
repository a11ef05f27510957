using System.Security.Cryptography;
using System.Text;

namespace HtiAcademy.Domain.Content.Text;

/// <summary>
/// The short name of a section's wording: the first 8 hexadecimal digits of SHA-256 over its source lines, without
/// the white space at their ends and the blank lines around them.
/// </summary>
internal static class SectionHash
{
    public static string Of(IEnumerable<TextLine> lines)
    {
        var text = string.Join('\n', lines.Select(line => line.Source.TrimEnd())).Trim('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
    }
}
