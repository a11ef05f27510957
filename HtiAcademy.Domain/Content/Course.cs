using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Content.Courses;
using HtiAcademy.Domain.Content.FieldGuides;
using HtiAcademy.Domain.Content.Markdown.Links;
using HtiAcademy.Domain.Content.Matrix;
using HtiAcademy.Domain.Content.Tailoring;
using HtiAcademy.Domain.Learning;

namespace HtiAcademy.Domain.Content;

/// <summary>A course as one version of its files tells it. Immutable, and safe to share between threads.</summary>
public sealed class Course
{
    /// <summary>Where the field guide stands among the course's pages.</summary>
    public const string FieldGuideId = "field-guide";

    private readonly CourseSettings _settings;
    private readonly TailoredText _welcome;
    private readonly Dictionary<string, Country> _countries;
    private readonly Dictionary<string, Module> _modules;
    private readonly Lazy<TailoringMatrix> _tailoring;

    internal Course(string folder, CourseSettings settings, TailoredText welcome, IEnumerable<Country> countries, IReadOnlyList<Module> modules)
    {
        Folder = folder;
        _settings = settings;
        _welcome = welcome;
        _countries = countries.Where(country => settings.Countries.Contains(country.Code, StringComparer.Ordinal)).ToDictionary(country => country.Code, StringComparer.Ordinal);
        _modules = modules.ToDictionary(module => module.Id, StringComparer.Ordinal);
        Modules = modules;
        StaleSections = [.. modules.Select(module => module.Text).Prepend(welcome).SelectMany(Staleness.Of)];
        _tailoring = new(() => TailoringMatrix.Of(new CourseParts(folder, settings, [.. _countries.Values], welcome, modules)));
    }

    public string Id => _settings.Id;

    /// <summary><c>courses/foundations</c>.</summary>
    public string Folder { get; }

    public string Language => _settings.Language;

    public IReadOnlyList<string> Countries => _settings.Countries;

    public IReadOnlyList<string> Audience => _settings.Audience;

    public decimal Hours => _settings.Hours;

    /// <summary>Percent.</summary>
    public int Pass => _settings.Pass;

    public int Attempts => _settings.Attempts;

    /// <summary>From one attempt to the next.</summary>
    public TimeSpan Wait => _settings.Wait;

    /// <summary>Null when the certificate does not expire.</summary>
    public int? ValidityMonths => _settings.ValidityMonths;

    public Assessment Final => _settings.Final;

    public Assessment? Pretest => _settings.Pretest;

    /// <param name="id">A module's id for its quiz, <see cref="Step.Pretest"/> or <see cref="Step.Final"/>.</param>
    /// <returns>Null when the course has no such assessment.</returns>
    public Assessment? AssessmentOf(string id) => id switch
    {
        Step.Final => Final,
        Step.Pretest => Pretest,
        _ => _modules.GetValueOrDefault(id)?.Quiz,
    };

    /// <summary>Ids of the courses to be completed before this one.</summary>
    public IReadOnlyList<string> Requires => [.. _settings.Requires.Select(course => course.Text)];

    /// <summary>The courses whose certificates this one renews, beside its own.</summary>
    public IReadOnlyList<string> Refreshes => [.. _settings.Refreshes.Select(course => course.Text)];

    /// <summary>Practical exercises that a trainer watches, in the author's order.</summary>
    public IReadOnlyList<ObservedExercise> Observed => _settings.Observed;

    /// <summary>In the order of their folders' numbers.</summary>
    public IReadOnlyList<Module> Modules { get; }

    /// <summary>What trainers should compare with its changed parent. Officers are still shown it.</summary>
    public IReadOnlyList<StaleSection> StaleSections { get; }

    /// <summary>Made when it is first asked for.</summary>
    public TailoringMatrix Tailoring => _tailoring.Value;

    /// <exception cref="KeyNotFoundException">The course is not given there.</exception>
    public Country Country(string code) => _countries[code];

    /// <exception cref="KeyNotFoundException">There is no such module.</exception>
    public Module Module(string id) => _modules[id];

    public string Title(Locale locale) => _welcome.In(locale.Language).Title;

    public string Summary(Locale locale) => _welcome.In(locale.Language).Summary;

    /// <param name="audience">Null for modules of every audience.</param>
    public IReadOnlyList<Module> ModulesFor(string country, string? audience) =>
        [.. Modules.Where(module => module.IsFor(country, audience))];

    /// <summary>
    /// The assessments that are not, for a country's officers, as they were in an earlier version of this course: modules'
    /// ids, and <see cref="Step.Final"/> when the course's own rules for assessing changed. Empty when whoever studies the
    /// earlier version can go on with this one as if nothing had happened.
    /// </summary>
    public IReadOnlyList<string> AssessmentsChangedSince(Course earlier, string country)
    {
        var (now, before) = (AssessmentPlan.Of(this, country), AssessmentPlan.Of(earlier, country));
        return [.. now.Keys.Union(before.Keys, StringComparer.Ordinal).Where(id => now.GetValueOrDefault(id) != before.GetValueOrDefault(id))];
    }

