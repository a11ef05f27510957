using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Remarking;

/// <summary>
/// Tells officers that their result rose, in their language. As safe on a lock screen as a reminder: it names neither the
/// course nor the question.
/// </summary>
public sealed class RemarkLetter(IStringLocalizer<Words> words, AcademyAddress address)
{
    /// <param name="cause">Of the re-mark: the same one writes once.</param>
    public Mail Write(Enrolment enrolment, Person officer, bool passesNow, bool completed, string cause, DateTimeOffset now)
    {
        using var _ = Language.Speak(Language.Culture(officer.Language, officer.Country));
        List<string> paragraphs =
        [
            words["Dear {0},", officer.FullName],
            words["An assessment that you took at the HTI Academy had a wrong answer in its key. It was corrected, your answers were marked again, and your result rose."],
        ];
        if (completed || passesNow)
        {
            paragraphs.Add(completed ? words["With it you have completed your course. Your certificate is ready."] : words["You have passed this assessment now."]);
        }

        paragraphs.Add(words["See your results here: {0}", address.Page($"/learn/{enrolment.CourseId}")]);
        return new Mail(
            $"remark/{enrolment.Id:N}/{cause}",
            officer,
            words["HTI Academy: your result rose"],
            string.Join("\n\n", paragraphs) + "\n",
            now);
    }
}
