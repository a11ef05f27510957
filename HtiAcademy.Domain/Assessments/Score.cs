namespace HtiAcademy.Domain.Assessments;

public static class Score
{
    /// <param name="fractions">Of full marks, 0 to 1, one for each question.</param>
    /// <returns>0 to 100, rounded half away from zero to one place; 0 when there are no questions.</returns>
    public static decimal Percent(IReadOnlyCollection<decimal> fractions) =>
        fractions.Count == 0 ? 0 : Math.Round(100 * fractions.Sum() / fractions.Count, 1, MidpointRounding.AwayFromZero);
}
