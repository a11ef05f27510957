using HtiAcademy.Domain.Authoring;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Authoring;

/// <summary>What somebody typed and was not saved, for the page that shows it again.</summary>
public sealed record UnsavedText(string Text, DraftProblem Problem)
{
    /// <summary>In thousands of bytes, as people count them.</summary>
    public const int MostKilobytes = Draft.MostBytes / 1000;

    public static string Say(DraftProblem problem, IStringLocalizer<Words> words) => problem switch
    {
        DraftProblem.TooLong => words["The text is too long, so it is not saved: a text may have {0} kilobytes, which is about 150,000 words. Take something out.", MostKilobytes],
        DraftProblem.WrittenElsewhere => words["You wrote in this draft in another window meanwhile, so what you typed here is not saved. Both texts are shown. Make one of them, then save."],
        _ => words["The draft is submitted, published or given up, so what you typed here is not saved. You can copy it."],
    };
}
