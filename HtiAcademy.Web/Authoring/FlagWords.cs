using HtiAcademy.Domain.Authoring;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Authoring;

internal static class FlagWords
{
    extension(IStringLocalizer<Words> words)
    {
        public string Say(FlagKind kind) => kind switch
        {
            FlagKind.NotDoneHere => words["It is not done like this here"],
            FlagKind.OutOfDate => words["It is out of date"],
            _ => words["It is unclear"],
        };

        public string Say(FlagOutcome outcome) => outcome switch
        {
            FlagOutcome.Changed => words["The text was or will be changed"],
            _ => words["The text stays as it is"],
        };

        public string Say(FlagProblem problem) => problem switch
        {
            FlagProblem.Section => words["Choose the section."],
            FlagProblem.Kind => words["Choose what is wrong with it."],
            FlagProblem.Sentence => words["Write one sentence of 1 to {0} characters.", SectionFlag.MostCharacters],
            FlagProblem.TooMany => words["{0} of your hints wait for an answer. Send the next one when some are answered.", SectionFlag.MostWaiting],
            FlagProblem.Outcome => words["Choose what becomes of the text."],
            _ => words["Somebody answered this meanwhile, and the officer was told so. The first answer stands."],
        };

        public string SectionName(string? heading) => heading ?? words["Text above the first section"];
    }
}
