namespace HtiAcademy.Domain.Content.Markdown.Links;

/// <summary>Where a text is read, and so where its relative addresses lead.</summary>
/// <param name="ModuleId">Null on the course's own page.</param>
internal sealed record PageAddress(string CourseId, string? ModuleId)
{
    /// <summary>A link names another module of the course: <c>[the law](your-law#privacy)</c>.</summary>
    public string OfModule(string relative) => $"/learn/{CourseId}/{relative}";

    /// <summary>An image stands beside the text: <c>images/chart.png</c>.</summary>
    public string OfFile(string relative) =>
        ModuleId is null ? $"/learn/{CourseId}/{relative}" : $"/learn/{CourseId}/{ModuleId}/{relative}";
}
