namespace HtiAcademy.Domain.Content.Markdown.Links;

internal enum LinkKind
{
    /// <summary>Anything that is not allowed by name.</summary>
    Refused,

    /// <summary><c>http:</c>, refused with advice of its own.</summary>
    Insecure,

    /// <summary><c>#offence</c></summary>
    Fragment,

    /// <summary>Another module of the course, or an image beside the text.</summary>
    Relative,

    /// <summary><c>/certificates</c></summary>
    Site,

    /// <summary><c>https:</c></summary>
    External,

    /// <summary><c>mailto:</c> and <c>tel:</c></summary>
    Contact,
}

internal static class LinkAddress
{
    /// <summary>Allows by name. What browsers forgive, such as control characters and backslashes, is refused.</summary>
    public static LinkKind KindOf(string? address)
    {
        if (string.IsNullOrEmpty(address) || address.Any(letter => char.IsControl(letter) || letter == '\\') || char.IsWhiteSpace(address[0]))
        {
            return LinkKind.Refused;
        }

        return address[0] switch
        {
            '#' => LinkKind.Fragment,
            '/' => address.StartsWith("//", StringComparison.Ordinal) ? LinkKind.Refused : LinkKind.Site,
            _ => KindOfScheme(address),
        };
    }

    public static bool IsAllowed(LinkKind kind) => kind is not (LinkKind.Refused or LinkKind.Insecure);

    private static LinkKind KindOfScheme(string address)
    {
        var end = address.AsSpan().IndexOfAny(":/?#");
        if (end < 0 || address[end] != ':')
        {
            return LinkKind.Relative;
        }

        return address[..end].ToUpperInvariant() switch
        {
            "HTTPS" => LinkKind.External,
            "HTTP" => LinkKind.Insecure,
            "MAILTO" or "TEL" => LinkKind.Contact,
            _ => LinkKind.Refused,
        };
    }
}
