using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using HtiAcademy.Domain.Content;

namespace HtiAcademy.Web.Commands;

/// <summary>Prints findings for people, one to a line with a summary, or as one JSON object for tools.</summary>
internal static class FindingReport
{
    internal const string Json = "json";

    // Authors' words stay readable: the text goes to a terminal or a tool, never into a page.
    internal static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "For people or for tools.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", Json);
        return format;
    }

    /// <param name="readings">Of the courses that were checked, for information: they change no exit code.</param>
    /// <returns>The exit code.</returns>
    public static int Print(IEnumerable<Finding> findings, string format, params IReadOnlyList<CourseReadingLevels> readings)
    {
        List<Finding> all = [.. findings.Distinct().OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Code, StringComparer.Ordinal)];
        var errors = all.Count(f => f.Severity == Severity.Error);
        if (format == Json)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new
                {
                    Findings = all.Select(f => new { f.Path, f.Line, Severity = f.Severity == Severity.Error ? "error" : "warning", f.Code, f.Message }),
                    Errors = errors,
                    Warnings = all.Count - errors,
                    Reading = readings.SelectMany(course => course.Json),
                },
                JsonOptions));
        }
        else
        {
            all.ForEach(finding => Console.WriteLine(finding));
            foreach (var course in readings)
            {
                course.Print(Console.Out);
            }

            Console.WriteLine($"{errors} errors, {all.Count - errors} warnings");
        }

        return errors > 0 ? CommandLine.Findings : CommandLine.Good;
    }
}
