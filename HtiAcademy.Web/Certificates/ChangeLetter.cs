using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Certificates;

/// <summary>Tells whoever asked for a change of a certificate what became of it, in their language.</summary>
public sealed class ChangeLetter(IStringLocalizer<Words> words, AcademyAddress address)
{
    /// <param name="change">Decided.</param>
    /// <param name="number">Of the certificate that it was asked for.</param>
    public Mail Write(CertificateChange change, string number, Person asker, DateTimeOffset now)
    {
        using var _ = Language.Speak(Language.Culture(asker.Language, asker.Country));
        string[] paragraphs =
        [
            words["Dear {0},", asker.FullName],
            words["You asked for a change of the certificate {0}: {1}.", number, words.Say(change.Kind)],
            change.Approved == true ? words["It was approved."] : words["It was refused: {0}", change.Answer!],
            words["See it here: {0}", address.Page(ChangeEndpoints.Address(number))],
        ];
        return new Mail($"certificate-change/{change.Id:N}", asker, words["HTI Academy: what you asked for was decided"], string.Join("\n\n", paragraphs) + "\n", now);
    }
}
