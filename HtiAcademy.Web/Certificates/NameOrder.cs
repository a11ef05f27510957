using HtiAcademy.Domain.Certificates;

namespace HtiAcademy.Web.Certificates;

internal static class NameOrder
{
    /// <summary>By the holder's name as the reader's language sorts it, which no two databases do alike.</summary>
    public static IReadOnlyList<T> InNameOrder<T>(this IEnumerable<T> items, Func<T, Certificate> certificate) =>
        [.. items.OrderBy(item => certificate(item).Printed.HolderName, StringComparer.CurrentCulture).ThenBy(item => certificate(item).Number, StringComparer.Ordinal)];
}
