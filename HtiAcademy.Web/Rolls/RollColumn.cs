using System.Globalization;
using System.Text;
using HtiAcademy.Domain;

namespace HtiAcademy.Web.Rolls;

/// <summary>What a roll says of each officer.</summary>
public enum RollColumn
{
    Name,
    Mail,
    UserName,
    Rank,
    Agency,
    Audience,
    Language,
}

/// <summary>The headings by which the columns are known, whatever language the academy speaks to who uploads.</summary>
public static class RollColumns
{
    // The first of each language is the one in the template.
    private static readonly Dictionary<RollColumn, Dictionary<string, string[]>> Headings = new()
    {
        [RollColumn.Name] = Of("name|full name", "nombre|nombre completo", "nom|nom complet"),
        [RollColumn.Mail] = Of("mail|e-mail|email address|mail address", "correo|correo electrónico|dirección de correo", "courriel|adresse électronique|adresse e-mail|adresse mail"),
        [RollColumn.UserName] = Of("user_name|user", "usuario|nombre de usuario", "identifiant|nom d’utilisateur|utilisateur"),
        [RollColumn.Rank] = Of("rank", "rango|grado|cargo", "grade|rang"),
        [RollColumn.Agency] = Of("agency", "institución|agencia|organismo", "institution|organisme|agence|service"),
        [RollColumn.Audience] = Of("audience", "público|perfil", "public|profil"),
        [RollColumn.Language] = Of("language", "idioma", "langue"),
    };

    private static readonly Dictionary<string, RollColumn> ByHeading = Headings
        .SelectMany(column => column.Value.Values.SelectMany(all => all).Select(heading => (Heading: Letters(heading), column.Key)))
        .DistinctBy(pair => pair.Heading)
        .ToDictionary(pair => pair.Heading, pair => pair.Key, StringComparer.Ordinal);

    /// <returns>Null when it heads no column that the academy reads.</returns>
    public static RollColumn? Find(string heading) => ByHeading.TryGetValue(Letters(heading), out var column) ? column : null;

    /// <param name="language">One that the academy speaks.</param>
    public static string Heading(RollColumn column, string language) => Headings[column][language][0];

    /// <summary>In small letters without accents, signs or blanks: two ways to write one word give the same.</summary>
    public static string Letters(string text)
    {
        var letters = TypedText.WellFormed(text).Normalize(NormalizationForm.FormD).Where(c => char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        return new string([.. letters]).ToLowerInvariant();
    }

    private static Dictionary<string, string[]> Of(string en, string es, string fr) =>
        new(StringComparer.Ordinal) { ["en"] = en.Split('|'), ["es"] = es.Split('|'), ["fr"] = fr.Split('|') };
}
