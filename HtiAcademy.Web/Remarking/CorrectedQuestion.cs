using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Web.Content;

namespace HtiAcademy.Web.Remarking;

/// <summary>A question whose key is another in a course's latest version than the one attempts were marked by.</summary>
/// <param name="Attempts">How many were marked by the old key.</param>
public sealed record CorrectedQuestion(string ModuleId, string Language, Question Old, Question New, int Attempts)
{
    public string Id => IdOf(ModuleId, Old.Hash, New.Hash);

    /// <summary>As forms and addresses name it: short, and the same only for the same correction.</summary>
    public static string IdOf(string moduleId, string oldHash, string newHash) => $"{moduleId}-{oldHash[..16]}-{newHash[..16]}";
}

/// <summary>Finds the corrected question for one that was drawn.</summary>
public sealed class LatestKeys(PublishedCourse latest)
{
    private readonly Dictionary<(Guid, Locale, string, string, string), CorrectedQuestion?> _found = [];

    public PublishedCourse Latest => latest;

    /// <param name="paper">The version that holds the key which the question was marked by.</param>
    /// <returns>Null when its key stands, or the question no longer asks the same.</returns>
    public CorrectedQuestion? Find(PublishedCourse paper, Locale locale, string assessment, string name, string hash)
    {
        var key = (paper.VersionId, locale, assessment, name, hash);
        if (!_found.TryGetValue(key, out var corrected))
        {
            _found[key] = corrected = Look(paper, locale, assessment, name, hash);
        }

        return corrected;
    }

    private CorrectedQuestion? Look(PublishedCourse paper, Locale locale, string assessment, string name, string hash)
    {
        if (paper.VersionId == latest.VersionId || paper.Course.ModuleAsking(assessment, locale, name, hash) is not { } module)
        {
            return null;
        }

        var old = paper.Questions(locale)[hash];
        var now = latest.Course.Modules.FirstOrDefault(m => m.Id == module.Id)?.Questions(locale).FirstOrDefault(q => q.Name == name);
        return now?.CorrectsKeyOf(old) == true ? new CorrectedQuestion(module.Id, locale.Language, old with { Name = name }, now, 0) : null;
    }
}
