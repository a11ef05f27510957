using System.Text;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Certificates;

namespace HtiAcademy.Web.Certificates;

/// <summary>Names of files that every computer takes and that say whose certificate it is.</summary>
internal static class FileNames
{
    private const int LongestHolder = 60;

    /// <summary>The number comes first: it is unique, and no name can make the file's name a reserved one.</summary>
    public static string Of(Certificate certificate)
    {
        var name = Safe(certificate.Printed.HolderName);
        return name.Length == 0 ? $"{certificate.Number}.pdf" : $"{certificate.Number} {name}.pdf";
    }

    /// <summary>Letters and digits of every script; a blank for a run of anything else.</summary>
    public static string Safe(string text)
    {
        var safe = new StringBuilder();
        foreach (var rune in TypedText.WellFormed(text).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var fits = Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark || rune.Value == '-';
            safe.Append(fits ? rune.ToString() : safe.Length == 0 || safe[^1] == ' ' ? "" : " ");
            if (safe.Length >= LongestHolder)
            {
                break;
            }
        }

        return safe.ToString().Trim(' ', '-');
    }
}
