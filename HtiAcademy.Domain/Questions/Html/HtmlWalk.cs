using AngleSharp.Dom;
using HtiAcademy.Domain.Content.Markdown.Links;

namespace HtiAcademy.Domain.Questions.Html;

/// <summary>Walks through a document's elements once and gathers its paragraphs, lists and quotations.</summary>
internal sealed class HtmlWalk(bool keepLines)
{
    // Below these everything is one text: the walk recurses, and so do Markdown's parsers with lists and quotations.
    private const int Deepest = 200;
    private const int DeepestBlock = 8;

    private const string Superscript = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private readonly List<string> _images = [];
    private readonly RunGatherer _runs = new();
    private List<HtmlBlock> _blocks = [];
    private int _depth;
    private int _blockDepth;
    private bool _keepLines = keepLines;

    public IReadOnlyList<string> Images => _images;

    public IReadOnlyList<HtmlBlock> Read(IElement body)
    {
        VisitChildren(body, default);
        EndParagraph();
        return _blocks;
    }

    private void VisitChildren(INode node, HtmlStyle style)
    {
        if (_depth == Deepest)
        {
            _runs.Add(node.TextContent, style);
            return;
        }

        _depth++;
        foreach (var child in node.ChildNodes) Visit(child, style);
        _depth--;
    }

    private void Visit(INode node, HtmlStyle style)
    {
        if (node is IElement element) VisitElement(element, style);
        else if (node is IText text) AddText(text.Data, style);
    }

    private void VisitElement(IElement element, HtmlStyle style)
    {
        switch (element.LocalName)
        {
            case "script" or "style" or "title" or "template":
                break;
            case "img":
                LeaveOut(element, style);
                break;
            case "video" or "audio" or "iframe" or "object" or "embed" or "svg" or "canvas" or "applet":
                _images.Add(element.GetAttribute("src") ?? element.GetAttribute("data") ?? element.LocalName);
                break;
            case "br":
                _runs.Break();
                break;
            case "b" or "strong":
                VisitChildren(element, style with { Bold = true });
                break;
            case "i" or "em":
                VisitChildren(element, style with { Italic = true });
                break;
            case "a":
                VisitChildren(element, style with { Link = Address(element) ?? style.Link });
                break;
            case "sup":
                _runs.Add(Raised(element.TextContent), style);
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                VisitParagraph(element, style with { Bold = true });
                break;
            case "ul" or "ol" when _blockDepth < DeepestBlock:
                VisitList(element, style);
                break;
            case "blockquote" when _blockDepth < DeepestBlock:
                if (ReadApart(() => VisitChildren(element, style)) is { Count: > 0 } quoted) _blocks.Add(new HtmlQuotation(quoted));
                break;
            case "td" or "th":
                VisitChildren(element, style);
                if (element.NextElementSibling is not null) _runs.Add(" | ", style);
                break;
            case "pre":
                VisitPreformatted(element, style);
                break;
            case "p" or "div" or "section" or "article" or "header" or "footer" or "main" or "nav" or "aside" or "address"
                or "figure" or "figcaption" or "table" or "caption" or "tr" or "dl" or "dt" or "dd" or "li" or "form"
                or "fieldset" or "legend" or "ul" or "ol" or "blockquote" or "details" or "summary" or "center" or "hr":
                VisitParagraph(element, style);
                break;
            default:
                VisitChildren(element, style);
                break;
        }
    }

    private void AddText(string text, HtmlStyle style)
    {
        if (!_keepLines || string.IsNullOrWhiteSpace(text))
        {
            _runs.Add(text, style);
            return;
        }

        var lines = text.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (index > 0) _runs.Break();
            _runs.Add(lines[index], style);
        }
    }

    private void LeaveOut(IElement image, HtmlStyle style)
    {
        var alternative = image.GetAttribute("alt") ?? "";
        _images.Add(image.GetAttribute("src") is { Length: > 0 } source ? Uri.UnescapeDataString(source).Replace("@@PLUGINFILE@@/", "", StringComparison.Ordinal) : alternative);
        _runs.Add(alternative, style);
    }

    private void VisitParagraph(IElement element, HtmlStyle style)
    {
        EndParagraph();
        VisitChildren(element, style);
        EndParagraph();
    }

    private void VisitPreformatted(IElement element, HtmlStyle style)
    {
        var before = _keepLines;
        _keepLines = true;
        VisitParagraph(element, style);
        _keepLines = before;
    }

    private void VisitList(IElement list, HtmlStyle style)
    {
        EndParagraph();
        var items = list.ChildNodes.Select(item => ReadApart(() => Visit(item, style))).Where(item => item.Count > 0).ToList();
        if (items.Count > 0) _blocks.Add(new HtmlList(list.LocalName == "ol", items));
    }

    private List<HtmlBlock> ReadApart(Action visit)
    {
        EndParagraph();
        var around = _blocks;
        _blocks = [];
        _blockDepth++;
        visit();
        EndParagraph();
        _blockDepth--;
        var inside = _blocks;
        _blocks = around;
        return inside;
    }

    private void EndParagraph()
    {
        if (_runs.Take() is { Count: > 0 } runs) _blocks.Add(new HtmlParagraph(runs));
    }

    private static string? Address(IElement link) =>
        link.GetAttribute("href")?.Trim() is { } written
        && LinkAddress.KindOf(written) is LinkKind.External or LinkKind.Contact
        && Uri.TryCreate(written, UriKind.Absolute, out var address)
            ? address.AbsoluteUri.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace("&", @"\&", StringComparison.Ordinal)
            : null;

    // A raised digit is a power or a note's number, which must not run into the number before it.
    private static string Raised(string text) =>
        text.Trim() is { Length: > 0 } digits && digits.All(char.IsAsciiDigit) ? string.Concat(digits.Select(digit => Superscript[digit - '0'])) : text;
}
