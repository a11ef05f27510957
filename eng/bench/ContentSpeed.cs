using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;

namespace Bench;

/// <summary>What the content engine does with a large course, in this process and without a server.</summary>
internal static class ContentSpeed
{
    private const int Visits = 100_000;

    public static void Measure(Table table)
    {
        // Unmeasured, until .NET has compiled it well.
        CourseReader.ReadAll(LargeContent.Of(50));
        Check(table, 50, "");
        Compose(table, Check(table, 100, "10 s"));
    }

    private static Course Check(Table table, int modules, string aim)
    {
        var documents = LargeContent.Of(modules);
        var meter = new Stretch();
        var reading = CourseReader.ReadAll(documents).Single();
        table.Add(meter.Read($"Check of {modules} modules for {LargeContent.Countries} countries in {Languages.All.Count} languages") with { Aim = aim });
        return reading.Findings.Count == 0 ? reading.Course! : throw new InvalidOperationException($"The large course has findings: {reading.Findings[0]}");
    }

    private static void Compose(Table table, Course course)
    {
        List<(Module Module, Locale Locale, string Audience)> pages =
        [
            .. from module in course.Modules
               from country in course.Countries
               from language in Languages.All
               from audience in Audiences.All
               select (module, new Locale(language, country), audience),
        ];
        using var academy = new Academy(_ => throw new InvalidOperationException("The cache needs no database."));
        using var catalogue = new Catalogue(academy);
        var published = new PublishedCourse(Guid.NewGuid(), 1, course, []);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var meter = new Stretch();
        foreach (var (module, locale, audience) in pages)
        {
            meter.Time(() => catalogue.Module(published, module, locale, audience));
        }

        table.Add(meter.Read("Composing a module of 1,500 words", pages.Count) with { Aim = "p50 5 ms" });
        var megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1_000_000.0;

        var last = pages[^1];
        meter = new Stretch();
        for (var visit = 0; visit < Visits; visit++)
        {
            catalogue.Module(published, last.Module, last.Locale, last.Audience);
        }

        table.Add(meter.Read("The same from the cache", Visits) with { Aim = "CPU 0.05 ms" });
        table.Add(new Row($"The cache after {pages.Count} pages of that course") { Megabytes = megabytes, Aim = $"{Catalogue.MostCharacters / 1_000_000} million characters, 2 bytes each" });
    }
}
