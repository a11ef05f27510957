using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace HtiAcademy.Domain.Content.Yaml;

/// <summary>YAML as content files use it: one mapping, no anchors, no aliases, little nesting.</summary>
internal static class YamlDocumentText
{
    /// <summary>Checked before the document is loaded, because loading recurses.</summary>
    private const int MaximumDepth = 16;

    /// <param name="linesBefore">Lines of the file that stand above the YAML.</param>
    /// <returns>Null when it cannot be read; a finding says why.</returns>
    public static YamlMap? Read(string yaml, string path, int linesBefore, FindingList findings)
    {
        try
        {
            if (FirstRefusal(yaml) is var (mark, code, message))
            {
                findings.Error(path, linesBefore + (int)mark.Line, code, message);
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            var root = stream.Documents is [] ? new YamlMappingNode() : stream.Documents[0].RootNode;
            if (root is YamlMappingNode mapping && stream.Documents.Count <= 1)
            {
                return new YamlMap(mapping, path, linesBefore, findings);
            }

            findings.Error(path, linesBefore + 1, FindingCodes.YamlSyntax, "Write one mapping here: a key, a colon and a value on each line.");
        }
        catch (YamlException problem)
        {
            findings.Error(path, linesBefore + (int)problem.Start.Line, FindingCodes.YamlSyntax, problem.Message);
        }

        return null;
    }

    private static (Mark Mark, string Code, string Message)? FirstRefusal(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        var depth = 0;
        while (MoveNext(parser))
        {
            var current = parser.Current!;
            depth += current.NestingIncrease;
            if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            {
                return (current.Start, FindingCodes.YamlAlias, "Anchors (&) and aliases (*) are not read here; write the value out, in quotation marks if it begins with one of these signs.");
            }

            if (depth > MaximumDepth)
            {
                return (current.Start, FindingCodes.YamlSyntax, $"This is nested deeper than {MaximumDepth} levels.");
            }
        }

        return null;
    }

    private static bool MoveNext(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentOutOfRangeException)
        {
            // The scanner says so when the text ends inside brackets, and of an escape beyond Unicode.
            var mark = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(mark, mark, problem is InvalidOperationException ? "A bracket or brace is not closed." : "An escape such as \\UFFFFFFFF names no character.", problem);
        }
    }
}
