using HtiAcademy.Domain.Content;

namespace HtiAcademy.Tests.Content;

public static class ComposedHtml
{
    extension(ComposedModule composed)
    {
        /// <summary>The text around the practices.</summary>
        public string Html => string.Concat(composed.Parts.Select(part => part.Html));
    }
}
