namespace HtiAcademy.Domain.Content;

/// <summary>A section as one reader gets it, for whoever speaks of each.</summary>
/// <param name="Id">Null for what stands above the first section.</param>
/// <param name="Title">Without the heading's marks; it stands in the first part too.</param>
public sealed record ComposedSection(string? Id, string? Title, IReadOnlyList<PagePart> Parts);
