using HtiAcademy.Domain.Content.Tailoring;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Domain.Content.Checks;

/// <summary>Whether the files of a bank fit each other, and their texts are safe. GIFT itself is checked where it is read.</summary>
internal static class BankChecks
{
    public static void Check(TailoredBank bank, CheckedCourse course)
    {
        foreach (var file in bank.All)
        {
            CheckFit(file, bank, course.Findings);
            foreach (var question in file.Questions)
            {
                QuestionChecks.Check(question, file.Path, course.Findings);
                if (question is Essay essay)
                {
                    EssayChecks.Check(essay, file.Path, course.Findings);
                }
            }
        }
    }

    private static void CheckFit(BankFile file, TailoredBank bank, FindingList findings)
    {
        if (file.Name.IsTranslation && bank.Base is { } parent)
        {
            CheckTranslation(file, parent, findings);
            EssayChecks.CheckTranslation(file, parent, findings);
        }
        else if (file.Name.IsOverlay && file.Name.Language is { } language && !bank.LanguagesWritten.Contains(language, StringComparer.Ordinal))
        {
            findings.Error(file.Path, 1, FindingCodes.MissingTranslation, $"There is no bank in \"{language}\" for these questions to be added to.");
        }
    }

    private static void CheckTranslation(BankFile translation, BankFile parent, FindingList findings)
    {
        var names = parent.Questions.Select(question => question.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var question in translation.Questions.Where(question => !names.Contains(question.Name)))
        {
            findings.Error(translation.Path, question.Line, FindingCodes.QuestionMatchesNothing, $"{parent.Path} has no question \"{question.Name}\" to translate.{Spelling.Hint(question.Name, names)}");
        }

        foreach (var name in names.Except(translation.Questions.Select(question => question.Name), StringComparer.Ordinal))
        {
            findings.Warning(translation.Path, 1, FindingCodes.UntranslatedQuestion, $"The question \"{name}\" of {parent.Path} is not translated, and is asked as it is there.");
        }
    }
}
