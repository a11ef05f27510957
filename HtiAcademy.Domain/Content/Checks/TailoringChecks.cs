using HtiAcademy.Domain.Content.Tailoring;
using HtiAcademy.Domain.Content.Text;

namespace HtiAcademy.Domain.Content.Checks;

/// <summary>Whether translations and overlays fit what they were made for.</summary>
internal static class TailoringChecks
{
    public static void Check(TailoredText texts, CheckedCourse course)
    {
        foreach (var text in texts.All.Where(text => !text.Name.IsBase))
        {
            CheckParent(text, texts, course);
        }

        foreach (var stale in Staleness.Of(texts))
        {
            var reason = stale.Reviewed is null ? "has not been reviewed against" : "was last reviewed against an older wording of";
            course.Findings.Warning(stale.Path, stale.Line, FindingCodes.StaleSection, $"The section \"{stale.SectionId}\" {reason} {stale.ParentPath}; compare them, then accept.");
        }

        CheckUntranslatedOverlays(texts, course);
    }

    private static void CheckParent(AuthoredText text, TailoredText texts, CheckedCourse course)
    {
        if (texts.ParentOf(text) is not { } parent)
        {
            course.Findings.Error(text.Path, 1, FindingCodes.MissingTranslation, $"There is no translation into \"{text.Name.Language}\" for this overlay to change.");
        }
        else if (text.Name.IsTranslation)
        {
            CheckTranslation(text, parent, course.Findings);
        }
        else
        {
            CheckOverlay(text, parent, course.Findings);
        }
    }

    private static void CheckTranslation(AuthoredText text, AuthoredText parent, FindingList findings)
    {
        foreach (var missing in WithIds(parent.Whole).Where(section => text.Find(section.Id!) is null))
        {
            findings.Error(text.Path, 1, FindingCodes.MissingSection, $"The section \"{missing.Id}\" of {parent.Path} is not translated.");
        }

        foreach (var extra in WithIds(text.Whole).Where(section => parent.Find(section.Id!) is null))
        {
            findings.Error(text.Path, extra.Heading.Line, FindingCodes.ExtraSection, $"{parent.Path} has no section \"{extra.Id}\".{HintAt(extra.Id!, parent)}");
        }

        CheckOrder(text, parent, findings);
    }

    /// <summary>Of the sections that both have; where the order first differs is said alone, because all below it follows from that.</summary>
    private static void CheckOrder(AuthoredText text, AuthoredText parent, FindingList findings)
    {
        var here = WithIds(text.Whole).Where(section => parent.Find(section.Id!) is not null).ToList();
        var there = WithIds(parent.Whole).Where(section => text.Find(section.Id!) is not null);
        foreach (var section in here.Where(section => section.Level != parent.Find(section.Id!)!.Level))
        {
            var level = parent.Find(section.Id!)!.Level;
            findings.Error(text.Path, section.Heading.Line, FindingCodes.SectionOrder, $"The section \"{section.Id}\" of {parent.Path} has a heading of level {level}; use {new string('#', level)} here too.");
        }

        var (misplaced, expected) = here.Zip(there).FirstOrDefault(pair => pair.First.Id != pair.Second.Id);
        if (misplaced is not null)
        {
            findings.Error(text.Path, misplaced.Heading.Line, FindingCodes.SectionOrder, $"The section \"{misplaced.Id}\" stands where {parent.Path} has \"{expected.Id}\"; put the sections in its order.");
        }
    }

    private static void CheckOverlay(AuthoredText overlay, AuthoredText parent, FindingList findings)
    {
        if (overlay.Whole.Own.FirstOrDefault(line => !string.IsNullOrWhiteSpace(line.Source)) is { } outside)
        {
            findings.Error(overlay.Path, outside.Line, FindingCodes.OutsideSection, "Text above the first section of an overlay is not used; put it under a heading with an id.");
        }

        foreach (var word in overlay.Removed.Where(word => parent.Find(word.Text) is null))
        {
            findings.Error(overlay.Path, word.Line, FindingCodes.MatchesNothing, $"{parent.Path} has no section \"{word.Text}\" to remove.{HintAt(word.Text, parent)}");
        }

        var composed = Composition.Compose(parent.Whole, overlay).SelfAndInside.ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var section in overlay.Whole.Inside)
        {
            if (ProblemOf(section, parent, composed.Contains(section)) is var (code, message))
            {
                findings.Error(overlay.Path, section.Heading.Line, code, message);
            }
        }
    }

    private static (string Code, string Message)? ProblemOf(Section section, AuthoredText parent, bool isUsed)
    {
        if (section.Id is null)
        {
            return (FindingCodes.OutsideSection, "A section of an overlay needs an id, to say what it replaces or where it belongs.");
        }

        var target = parent.Find(section.After ?? section.Id);
        if (!isUsed)
        {
            return (FindingCodes.MatchesNothing, section.After is null
                ? $"{parent.Path} has no section \"{section.Id}\" to replace; a new section says where it belongs: {{#{section.Id} after=other-id}}.{HintAt(section.Id, parent)}"
                : $"There is no section \"{section.After}\" to put this one after.{HintAt(section.After, parent)}");
        }

        var fits = target is null || (section.After is null ? section.Level == target.Level : section.Level >= target.Level);
        return fits ? null : (FindingCodes.HeadingJump, $"The section \"{target!.Id}\" of {parent.Path} has a heading of level {target.Level}; use {new string('#', target.Level)} here too.");
    }

    private static void CheckUntranslatedOverlays(TailoredText texts, CheckedCourse course)
    {
        foreach (var overlay in texts.All.Where(text => text.Name.IsOverlay && text.Name.Language == course.Settings.Language))
        {
            var languages = course.Countries.FirstOrDefault(country => country.Code == overlay.Name.Country)?.Languages ?? [];
            foreach (var language in languages.Where(language => texts.LanguagesWritten.Contains(language, StringComparer.Ordinal) && texts.Overlay(language, overlay.Name.Country!) is null))
            {
                course.Findings.Warning(overlay.Path, 1, FindingCodes.UntranslatedOverlay, $"{overlay.Name.Country}'s officers who read \"{language}\" do not get this; there is no overlay for {language}-{overlay.Name.Country}.");
            }
        }
    }

    private static IEnumerable<Section> WithIds(Section whole) => whole.SelfAndInside.Where(section => section.Id is not null);

    private static string HintAt(string id, AuthoredText parent) => Spelling.Hint(id, WithIds(parent.Whole).Select(section => section.Id!));
}
