using System.Globalization;

namespace HtiAcademy.Domain.Reports;

/// <param name="Number">1 to 4.</param>
public readonly record struct Quarter(int Year, int Number) : IComparable<Quarter>
{
    public static bool operator <(Quarter left, Quarter right) => left.CompareTo(right) < 0;

    public static bool operator >(Quarter left, Quarter right) => left.CompareTo(right) > 0;

    public static bool operator <=(Quarter left, Quarter right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Quarter left, Quarter right) => left.CompareTo(right) >= 0;

    public static Quarter Of(DateOnly day) => new(day.Year, (day.Month + 2) / 3);

    public Quarter Before() => Number == 1 ? new(Year - 1, 4) : new(Year, Number - 1);

    public int CompareTo(Quarter other) => (Year, Number).CompareTo((other.Year, other.Number));

    public override string ToString() => FormattableString.Invariant($"{Year}-Q{Number}");

    public static bool TryParse(string? text, out Quarter quarter)
    {
        var parts = (text ?? "").Split("-Q");
        quarter = default;
        if (parts is [{ Length: 4 } year, "1" or "2" or "3" or "4"] && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            quarter = new(number, parts[1][0] - '0');
            return true;
        }

        return false;
    }
}