    /// <summary>The module from whose bank an assessment drew a question. Names are unique within one bank only.</summary>
    /// <param name="assessment">A module's id for its quiz, else the name of an assessment that draws from all banks.</param>
    /// <returns>Null when no bank holds it.</returns>
    public Module? ModuleAsking(string assessment, Locale locale, string name, string hash) =>
        Modules.FirstOrDefault(module =>
            (module.Id == assessment || !_modules.ContainsKey(assessment))
            && module.Questions(locale).Any(question => question.Name == name && question.Hash == hash));

    /// <summary>The course's own text, as HTML.</summary>
    /// <param name="audience">Null for a reader of every audience's text, such as a trainer.</param>
    public string Welcome(Locale locale, string? audience) => string.Concat(Page(_welcome, null, locale, audience).Parts.Select(part => part.Html));

    /// <param name="beside">The address under which the text's images are served; null for where officers read it.</param>
    /// <inheritdoc cref="Welcome"/>
    public ComposedModule Compose(string moduleId, Locale locale, string? audience, string? beside = null)
    {
        var module = Module(moduleId);
        var page = Page(module.Text, module.Id, locale, audience, beside);
        return new ComposedModule(module.Title(locale), page.Language, module.Objectives(locale), module.Minutes, page.Parts, page.Sections);
    }

    /// <summary>A text section by section, as every audience of a locale gets it.</summary>
    /// <param name="textId">A module's id, or <see cref="MatrixRow.Welcome"/>.</param>
    /// <param name="beside">The address under which the text's images are served.</param>
    public IReadOnlyList<ComposedSection> Sections(string textId, Locale locale, string beside)
    {
        var (text, moduleId) = textId == MatrixRow.Welcome ? (_welcome, null) : (Module(textId).Text, textId);
        return ComposedPage.RenderSections(text.Compose(locale, audience: null), Country(locale.Country), new PageAddress(Id, moduleId, beside));
    }

    /// <summary>The notes, warnings and checklists of all modules, to print.</summary>
    /// <inheritdoc cref="Welcome"/>
    public FieldGuide FieldGuide(Locale locale, string? audience) => new(
    [
        .. ModulesFor(locale.Country, audience).Select((module, index) =>
        {
            var text = module.Text.Compose(locale, audience);
            return new GuideChapter(index + 1, module.Title(locale), text.Language, KeyPassages.Of(text, Country(locale.Country)));
        }),
    ]);

    /// <summary>Where each section comes from that officers of a locale read.</summary>
    /// <param name="textId">A module's id, or <see cref="MatrixRow.Welcome"/>.</param>
    /// <returns>Null when nobody reads it there.</returns>
    public TextOutline? Outline(string textId, Locale locale)
    {
        var isRead = Tailoring.Rows.FirstOrDefault(row => row.TextId == textId)?.Cells.Any(cell => cell.Texts.Any(text => text.Locale == locale)) ?? false;
        return isRead ? TextOutline.Of(textId == MatrixRow.Welcome ? _welcome : Module(textId).Text, locale) : null;
    }

    private ComposedPage Page(TailoredText text, string? moduleId, Locale locale, string? audience, string? beside = null) =>
        ComposedPage.Render(text.Compose(locale, audience), Country(locale.Country), new PageAddress(Id, moduleId, beside));
}

/// <param name="Minutes">Null when there is no time limit.</param>
/// <param name="OnOnePage">All questions on one page, not each on its own.</param>
public sealed record Assessment(int Draw, int? Minutes, bool OnOnePage = false, FeedbackPolicy Feedback = FeedbackPolicy.AtOnce)
{
    /// <summary>Whether an officer may see what each answer was worth.</summary>
    /// <param name="passed">This assessment, in this attempt or another.</param>
    /// <param name="today">In the officer's country.</param>
    public bool ShowsAnswers(bool passed, DateOnly today, DateOnly dueOn) => Feedback switch
    {
        FeedbackPolicy.AtOnce => true,
        FeedbackPolicy.AfterPassing => passed,
        FeedbackPolicy.AfterDue => today > dueOn,
        _ => false,
    };
}

/// <summary>When officers see what each of their answers was worth, with its feedback. The percentage is always shown at once.</summary>
public enum FeedbackPolicy
{
    AtOnce,
    AfterPassing,

    /// <summary>After the day that the officer's course is due.</summary>
    AfterDue,
    Never,
}

/// <param name="Language">Of the text that was found, which need not be the one asked for.</param>
public sealed record ComposedModule(
    string Title, string Language, IReadOnlyList<string> Objectives, int Minutes, IReadOnlyList<PagePart> Parts, IReadOnlyList<SectionLink> Sections);

/// <summary>A section for a table of contents; <paramref name="Level"/> is 2.</summary>
public sealed record SectionLink(string Id, string Title, int Level);
