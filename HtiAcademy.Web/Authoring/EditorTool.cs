using HtiAcademy.Domain.Authoring;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Authoring;

/// <summary>A button of the editor that writes what an author need not remember.</summary>
/// <param name="Text">A script puts it in at the caret, with the chosen country's code in place of <c>{country}</c>.</param>
/// <param name="Select">Of the text: what the author writes over, or what is marked takes the place of.</param>
/// <param name="OnLines">Stands on lines of its own.</param>
internal sealed record EditorTool(string Label, string Text, string Select, bool OnLines = true)
{
    public static IReadOnlyList<EditorTool> For(AuthoredFile file, DateOnly today, IStringLocalizer<Words> words) => file.Kind switch
    {
        AuthoredKind.Facts => [new(words["Fact"], $"  {Fact}:\n    value: {words["Words"]}\n    source: https://\n    checked: {today:yyyy-MM-dd}\n    status: unverified", Fact)],
        AuthoredKind.Questions => [.. Questions(words)],
        _ => [.. ForText(file, words)],
    };

    private const string Fact = "new-fact";
    private const string Id = "new-section";

    private static IEnumerable<EditorTool> ForText(AuthoredFile file, IStringLocalizer<Words> words)
    {
        string heading = words["Heading"];
        string text = words["Words"];
        yield return new(heading, $"## {heading} {{#{Id}}}", heading);
        if (file.Kind == AuthoredKind.Overlay)
        {
            yield return new(words["New section after another"], $"## {heading} {{#{Id} after=other-section}}", "other-section");
        }

        yield return new(words["List"], $"- {text}\n- {text}", text);
        yield return new(words["Link"], $"[{text}](https://)", text, OnLines: false);
        if (file.Kind != AuthoredKind.Overlay)
        {
            yield return new(words["For one country"], $"::: country {{country}}\n\n{text}\n\n:::", text);
        }

        foreach (var (label, block) in new[] { (words["Note"], "note"), (words["Warning"], "warning"), (words["Case"], "case"), (words["Discuss"], "discuss") })
        {
            yield return new(label, $"::: {block}\n\n{text}\n\n:::", text);
        }

        yield return new(words["Practice"], $"::: practice\n\n{Choice(words)}\n\n:::", words["Question?"]);
    }

    private static IEnumerable<EditorTool> Questions(IStringLocalizer<Words> words)
    {
        string question = words["Question?"];
        yield return new(words["One right answer"], Choice(words), question);
        yield return new(words["True or false"], $"::new-statement:: {words["Statement."]} {{T#{words["Why it is wrong."]}#{words["Why it is right."]}}}", words["Statement."]);
        yield return new(words["Match"], $"::new-pairs:: {question} {{\n={words["First"]} -> {words["Its match"]}\n={words["Second"]} -> {words["another match"]}\n={words["Third"]} -> {words["one more"]}\n}}", question);
        yield return new(words["Essay"], $"::new-essay:: {question} {{####{words["A model answer."]}\n- [2] {words["what the answer names"]}\n}}", question);
    }

    private static string Choice(IStringLocalizer<Words> words) =>
        $"::new-question:: {words["Question?"]} {{\n={words["The right answer"]}#{words["Why it is right."]}\n~{words["A wrong answer"]}#{words["Why it is wrong."]}\n~{words["Another wrong answer"]}#{words["Why it is wrong."]}\n}}";
}
