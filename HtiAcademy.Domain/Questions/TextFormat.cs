namespace HtiAcademy.Domain.Questions;

/// <summary>What Moodle calls the format of a text.</summary>
internal enum TextFormat
{
    Markdown,

    /// <summary>Shows as it was typed.</summary>
    Plain,

    Html,

    /// <summary>Moodle's own: HTML in which line breaks show.</summary>
    Moodle,
}
