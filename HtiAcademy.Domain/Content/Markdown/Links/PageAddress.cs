namespace HtiAcademy.Domain.Content.Markdown.Links;

/// <summary>Where a text is read, and so where its relative addresses lead.</summary>
/// <param name="ModuleId">Null on the course's own page.</param>
/// <param name="Beside">Where its files are served, for a text that is read elsewhere than on the course's pages.</param>
internal sealed record PageAddress(string CourseId, string? ModuleId, string? Beside = null)
{
    /// <summary>A link names another module of the course: <c>[the law](your-law#privacy)</c>.</summary>
    public string OfModule(string relative) => $"/learn/{CourseId}/{relative}";

    /// <summary>An image stands beside the text: <c>images/chart.png</c>.</summary>
    public string OfFile(string relative) =>
        Beside is not null ? $"{Beside}/{relative}" : ModuleId is null ? $"/learn/{CourseId}/{relative}" : $"/learn/{CourseId}/{ModuleId}/{relative}";
}
