using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Assessments;

internal static class MarkingWords
{
    extension(MarkingStage stage)
    {
        /// <summary>Whether the trainer who sees it so has something to do.</summary>
        public bool IsToDo => stage is MarkingStage.ToMark or MarkingStage.ToMarkSecond or MarkingStage.ToAgree;
    }

    extension(IStringLocalizer<Words> words)
    {
        public string Say(MarkingStage stage, bool hasDraft) => stage switch
        {
            MarkingStage.ToMark or MarkingStage.ToMarkSecond when hasDraft => words["Your draft"],
            MarkingStage.ToMark => words["To mark"],
            MarkingStage.ToMarkSecond => words["To mark as second marker"],
            MarkingStage.WaitsForSecond => words["Marked by you; waits for a second marker"],
            MarkingStage.ToAgree => words["Two marks differ: to agree"],
            MarkingStage.OthersAgree => words["Two marks differ: their markers agree"],
            _ => words["Marked"],
        };

        public string Assessment(string assessment, Course course, Locale reader) =>
            assessment == Step.Final ? words["Final assessment"] : words["Quiz: {0}", course.Module(assessment).Title(reader)];
    }
}
