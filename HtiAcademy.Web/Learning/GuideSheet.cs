using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Content.FieldGuides;
using HtiAcademy.Web.Certificates;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Personnel;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Learning;

/// <summary>A field guide with the words around it, in the language of those who carry it, whoever prints it.</summary>
/// <param name="Readers">Who it was made for: such as <c>Uganda · English · Investigator</c>.</param>
/// <param name="Helpline">Null where the country's file names none.</param>
public sealed record GuideSheet(
    FieldGuide Guide, Locale Locale, string CourseTitle, string Kind, string Readers, string Origin, string Caution, string? Helpline)
{
    public bool IsOnLetter => PaperSizes.Of(Locale.Country) == PaperSizes.Letter;

    /// <param name="audience">Null for every audience.</param>
    public static GuideSheet Write(FieldGuide guide, PublishedCourse published, Locale locale, string? audience, DateTimeOffset now, IStringLocalizer<Words> words)
    {
        using var speaking = Language.Speak(Language.Culture(locale.Language, locale.Country));
        var country = published.Course.Country(locale.Country);
        return new GuideSheet(
            guide,
            locale,
            published.Course.Title(locale),
            words["Field guide"],
            string.Join(" · ", [country.Name(locale.Language), words.Language(locale.Language), .. audience is null ? (string[])[] : [words.SayAudience(audience)]]),
            words["Made on {0} from version {1} of the course.", LocalTime.Show(now, country), published.Number],
            words["This guide is an aid to memory. It is not legal advice, and its text awaits review by counsel."],
            country.Helpline is { } helpline ? words["Helpline: {0}", helpline.Wording(locale.Language)].Value : null);
    }
}
