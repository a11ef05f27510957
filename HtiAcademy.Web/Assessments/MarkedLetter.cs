using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Assessments;

/// <summary>Tells an officer, in their language, that what they wrote is marked. Safe on a lock screen: it says neither what it was about nor how it went.</summary>
public sealed class MarkedLetter(IStringLocalizer<Words> words, AcademyAddress address)
{
    public Mail Write(Attempt attempt, Person officer, DateTimeOffset now)
    {
        using var _ = Language.Speak(Language.Culture(officer.Language, officer.Country));
        string[] paragraphs =
        [
            words["Dear {0},", officer.FullName],
            words["A trainer has marked what you wrote at the HTI Academy. The result and the trainer's comments wait for you there."],
            words["Go on here: {0}", address.Page("/")],
        ];
        return new Mail($"marked/{attempt.Id:N}", officer, words["HTI Academy: your work is marked"], string.Join("\n\n", paragraphs) + "\n", now);
    }
}
