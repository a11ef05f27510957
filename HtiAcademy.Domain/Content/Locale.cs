namespace HtiAcademy.Domain.Content;

/// <summary>A language and a country, written as a BCP 47 tag: <c>en-UG</c>.</summary>
public readonly record struct Locale(string Language, string Country)
{
    public override string ToString() => $"{Language}-{Country}";
}
