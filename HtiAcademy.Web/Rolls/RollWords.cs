using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Rolls;

internal static class RollWords
{
    extension(IStringLocalizer<Words> words)
    {
        /// <param name="done">Whether it is done, not only going to be.</param>
        public string Say(Fate fate, bool done) => fate switch
        {
            Fate.New => done ? words["New: invited and enrolled"] : words["New: will be invited and enrolled"],
            Fate.Enrolled => done ? words["Known: enrolled"] : words["Known: will be enrolled"],
            Fate.Member => words["In the cohort already"],
            Fate.Repeated => words["Repeated"],
            _ => words["Not enrolled"],
        };

        /// <returns>Empty when there is nothing to explain.</returns>
        public string Explain(EntryFate fate) => fate.Fate == Fate.Repeated ? words["The same officer as in line {0}.", fate.Detail!] : fate.Problem is { } problem ? words.Say(problem, fate.Detail) : "";

        public FateLine Tell(EntryFate fate, bool done) => new(fate.Entry.Line, fate.Entry.Name, words.Say(fate.Fate, done), words.Explain(fate), fate.UserName ?? "");

        private string Say(RollProblem problem, string? detail) => problem switch
        {
            RollProblem.Quotes => words["The quotation marks of this line do not match. Close each one that is opened."],
            RollProblem.NoName => words["The name is missing."],
            RollProblem.Name => words["The name must have 2 to {0} characters, all of them of the kind that names have.", CertificateChange.LongestName],
            RollProblem.Letters => words["The academy's papers cannot print these letters: {0}. Write the name in others.", detail!],
            RollProblem.NoAddress => words["There is neither a mail address nor a user name. Give one of them."],
            RollProblem.Mail => words["“{0}” is no mail address.", detail!],
            RollProblem.UserName => words["“{0}” is no user name: it takes {1} to {2} letters from a to z, digits, points, hyphens or underscores.", detail!, FactChecks.ShortestUserName, FactChecks.LongestUserName],
            RollProblem.Rank => words["The rank has more than 100 characters."],
            RollProblem.NoAgency => words["The agency is missing. The cohort is for several: write one of those that stand above the list, or give the cohort an agency."],
            RollProblem.Agency => words["The academy knows no agency “{0}” in this country. Write it as it stands above the list, or have it added.", detail!],
            RollProblem.Audience => words["“{0}” is no audience: write investigator, prosecutor or victim-services.", detail!],
            RollProblem.Language => words["The academy does not know the language “{0}”. Write en, es or fr.", detail!],
            RollProblem.Shared => words["Two names have “{0}”. Give who shares a mailbox a user name of their own instead.", detail!],
            RollProblem.Mismatch => words["The mail address and the user name are not of one account."],
            RollProblem.OtherName => words["The account of that address bears another name. Look whether it is the same officer."],
            RollProblem.Withdrawn => words["Was withdrawn from this cohort. Bring them back on their own page."],
            RollProblem.OtherCohort => words["Takes this course in another cohort. Move them from there instead."],
            _ => words["Cannot be enrolled: ask an administrator."],
        };
    }
}
