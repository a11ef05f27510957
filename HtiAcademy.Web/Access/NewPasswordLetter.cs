using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Access;

/// <summary>Carries the code for a new password to who forgot theirs.</summary>
public sealed class NewPasswordLetter(IStringLocalizer<Words> words, AcademyAddress address)
{
    public Mail Write(IssuedCode issued, Person person, DateTimeOffset now)
    {
        using var _ = Language.Speak(Language.Culture(person.Language, person.Country));
        string[] paragraphs =
        [
            words["Dear {0},", person.FullName],
            words["Somebody, probably you, asked for a new password at the HTI Academy. Choose one here within an hour: {0}", address.Page($"/account/new-password/{issued.Code}")],
            words["If it was not you, do nothing: your password stays as it is."],
        ];
        return new Mail($"new-password/{issued.Invitation.Id:N}", person, words["HTI Academy: a new password"], string.Join("\n\n", paragraphs) + "\n", now);
    }
}
