using HtiAcademy.Domain.Reports;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Learning;

/// <summary>What officers are asked at the end of a course, in the order of <see cref="Evaluation.Agreement"/>.</summary>
public static class EvaluationWords
{
    /// <summary>Keys of <see cref="Words"/>.</summary>
    public static readonly IReadOnlyList<string> Statements =
    [
        "I will do my work differently because of this course.",
        "The course fits the law and the practice of my country.",
        "I understood the texts and the questions.",
        "I could study with the telephone and the line that I have.",
        "I would recommend the course to a colleague.",
    ];

    extension(IStringLocalizer<Words> words)
    {
        /// <param name="agreement">1 to <see cref="Evaluation.FullAgreement"/>.</param>
        public string SayAgreement(int agreement) => agreement switch
        {
            1 => words["Not at all"],
            2 => words["Little"],
            3 => words["Partly"],
            4 => words["Mostly"],
            _ => words["Fully"],
        };
    }
}
