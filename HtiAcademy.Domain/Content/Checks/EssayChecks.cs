using System.Globalization;
using HtiAcademy.Domain.Content.Tailoring;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Domain.Content.Checks;

/// <summary>Whether trainers can mark the essays of a bank, and mark them alike in each language.</summary>
internal static class EssayChecks
{
    public static void Check(Essay essay, string path, FindingList findings)
    {
        var guide = essay.Guide;
        if (!guide.HasCriteria)
        {
            findings.Error(path, essay.Line, FindingCodes.EssayWithoutCriteria, $"The essay \"{essay.Name}\" has no criteria; write each as a list item with its points, - [2] names the act, below the model answer.");
        }

        if (guide.ModelAnswer.Length == 0)
        {
            findings.Warning(path, essay.Line, FindingCodes.EssayWithoutModel, $"The essay \"{essay.Name}\" has no model answer; write it behind #### above the criteria.");
        }

        foreach (var misread in guide.Misread)
        {
            findings.Error(path, essay.Line, FindingCodes.BadPoints, $"\"{misread}\" is no number of points; write a whole number from 1 to {EssayGuide.MostPoints}.");
        }

        if (guide.Criteria.Count > EssayGuide.MostCriteria)
        {
            findings.Error(path, essay.Line, FindingCodes.TooManyCriteria, $"The essay \"{essay.Name}\" has {guide.Criteria.Count} criteria; nobody marks by more than {EssayGuide.MostCriteria}.");
        }
    }

    public static void CheckTranslation(BankFile translation, BankFile parent, FindingList findings)
    {
        var originals = parent.Questions.OfType<Essay>().ToDictionary(essay => essay.Name, PointsOf, StringComparer.Ordinal);
        foreach (var essay in translation.Questions.OfType<Essay>())
        {
            if (originals.TryGetValue(essay.Name, out var points) && points != PointsOf(essay))
            {
                findings.Error(translation.Path, essay.Line, FindingCodes.TranslatedPoints, $"The essay \"{essay.Name}\" gives {PointsOf(essay)} points here, and {points} in {parent.Path}.");
            }
        }
    }

    private static string PointsOf(Essay essay) =>
        string.Join(" + ", essay.Guide.Criteria.Select(criterion => criterion.Points.ToString(CultureInfo.InvariantCulture)));
}
