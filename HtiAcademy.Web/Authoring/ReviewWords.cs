using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Authoring;

/// <summary>What drafts, and what becomes of them, are called on pages.</summary>
internal static class ReviewWords
{
    extension(IStringLocalizer<Words> words)
    {
        /// <summary>Such as <c>Your law: Uganda's own sections (English)</c>.</summary>
        /// <param name="courses">As they are published.</param>
        /// <param name="reader">Whose language names the courses.</param>
        public string Title(AuthoredFile file, IReadOnlyList<Course> courses, Locale reader)
        {
            var country = file.Country is { } code ? courses.CountryName(code, reader.Language) : "";
            if (file.Kind == AuthoredKind.Facts)
            {
                return words["Facts of {0}", country];
            }

            var course = courses.FirstOrDefault(c => c.Folder == file.CourseFolder);
            var text = course is null ? file.Folder
                : file.Folder == course.Folder ? $"{course.Title(reader)}, {words["Welcome text"]}"
                : course.Modules.FirstOrDefault(m => m.Folder == file.Folder)?.Title(reader) ?? file.Folder;
            return $"{text}: {words.What(file, country)}";
        }

        public string Say(DraftState state) => state switch
        {
            DraftState.Writing => words["being written"],
            DraftState.Submitted => words["waiting for a decision"],
            DraftState.Published => words["now published"],
            _ => words["given up"],
        };

        public string Say(ReviewProblem problem) => problem switch
        {
            ReviewProblem.NotWriting => words["The draft is submitted, published or given up already. Look at it again."],
            ReviewProblem.NotSubmitted => words["The draft waits for no decision any more: its author took it back, or somebody has decided."],
            ReviewProblem.NotOpen => words["The draft is published or given up already."],
            ReviewProblem.ReadEarlier => words["The draft was changed meanwhile. Read it as it is now, and decide then."],
            ReviewProblem.PublishedSince => words["This text was published anew after the draft was begun. Its author must first see both side by side, and choose."],
            ReviewProblem.NothingNew => words["The draft says what is published already."],
            ReviewProblem.HasErrors => words["The draft has errors. They stand below, with their lines."],
            ReviewProblem.ImageTaken => words["Another text shows a picture of the same name. Its author must give the new picture another name."],
            ReviewProblem.NoComment => words["Write at least one comment, so that whoever reads it knows what to change."],
            ReviewProblem.CommentText => words["A comment has at most {0} characters.", DraftComment.MostCharacters],
            ReviewProblem.AnswerText => words["Write an answer of 1 to {0} characters.", DraftComment.MostCharacters],
            ReviewProblem.Agency => words["Choose an agency of the draft's country."],
            ReviewProblem.NotChosen => words["Choose for every part whose words go on."],
            _ => words["The text is too long."],
        };

        private string What(AuthoredFile file, string country) => file switch
        {
            { Kind: AuthoredKind.Base } => words["base text"],
            { Kind: AuthoredKind.Translation, Language: { } language } => words["translation, {0}", words.Language(language)],
            { Kind: AuthoredKind.Overlay, Language: { } language } => words["own sections, {0}, {1}", country, words.Language(language)],
            { Country: not null, Language: { } language } => words["questions, {0}, {1}", country, words.Language(language)],
            { Language: { } language } => words["questions, {0}", words.Language(language)],
            _ => words["base questions"],
        };
    }
}
