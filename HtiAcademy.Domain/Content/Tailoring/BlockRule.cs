using System.Collections.Frozen;

namespace HtiAcademy.Domain.Content.Tailoring;

/// <summary>For whom a <c>::: country</c> or <c>::: audience</c> block is written.</summary>
/// <param name="Outer">The block around it, whose readers alone can see this one.</param>
internal sealed record BlockRule(string Kind, bool Excludes, FrozenSet<string> Names, BlockRule? Outer)
{
    public const string Country = "country";
    public const string Audience = "audience";

    private const string Not = "not";

    public static bool IsTailoring(string? block) => block is Country or Audience;

    public static BlockRule Parse(string kind, string? arguments, BlockRule? outer)
    {
        var words = Words(arguments);
        var excludes = words is [Not, ..];
        return new BlockRule(kind, excludes, words.Skip(excludes ? 1 : 0).ToFrozenSet(StringComparer.Ordinal), outer);
    }

    public static string[] Words(string? arguments) =>
        (arguments ?? "").Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);

    /// <param name="audience">Null for a reader of every audience's text, such as a trainer.</param>
    public bool Admits(string country, string? audience) =>
        (Outer is null || Outer.Admits(country, audience))
        && (Kind == Country ? AdmitsName(country) : audience is null || AdmitsName(audience));

    private bool AdmitsName(string name) => Names.Contains(name) != Excludes;
}
