using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Learning;

internal static class ObservedWords
{
    extension(IStringLocalizer<Words> words)
    {
        public string Say(ObservedLevel level) => level switch
        {
            ObservedLevel.OnTheirOwn => words["On their own"],
            ObservedLevel.WithHelp => words["With help"],
            _ => words["Not yet"],
        };

        public string Say(ExerciseProgress exercise) => exercise switch
        {
            { SignedOff: true } => words["signed off"],
            { Observed: true } => words["seen, not signed off yet"],
            _ => words["to be shown to a trainer"],
        };
    }
}
