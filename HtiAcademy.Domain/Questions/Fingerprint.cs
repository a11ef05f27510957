using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HtiAcademy.Domain.Questions;

internal static class Fingerprint
{
    /// <summary>SHA-256 over the parts, each preceded by its length so that no two lists of parts are written alike.</summary>
    public static string Of(IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
