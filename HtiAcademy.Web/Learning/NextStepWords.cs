using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Learning;

/// <summary>
/// The one next step in words. Modules are told by number: their titles say what the course is about, and a telephone may
/// show a message to whoever stands beside it.
/// </summary>
public static class NextStepWords
{
    extension(IStringLocalizer<Words> words)
    {
        public string Say(NextStep next, Progress progress, Country country)
        {
            var number = 1 + progress.Modules.TakeWhile(module => module != progress.NextModule).Count();
            return next switch
            {
                NextStep.CompleteAnotherCourse => words["Complete another course first"],
                NextStep.TakePretest => words["Take the pre-test"],
                NextStep.ReadModule => words["Read module {0} of {1}", number, progress.Modules.Count],
                NextStep.TakeQuiz => words["Take the quiz of module {0} of {1}", number, progress.Modules.Count],
                NextStep.TakeFinal => words["Take the final assessment"],
                NextStep.WaitForFinal => words["Try the final assessment again from {0}", LocalTime.Show(progress.FinalOpensAt!.Value, country)],
                NextStep.WaitForMarking => words["Wait until a trainer has marked what was written"],
                NextStep.ShowInPractice => words["Show a trainer what is to be done in practice"],
                NextStep.AskTrainer => words["Ask a trainer: no attempt at the final assessment is left"],
                _ => "",
            };
        }
    }
}
