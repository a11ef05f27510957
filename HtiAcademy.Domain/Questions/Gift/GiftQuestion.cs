namespace HtiAcademy.Domain.Questions.Gift;

/// <summary>What every kind of answers needs of its question.</summary>
internal sealed record GiftHead(GiftText Start, string Name, string Text, GiftProse Prose, QuestionFindings Findings);

/// <summary>One block of a bank: its name, its text, its answers between braces, more of its text.</summary>
internal static class GiftQuestion
{
    /// <returns>Null when the block has an error.</returns>
    public static Question? Read(GiftBlock source, QuestionFindings findings)
    {
        var block = source.Text;
        var (name, body) = CutName(block, findings);
        if (CutAnswers(body, findings) is not var (before, answers, after)) return null;

        var (given, general) = CutGeneralFeedback(answers);
        var prose = new GiftProse(findings);
        var text = prose.ReadQuestion(before, after);
        if (text.Length == 0 && !findings.HasErrors) findings.Error(block, GiftCodes.NoText, "the question has no text");

        var head = new GiftHead(block, name ?? prose.Name(), text, prose, findings);
        var question = given is null ? new Description(head.Name, head.Text) : GiftAnswers.Read(head, given);
        question = question with { GeneralFeedback = prose.ReadFeedback(general), Category = source.Category, Line = block.Line };
        if (!findings.HasErrors) KeyChecks.Check(question, findings);
        return findings.HasErrors ? null : question;
    }

    private static (string? Name, GiftText Body) CutName(GiftText block, QuestionFindings findings)
    {
        if (!block.StartsWith("::")) return (null, block);

        var (written, body) = block[2..].Cut("::");
        if (body is null)
        {
            findings.Warning(block, GiftCodes.UnclosedName, "the name has no '::' after it and is read as text");
            return (null, block[2..].Trim());
        }

        var name = QuestionTexts.Name(written.ToString());
        return (name.Length == 0 ? null : name, body.Trim());
    }

    private static (GiftText Before, GiftText? Answers, GiftText After)? CutAnswers(GiftText body, QuestionFindings findings)
    {
        var (before, opened) = body.Cut("{");
        if (before.IndexOf("}") is var stray and >= 0)
        {
            findings.Error(before[stray..], GiftCodes.Braces, "'}' without a '{' before it; a brace in a text is written '\\}'");
            return null;
        }

        if (opened is null) return (body, null, body[body.Length..]);

        var (answers, after) = opened.Cut("}");
        if (after is null)
        {
            findings.Error(body[before.Length..], GiftCodes.Braces, "'{' without a '}' after it; a blank line ends the question");
            return null;
        }

        foreach (var rest in new[] { answers, after })
        {
            if (rest.IndexOf("{", "}") is not (var extra and >= 0)) continue;
            findings.Error(rest[extra..], GiftCodes.Braces,
                "a second brace; a blank line parts questions, and a brace in a text is written '\\{' or '\\}'");
            return null;
        }

        return (before, answers.Trim(), after);
    }

    private static (GiftText? Answers, GiftText? General) CutGeneralFeedback(GiftText? answers) =>
        answers?.LastIndexOf("####") is { } index and >= 0
            ? (answers[..index].Trim(), answers[(index + 4)..])
            : (answers, null);
}
