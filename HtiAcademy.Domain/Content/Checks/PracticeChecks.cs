using HtiAcademy.Domain.Content.Markdown;
using HtiAcademy.Domain.Content.Markdown.Headings;
using HtiAcademy.Domain.Content.Markdown.Practices;
using HtiAcademy.Domain.Content.Tailoring;
using HtiAcademy.Domain.Content.Text;
using HtiAcademy.Domain.Questions;
using Markdig.Syntax;

namespace HtiAcademy.Domain.Content.Checks;

/// <summary>Whether practices can be answered where they stand, and ask as much in each language.</summary>
internal static class PracticeChecks
{
    public static void CheckWelcome(TailoredText welcome, FindingList findings)
    {
        foreach (var text in welcome.All)
        {
            foreach (var practice in PracticesIn(text.Text))
            {
                findings.Error(text.Path, text.Text.At(practice.Line).Line, FindingCodes.MisplacedBlock, "A course's welcome has no practice; put it in a module.");
            }
        }
    }

    /// <param name="banks">The texts of all questions that quizzes and the final may ask.</param>
    public static void CheckModule(TailoredText texts, IReadOnlySet<string> banks, FindingList findings)
    {
        foreach (var text in texts.All)
        {
            foreach (var practice in PracticesIn(text.Text))
            {
                CheckLines(practice, text, findings);
                CheckQuestions(practice, text, banks, findings);
            }

            if (text.Name.IsTranslation)
            {
                CheckTranslation(text, texts.Base, findings);
            }
        }
    }

    private static void CheckLines(PracticeBlock practice, AuthoredText text, FindingList findings)
    {
        var first = practice.Line + 1;
        foreach (var line in text.Text.Lines.Take(first..(first + practice.Lines.Count)))
        {
            var words = line.Source.Trim();
            if (words.Trim(':').Length == 0 && words.StartsWith(":::", StringComparison.Ordinal))
            {
                findings.Error(line.Path, line.Line, FindingCodes.UnbalancedBlock, $"This {words} does not close the practice; write as many colons as begin it, at the beginning of the line.");
            }
            else if (words.StartsWith(":::", StringComparison.Ordinal))
            {
                findings.Error(line.Path, line.Line, FindingCodes.MisplacedBlock, $"A practice holds questions alone; close it with ::: above \"{words}\".");
            }
        }
    }

    private static void CheckQuestions(PracticeBlock practice, AuthoredText text, IReadOnlySet<string> banks, FindingList findings)
    {
        var line = text.Text.At(practice.Line).Line;
        var bank = GiftReader.Read(text.Path, practice.Gift, line + 1);
        findings.AddRange(bank.Findings);
        foreach (var question in bank.Questions)
        {
            QuestionChecks.Check(question, text.Path, findings);
            if (banks.Contains(question.Text) && question is not Description)
            {
                findings.Error(text.Path, question.Line, FindingCodes.PracticeAsksBank, "A bank of this course asks the same, and a practice tells the right answer; ask something else here.");
            }

            if (question is Essay)
            {
                findings.Error(text.Path, question.Line, FindingCodes.UnanswerablePractice, "Nobody marks an essay in a practice; ask it in a box ::: discuss.");
            }
        }

        if (bank.Questions.All(question => question is Description) && bank.Findings.All(finding => finding.Severity != Severity.Error))
        {
            findings.Error(text.Path, line, FindingCodes.UnanswerablePractice, "The practice asks no question.");
        }
    }

    private static void CheckTranslation(AuthoredText translation, AuthoredText parent, FindingList findings)
    {
        var translated = Sections(translation).ToLookup(section => section.Id ?? HeadingId.Top, StringComparer.Ordinal);
        foreach (var section in Sections(parent))
        {
            if (translated[section.Id ?? HeadingId.Top].FirstOrDefault() is not { } same)
            {
                continue;
            }

            var (asked, here) = (QuestionsIn(section), QuestionsIn(same));
            if (asked != here)
            {
                var line = same.Own.FirstOrDefault(own => own.Text.Length > 0)?.Line ?? 1;
                findings.Warning(translation.Path, line, FindingCodes.UntranslatedPractice, $"The section \"{section.Id ?? HeadingId.Top}\" of {parent.Path} has {asked} practice questions, and this translation of it {here}.");
            }
        }
    }

    /// <summary>The text above the first section, and whatever has an id.</summary>
    private static IEnumerable<Section> Sections(AuthoredText text) =>
        text.Whole.SelfAndInside.Where(section => section.Level == 0 || section.Id is not null);

    private static int QuestionsIn(Section section) =>
        PracticesIn(new LinedText([.. OwnLines(section)])).Sum(practice => GiftReader.Read("", practice.Gift).Questions.Count(question => question is not Description));

    /// <summary>Also those of headings inside that have no id of their own.</summary>
    private static IEnumerable<TextLine> OwnLines(Section section) =>
        section.Own.Concat(section.Inside.Where(inside => inside.Id is null).SelectMany(OwnLines));

    private static IEnumerable<PracticeBlock> PracticesIn(LinedText text) =>
        AcademyMarkdown.TryParse(text.Markdown, AcademyMarkdown.Teaching)?.Descendants<PracticeBlock>() ?? [];
}
