using System.Globalization;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Web.Learning;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Reports;

/// <summary>Puts a cohort's figures into words and tables, in the language that is spoken.</summary>
public sealed class CohortTables(IStringLocalizer<Words> words)
{
    public ReportBody Write(CohortSheet sheet)
    {
        ReportTable?[] tables =
        [
            About(sheet), Summary(sheet), Enrolment(sheet), Steps(sheet), words.Finals(sheet), words.Gain(sheet), Stuck(sheet),
            words.Questions(sheet), Certificates(sheet), words.Evaluation(sheet), Officers(sheet), words.Definitions(sheet),
        ];
        return new ReportBody(
            words["Progress of {0}", sheet.Cohort.Name],
            words["Personal data: for the readers it was sent to, and nobody else."],
            sheet.Figures.AsOf,
            [.. tables.OfType<ReportTable>()]);
    }

    private ReportTable About(CohortSheet sheet)
    {
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        (string, string)[] rows =
        [
            (words["Cohort"], sheet.Cohort.Name),
            (words["Course"], sheet.CourseTitle(language)),
            (words["Country"], sheet.Country.Name(language)),
            (words["Dates"], $"{LocalTime.Show(sheet.Cohort.StartsOn)} – {LocalTime.Show(sheet.Cohort.DueOn)}"),
            (words["About"], sheet.AgencyName is null ? words["All officers of the cohort"] : words["Officers of {0}", sheet.AgencyName]),
            (words["As of"], LocalTime.Show(sheet.Figures.AsOf, sheet.Country)),
            (words["Version of the course"], sheet.Figures.Versions is [] ? "–" : string.Join(", ", sheet.Figures.Versions)),
            (words["Previous cohort"], sheet.Previous?.Cohort.Name ?? "–"),
        ];
        return Table("about", words["This report"], [new(words["Particular"], 2), new(words["Value"], 6)], rows.Select(row => Row(row.Item1, row.Item2)));
    }

    private ReportTable Summary(CohortSheet sheet)
    {
        (string Figure, Func<CohortSheet, ReportCell> Value)[] figures =
        [
            (words["Officers"], s => Count(s.Figures.Taking.Count)),
            (words["Not started"], s => Count(s.Figures.NotStarted)),
            (words["Completed"], s => Count(s.Figures.Completed)),
            (words["Completed (%)"], s => ReportCell.Percent(Share(s.Figures.Completed, s.Figures.Taking.Count))),
            (words["Certificates"], s => Count(s.Figures.Certificates)),
            (words["Officers with a marked final"], s => words.MarkedFinals(s)),
            (words["Mean of the best finals (%)"], s => words.Scored(s, s.Figures.Finals, ReportCell.Of(s.Figures.MeanFinal))),
            (words["Gain of the class"], s => words.Scored(s, s.Figures.Gain?.Officers ?? 0, ReportCell.Of(s.Figures.Gain?.Hake, 2))),
            (words["Need a trainer"], s => Count(s.Figures.NeedTrainer)),
            (words["Not active for 14 days"], s => Count(s.Figures.Inactive)),
        ];
        return Table(
            "summary",
            words["In short, beside the previous cohort"],
            [new(words["Figure"], 3), new(sheet.Cohort.Name, 2, true), new(sheet.Previous?.Cohort.Name ?? words["Previous cohort"], 2, true)],
            figures.Select(figure => Row(figure.Figure, figure.Value(sheet), sheet.Previous is { } previous ? figure.Value(previous) : ReportCell.Unknown)),
            sheet.Previous is null ? words["There is no earlier cohort of this course in this country."] : "");
    }

    private ReportTable Enrolment(CohortSheet sheet)
    {
        var figures = sheet.Figures;
        return Table(
            "enrolment",
            words["Enrolment"],
            [new(words["State"], 3), new(words["Officers"], 1, true), new(words["Share (%)"], 1, true)],
            Enum.GetValues<EnrolmentState>().Select(state => Row(words.Say(state), Count(figures.In(state)), ReportCell.Percent(Share(figures.In(state), figures.Officers.Count)))));
    }

