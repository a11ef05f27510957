using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Learning;

public static class StateWords
{
    extension(IStringLocalizer<Words> words)
    {
        public string Say(EnrolmentState state) => state switch
        {
            EnrolmentState.Invited => words["Invited"],
            EnrolmentState.Active => words["In progress"],
            EnrolmentState.Completed => words["Completed"],
            EnrolmentState.Withdrawn => words["Withdrawn"],
            _ => words["Expired"],
        };
    }
}
