using System.Formats.Cbor;
using HtiAcademy.Domain.Certificates;

namespace HtiAcademy.Web.Certificates;

/// <summary>What a statement says of a certificate, to be compared with the paper.</summary>
/// <param name="Hours">In tenths at most.</param>
/// <param name="Replaces">The number of the certificate that this one corrects or renews.</param>
/// <param name="Academy">The host that issued it.</param>
public sealed record StatedFacts(
    string Number,
    string HolderName,
    string? Rank,
    string? AgencyName,
    string CourseTitle,
    decimal Hours,
    string ScoreBand,
    DateOnly CompletedOn,
    DateOnly? ValidUntil,
    string CountryName,
    string Language,
    string? Replaces,
    string Academy)
{
    private const int Version = 1;

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    public static StatedFacts Of(Certificate certificate, string academy)
    {
        var printed = certificate.Printed;
        return new StatedFacts(
            certificate.Number, printed.HolderName, printed.Rank, printed.AgencyName, printed.CourseTitle, printed.Hours, printed.ScoreBand,
            printed.CompletedOn, printed.ValidUntil, printed.CountryName, printed.Language, printed.Replaces ?? printed.Renews, academy);
    }

    /// <summary>The same without rank and agency, and with the beginnings of a long name and title.</summary>
    public StatedFacts Shortened() => this with { Rank = null, AgencyName = null, HolderName = Beginning(HolderName, CertificateChange.LongestName), CourseTitle = Beginning(CourseTitle, 60) };

    /// <summary>Deterministic CBOR: a map with the keys of <see cref="Key"/>, those without a value left out.</summary>
    internal byte[] ToCbor()
    {
        (Key Key, object? Value)[] all =
        [
            (Key.Version, Version), (Key.Number, Number), (Key.HolderName, HolderName), (Key.Rank, Rank), (Key.AgencyName, AgencyName),
            (Key.CourseTitle, CourseTitle), (Key.TenthsOfHours, (int)(Hours * 10)), (Key.ScoreBand, ScoreBand), (Key.CompletedOn, CompletedOn),
            (Key.ValidUntil, ValidUntil), (Key.CountryName, CountryName), (Key.Language, Language), (Key.Replaces, Replaces), (Key.Academy, Academy),
        ];
        var said = all.Where(fact => fact.Value is not null).ToList();
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartMap(said.Count);
        foreach (var (key, value) in said)
        {
            writer.WriteInt32((int)key);
            Write(writer, value!);
        }

        writer.WriteEndMap();
        return writer.Encode();
    }

    /// <exception cref="CborContentException">It is not written so.</exception>
    internal static StatedFacts FromCbor(byte[] cbor)
    {
        var reader = new CborReader(cbor, CborConformanceMode.Canonical);
        var texts = new Dictionary<Key, string>();
        var numbers = new Dictionary<Key, int>();
        for (var left = reader.ReadStartMap(); left > 0; left--)
        {
            var key = (Key)reader.ReadInt32();
            if (reader.PeekState() == CborReaderState.TextString)
            {
                texts.Add(key, reader.ReadTextString());
            }
            else
            {
                numbers.Add(key, reader.ReadInt32());
            }
        }

        reader.ReadEndMap();
        return reader.BytesRemaining == 0 && numbers.GetValueOrDefault(Key.Version) == Version
            ? Of(texts, numbers)
            : throw new CborContentException("This is not a statement of version 1.");
    }

    private static StatedFacts Of(Dictionary<Key, string> texts, Dictionary<Key, int> numbers) => new(
        texts[Key.Number], texts[Key.HolderName], texts.GetValueOrDefault(Key.Rank), texts.GetValueOrDefault(Key.AgencyName), texts[Key.CourseTitle],
        numbers[Key.TenthsOfHours] / 10m, texts[Key.ScoreBand], Day(numbers[Key.CompletedOn]),
        numbers.TryGetValue(Key.ValidUntil, out var last) ? Day(last) : null,
        texts[Key.CountryName], texts[Key.Language], texts.GetValueOrDefault(Key.Replaces), texts[Key.Academy]);

    private static string Beginning(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        // Never half a character.
        var end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return $"{text[..end]}…";
    }

    private static void Write(CborWriter writer, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteTextString(text);
                break;
            case DateOnly day:
                writer.WriteInt32(day.DayNumber - Epoch);
                break;
            default:
                writer.WriteInt32((int)value);
                break;
        }
    }

    private static DateOnly Day(int sinceEpoch) => DateOnly.FromDayNumber(Epoch + sinceEpoch);

    /// <summary>Published in docs/proofs.md: a number is never given to another fact.</summary>
    private enum Key
    {
        Version = 1,
        Number = 2,
        HolderName = 3,
        Rank = 4,
        AgencyName = 5,
        CourseTitle = 6,
        TenthsOfHours = 7,
        ScoreBand = 8,
        CompletedOn = 9,
        ValidUntil = 10,
        CountryName = 11,
        Language = 12,
        Replaces = 13,
        Academy = 14,
    }
}
