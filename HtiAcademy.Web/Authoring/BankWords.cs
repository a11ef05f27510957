using HtiAcademy.Domain.Questions;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Authoring;

internal static class BankWords
{
    extension(IStringLocalizer<Words> words)
    {
        public string Say(QuestionKind kind) => kind switch
        {
            QuestionKind.SingleChoice => words["One right answer"],
            QuestionKind.MultipleChoice => words["Several right answers"],
            QuestionKind.TrueFalse => words["True or false"],
            QuestionKind.ShortAnswer => words["Short answer, typed"],
            QuestionKind.Numerical => words["A number"],
            _ => words["Pairs to match"],
        };

        public string SayKind(Question question) => question switch
        {
            SingleChoice => words.Say(QuestionKind.SingleChoice),
            MultipleChoice => words.Say(QuestionKind.MultipleChoice),
            TrueFalse => words.Say(QuestionKind.TrueFalse),
            ShortAnswer => words.Say(QuestionKind.ShortAnswer),
            Numerical => words.Say(QuestionKind.Numerical),
            Matching => words.Say(QuestionKind.Matching),
            Essay => words["Essay, marked by a trainer"],
            _ => words["Text without a question"],
        };

        public string Say(QuestionProblem problem) => problem switch
        {
            QuestionProblem.Name => words["Write a name of 1 to {0} characters.", QuestionForm.LongestName],
            QuestionProblem.NameTaken => words["There is a question of this name already. Choose another name."],
            QuestionProblem.Text => words["Write the question."],
            QuestionProblem.TooFewOptions => words["Write two options at least."],
            QuestionProblem.NoRightOption => words["Mark which option is right."],
            QuestionProblem.NoAnswer => words["Give the right answer."],
            QuestionProblem.NoNumber => words["Give the right number in figures, without a separator for thousands, and how far off an answer may be."],
            QuestionProblem.TooFewPairs => words["Write two pairs at least, and to each entry on the left its match."],
            _ => words["The question cannot be kept as it was typed. Leave out unusual signs, or write it as text."],
        };

        public string Say(BankProblem problem) => problem switch
        {
            BankProblem.Submitted => words["Your draft is submitted. Take it back before you change it."],
            BankProblem.TooLarge => words["The file would be larger than 1 MB."],
            _ => words["Your draft was changed meanwhile. Look at it again."],
        };
    }
}
