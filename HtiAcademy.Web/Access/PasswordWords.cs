using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Access;

internal static class PasswordWords
{
    extension(IStringLocalizer<Words> words)
    {
        public string Say(PasswordProblem problem) => problem switch
        {
            PasswordProblem.TooShort => words["The password needs at least 12 characters."],
            PasswordProblem.TooLong => words["The password may have at most 200 characters."],
            PasswordProblem.Common => words["This password, or one with only digits or signs added, is among those that are guessed first. Choose another, such as a few words that only you would put together."],
            _ => words["The password must not be made of your name, your user name, your mail address or the academy's name."],
        };
    }
}
