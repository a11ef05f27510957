using System.Globalization;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Personnel;

internal static class PeopleWords
{
    public static string NameOf(string country) => country.Length == 0 ? "" : new RegionInfo(country).DisplayName;

    extension(IStringLocalizer<Words> words)
    {
        public string Say(Roles role) => role switch
        {
            Roles.Officer => words["Officer"],
            Roles.Trainer => words["Trainer"],
            Roles.LeadTrainer => words["Lead trainer"],
            Roles.Partner => words["Partner"],
            _ => words["Administrator"],
        };

        public string SayAll(Roles roles) => string.Join(", ", RolesOffered.Where(role => roles.HasFlag(role)).Select(role => words.Say(role)));

        public string SayAudience(string audience) => audience switch
        {
            Audiences.Prosecutor => words["Prosecutor"],
            Audiences.VictimServices => words["Victim services"],
            _ => words["Investigator"],
        };

        public string Say(AccountState state) => state switch
        {
            AccountState.Invited => words["Invited"],
            AccountState.Active => words["Active account"],
            _ => words["Kept out"],
        };

        public string Say(InvitationState state) => state switch
        {
            InvitationState.Used => words["This code was used already. Sign in, or ask for a new one."],
            InvitationState.Revoked => words["This code was taken back. Ask your trainer for a new one."],
            _ => words["This code has expired. Ask your trainer for a new one."],
        };

        public string Say(PersonProblem problem) => problem switch
        {
            PersonProblem.Name => words["Write the name with 2 to {0} letters, as it shall stand on the certificate.", CertificateChange.LongestName],
            PersonProblem.Letters => words["The academy's papers cannot print all letters of this name. Write it in others."],
            PersonProblem.Rank => words["The rank has at most {0} characters.", FactChecks.LongestRank],
            PersonProblem.Email => words["This is not a mail address that can be used."],
            PersonProblem.EmailTaken => words["This address belongs to another account. Who shares a mailbox gets a user name and a slip instead."],
            PersonProblem.AskAnAdministrator => words["Nobody can be invited with this address. Leave it empty to use a user name, or ask an administrator."],
            PersonProblem.UserName => words["A user name has {0} to {1} small letters without accents, digits, dots, hyphens or underscores.", FactChecks.ShortestUserName, FactChecks.LongestUserName],
            PersonProblem.UserNameTaken => words["This user name is taken. Choose another, or leave it empty."],
            PersonProblem.Role => words["Choose at least one role."],
            PersonProblem.LeadTrainer => words["A lead trainer is a trainer too: choose both roles."],
            PersonProblem.Language => words["Choose one of the academy's languages."],
            PersonProblem.Country => words["Choose a country in which the academy's courses are given."],
            PersonProblem.Audience => words["Choose what the person's work is."],
            PersonProblem.Agency => words["Officers and partners need an agency of their country."],
            PersonProblem.TrainsIn => words["A trainer needs at least one country, and nobody else has any."],
            PersonProblem.NameOnCertificate => words["The name stands on a certificate: ask for a correction of its name instead, which two people decide."],
            PersonProblem.Reason => words["Choose a reason."],
            PersonProblem.Yourself => words["Nobody changes their own roles or keeps themselves out. Ask another administrator."],
            _ => words["This is the last administrator: make another one first."],
        };

        public string Say(AccountReason reason) => reason switch
        {
            AccountReason.Left => words["Left the agency or the work"],
            AccountReason.CameBack => words["The person came back"],
            AccountReason.AskedFor => words["The person asked for it"],
            AccountReason.Ordered => words["A court or an authority ordered it"],
            AccountReason.Misuse => words["The account was misused, or that is feared"],
            AccountReason.Cleared => words["What was feared did not prove true"],
            AccountReason.NotNeeded => words["The account is not needed"],
            _ => words["The person was kept out by mistake"],
        };

        public string Say(MergeProblem problem) => problem switch
        {
            MergeProblem.Unknown => words["No other account has this user name or mail address."],
            MergeProblem.SameAccount => words["That is this account itself."],
            MergeProblem.Yourself => words["Your own account cannot go into another. Ask another administrator."],
            MergeProblem.Staff => words["The account that would go is or was one of staff. Merge the other way round, or keep the person out of it."],
            MergeProblem.SameCohort => words["Both accounts are in the same cohort. A cohort has each officer once."],
            _ => words["Both accounts hold a valid certificate of the same course. Have one of them revoked first."],
        };
    }

    public static IReadOnlyList<Roles> RolesOffered { get; } = [Roles.Officer, Roles.Trainer, Roles.LeadTrainer, Roles.Partner, Roles.Administrator];
}