    private ReportTable Steps(CohortSheet sheet)
    {
        var locale = new Locale(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, sheet.Cohort.Country);
        var steps = StepFigures.All(sheet.Course, sheet.Figures.Taking).Select(step => (Name: Name(step, locale), Figures: step)).ToList();
        return Table(
            "steps",
            words["Progress by step"],
            [new(words["Step"], 5), new(words["Done"], 1, true), new(words["Of"], 1, true), new(words["Share (%)"], 1, true)],
            steps.Select(step => Row(step.Name, Count(step.Figures.Done), Count(step.Figures.Of), ReportCell.Percent(step.Figures.Share))),
            steps.Count == 0 ? words["No officer takes this course here."] : "",
            new ReportChart(words["Officers who have done each step"], [.. steps.Select(step => new ReportBar(step.Name, words["{0} of {1}", step.Figures.Done, step.Figures.Of], step.Figures.Share))]));
    }

    private string Name(StepFigures step, Locale locale) => step.Kind switch
    {
        StepKind.Pretest => words["Pre-test taken"],
        StepKind.Reading => words["Read: {0}", step.Module!.Title(locale)],
        StepKind.Quiz => words["Quiz passed: {0}", step.Module!.Title(locale)],
        StepKind.Final => words["Final assessment passed"],
        _ => words["Signed off: {0}", step.Exercise!.Title.In(locale.Language)],
    };

    private ReportTable Stuck(CohortSheet sheet)
    {
        var stuck = sheet.Figures.Stuck.ToList();
        return Table(
            "stuck",
            words["Who is stuck, and where"],
            [new(words["Officer"], 3), new(words["Next step"], 4), new(words["Since"], 2), new(words["Days"], 1, true)],
            stuck.Select(officer => Row(
                officer.Name,
                words.Say(officer.Next, officer.Progress, sheet.Country),
                ReportCell.Of(officer.StandsSince),
                Count(officer.DaysAtAStand))),
            stuck.Count == 0 ? words["Nobody is stuck."] : "");
    }

    private ReportTable Certificates(CohortSheet sheet)
    {
        var figures = sheet.Figures;
        return Table(
            "certificates",
            words["Certificates"],
            [new(words["Certificates"], 3), new(words["Officers"], 1, true)],
            [
                Row(words["Standing"], Count(figures.With(CertificateStatus.Valid, CertificateStatus.Expiring, CertificateStatus.Expired))),
                Row(words["of these, expiring soon"], Count(figures.With(CertificateStatus.Expiring))),
                Row(words["of these, expired"], Count(figures.With(CertificateStatus.Expired))),
                Row(words["Revoked"], Count(figures.With(CertificateStatus.Revoked))),
            ]);
    }

    private ReportTable Officers(CohortSheet sheet)
    {
        // An agency reads how far its officers are, as on its own page. What each of them scored is theirs and their trainers'.
        ReportColumn[] scores = sheet.IsForAgency ? [] : [new(words["Best final (%)"], 48, true)];
        ReportColumn[] columns =
        [
            new(words["Officer"], 104), new(words["Rank"], 78), new(words["Agency"], 96), new(words["State"], 56),
            new(words["Modules read"], 46, true), new(words["Quizzes passed"], 48, true), new(words["Modules"], 46, true), .. scores,
            new(words["Last active ({0})", sheet.Country.Zone], 72), new(words["Certificate"], 96), new(words["Next step"], 112),
        ];
        return Table("officers", words["Progress of each officer"], columns, sheet.Figures.Officers.Select(officer => Cells(sheet, officer)));
    }

    private List<ReportCell> Cells(CohortSheet sheet, OfficerFigures officer)
    {
        ReportCell[] scores = sheet.IsForAgency ? [] : [ReportCell.Of(officer.FinalBest)];
        return
        [
            ReportCell.Of(officer.Name), ReportCell.Of(officer.Rank), ReportCell.Of(officer.AgencyName), ReportCell.Of(words.Say(officer.State)),
            Count(officer.ModulesRead), Count(officer.QuizzesPassed), Count(officer.Modules), .. scores,
            ReportCell.Of(officer.LastActiveAt is { } active ? sheet.Country.LocalTime(active) : null),
            ReportCell.Of(officer.CertificateNumber), ReportCell.Of(words.Say(officer.Next, officer.Progress, sheet.Country)),
        ];
    }

    private static ReportTable Table(
        string id, string title, IReadOnlyList<ReportColumn> columns, IEnumerable<IReadOnlyList<ReportCell>> rows, string note = "", ReportChart? chart = null) =>
        new(id, title, columns, [.. rows], note, chart);

    private static List<ReportCell> Row(string name, params ReportCell[] values) => [ReportCell.Of(name), .. values];

    private static List<ReportCell> Row(string name, string value, params ReportCell[] values) => [ReportCell.Of(name), ReportCell.Of(value), .. values];

    private static ReportCell Count(int number) => ReportCell.Of((decimal)number);

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
