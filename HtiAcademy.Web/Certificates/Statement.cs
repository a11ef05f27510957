using System.Formats.Cbor;

namespace HtiAcademy.Web.Certificates;

/// <summary>What became of reading a statement.</summary>
public abstract record StatementReading
{
    /// <summary>The academy signed just this.</summary>
    public sealed record Genuine(StatedFacts Facts) : StatementReading;

    /// <summary>Signed otherwise than it reads now.</summary>
    public sealed record Altered : StatementReading;

    /// <summary>Signed with a key that is not among those given.</summary>
    public sealed record UnknownKey : StatementReading;

    /// <summary>Another text, or a part of one.</summary>
    public sealed record NotAStatement : StatementReading;
}

/// <summary>
/// What the QR code of a certificate says to whoever has no network: a COSE_Sign1 (RFC 9052) over <see cref="StatedFacts"/>,
/// in base 32. <c>assets/offline/statement.js</c> reads the same.
/// </summary>
public static class Statement
{
    /// <summary>In characters: what a QR code on a certificate holds with modules that a cheap phone reads.</summary>
    public const int Longest = 1_500;

    private const CborTag CoseSign1 = (CborTag)18;
    private const int Algorithm = 1;
    private const int Es256 = -7;
    private const int KeyId = 4;
    private const int SignatureBytes = 64;

    private static readonly StatementReading No = new StatementReading.NotAStatement();

    public static string Sign(StatedFacts facts, AcademyKeys keys)
    {
        var head = Protected(keys.Published[0].ShortId.Span);
        var payload = facts.ToCbor();
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteTag(CoseSign1);
        writer.WriteStartArray(4);
        writer.WriteByteString(head);
        writer.WriteStartMap(0);
        writer.WriteEndMap();
        writer.WriteByteString(payload);
        writer.WriteByteString(keys.Sign(ToBeSigned(head, payload)));
        writer.WriteEndArray();
        return Base32.Encode(writer.Encode());
    }

    /// <param name="text">As scanned or typed: also the whole address in the QR code, in capital or small letters.</param>
    public static StatementReading Read(string text, IReadOnlyList<PublishedKey> keys)
    {
        var typed = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).Split('/')[^1];
        try
        {
            return Base32.Decode(typed) is { } bytes ? Read(bytes, keys) : No;
        }
        catch (Exception e) when (e is CborContentException or InvalidOperationException or OverflowException or KeyNotFoundException or ArgumentException)
        {
            return No;
        }
    }

    private static StatementReading Read(byte[] bytes, IReadOnlyList<PublishedKey> keys)
    {
        var reader = new CborReader(bytes, CborConformanceMode.Canonical);
        if (reader.ReadTag() != CoseSign1 || reader.ReadStartArray() != 4)
        {
            return No;
        }

        var head = reader.ReadByteString();
        var unprotected = reader.ReadStartMap();
        reader.ReadEndMap();
        var payload = reader.ReadByteString();
        var signature = reader.ReadByteString();
        reader.ReadEndArray();
        if (unprotected != 0 || signature.Length != SignatureBytes || reader.BytesRemaining > 0 || KeyIdOf(head) is not { } keyId)
        {
            return No;
        }

        if (keys.FirstOrDefault(k => k.ShortId.Span.SequenceEqual(keyId)) is not { } key)
        {
            return new StatementReading.UnknownKey();
        }

        return key.Verifies(ToBeSigned(head, payload), signature)
            ? new StatementReading.Genuine(StatedFacts.FromCbor(payload))
            : new StatementReading.Altered();
    }

    private static byte[] Protected(ReadOnlySpan<byte> keyId)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartMap(2);
        writer.WriteInt32(Algorithm);
        writer.WriteInt32(Es256);
        writer.WriteInt32(KeyId);
        writer.WriteByteString(keyId);
        writer.WriteEndMap();
        return writer.Encode();
    }

    /// <returns>Null when it is not the head that <see cref="Protected"/> writes.</returns>
    private static byte[]? KeyIdOf(byte[] head)
    {
        var keyId = head.Length >= PublishedKey.ShortIdBytes ? head[^PublishedKey.ShortIdBytes..] : null;
        return keyId is not null && head.AsSpan().SequenceEqual(Protected(keyId)) ? keyId : null;
    }

    // RFC 9052, 4.4: Sig_structure.
    private static byte[] ToBeSigned(byte[] head, byte[] payload)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartArray(4);
        writer.WriteTextString("Signature1");
        writer.WriteByteString(head);
        writer.WriteByteString([]);
        writer.WriteByteString(payload);
        writer.WriteEndArray();
        return writer.Encode();
    }
}
