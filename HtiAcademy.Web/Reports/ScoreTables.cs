using System.Globalization;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Domain.Statistics;
using HtiAcademy.Web.Shared;
using HtiAcademy.Web.Statistics;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Reports;

/// <summary>The tables of scores. An agency is told nothing about the scores of a few officers.</summary>
internal static class ScoreTables
{
    private const int MostQuestions = 10;

    extension(IStringLocalizer<Words> words)
    {
        /// <param name="officers">Whose scores the figure is made of.</param>
        public ReportCell Scored(CohortSheet sheet, int officers, ReportCell figure) =>
            sheet.IsForAgency && officers is > 0 and < SmallGroups.Least ? words.Few() : figure;

        public ReportCell MarkedFinals(CohortSheet sheet) =>
            sheet.IsForAgency && SmallGroups.Of(Sizes(Bands(sheet))) is null ? words.Hidden() : ReportCell.Of((decimal)sheet.Figures.Finals);

        public ReportTable Finals(CohortSheet sheet)
        {
            var bands = Bands(sheet);
            var shown = sheet.IsForAgency ? SmallGroups.Of(Sizes(bands)) ?? [.. bands.Select(_ => GroupShown.Few)] : [.. bands.Select(_ => GroupShown.AsItIs)];
            var rows = bands.Select((band, place) => words.Band(band, shown[place], sheet.Figures.Finals)).ToList();
            return new(
                "finals",
                words["Best finals by band"],
                [new(words["Per cent"], 2), new(words["Officers"], 1, true), new(words["Share (%)"], 1, true)],
                [.. rows.Select(row => row.Cells)],
                sheet.Figures.Finals == 0 ? words["No final is marked yet."] : "",
                new ReportChart(words["Officers by their best final, in per cent"], [.. rows.Select(row => row.Bar)]));
        }

        public ReportTable Gain(CohortSheet sheet)
        {
            var gain = sheet.Figures.Gain;
            var officers = gain?.Officers ?? 0;
            (string Figure, ReportCell Value)[] rows =
            [
                (words["Officers who sat both"], words.Scored(sheet, officers, ReportCell.Of((decimal)officers))),
                (words["Mean before (%)"], words.Scored(sheet, officers, ReportCell.Of(gain?.Before, 1))),
                (words["Mean after (%)"], words.Scored(sheet, officers, ReportCell.Of(gain?.After, 1))),
                (words["Gain of the class"], words.Scored(sheet, officers, ReportCell.Of(gain?.Hake, 2))),
            ];
            return new(
                "gain",
                words["From the pre-test to the final"],
                [new(words["Figure"], 3), new(words["Value"], 1, true)],
                [.. rows.Select(row => new[] { ReportCell.Of(row.Figure), row.Value })],
                sheet.Figures.Officers.Any(officer => officer.HasPretest) ? gain is null ? words["Nobody has sat both yet."] : "" : words["The course has no pre-test."]);
        }

        /// <returns>Null where questions are not the reader's affair.</returns>
        public ReportTable? Questions(CohortSheet sheet)
        {
            if (sheet.Questions is not { } questions)
            {
                return null;
            }

            return new(
                "questions",
                words["Questions of the final, those that need attention first"],
                [
                    new(words["Question"], 5), new(words["Look at"], 4), new(words["Asked"], 1, true), new(words["Left out"], 1, true),
                    new(words["Facility (%)"], 1, true), new(words["Discrimination"], 1.4, true),
                ],
                [.. questions.Figures.Take(MostQuestions).Select(question => words.Cells(questions.Title(question), question))],
                questions.Figures.Count switch
                {
                    0 => words["No final is marked yet."],
                    > MostQuestions and var all => words["The first {0} of {1}; all of them are in the statistics of the course.", MostQuestions, all],
                    _ => "",
                });
        }

        public ReportTable Evaluation(CohortSheet sheet)
        {
            ReportColumn[] marks = [.. Enumerable.Range(1, 5).Select(mark => new ReportColumn(mark.ToString(CultureInfo.CurrentCulture), 1, true))];
            return new(
                "evaluation",
                words["What officers think of the course"],
                [new(words["Question"], 6), new(words["Answers"], 1.2, true), new(words["Mean"], 1.2, true), .. marks],
                [.. sheet.Evaluation?.Questions.Select(question => words.Cells(question)) ?? []],
                sheet.Evaluation is null ? words["Nothing can be told yet: answers are added up from {0} officers on.", EvaluationTally.Least] : "");
        }

        private (ReportCell[] Cells, ReportBar Bar) Band(BandFigures band, GroupShown shown, int all)
        {
            var share = all == 0 ? 0 : (double)band.Officers / all;
            var name = $"{band.From}–{band.To}";
            var kept = shown == GroupShown.Few ? words.Few() : words.Hidden();
            return shown == GroupShown.AsItIs
                ? ([ReportCell.Of(name), ReportCell.Of((decimal)band.Officers), ReportCell.Percent(share)], new(name, band.Officers.ToString(CultureInfo.CurrentCulture), share))
                : ([ReportCell.Of(name), kept, kept], new(name, kept.Text, null));
        }

        private ReportCell[] Cells(string title, QuestionFigures question)
        {
            var remarks = question.Remarks.Select(remark => words.Say(remark));
            return
            [
                ReportCell.Of(title),
                ReportCell.Of(question.IsSmallSample ? words["small sample"] : string.Join("; ", remarks)),
                ReportCell.Of((decimal)question.Asked), ReportCell.Of((decimal)question.LeftOut),
                ReportCell.Percent(question.Facility), ReportCell.Of(question.Discrimination, 2),
            ];
        }

        private ReportCell[] Cells(EvaluatedQuestion question) =>
        [
            ReportCell.Of(words[question.Question]), ReportCell.Of((decimal)question.Answers), ReportCell.Of(question.Mean, 1),
            .. question.Counts.Select(count => ReportCell.Of((decimal)count)),
        ];

        private ReportCell Few() => ReportCell.Of(words["fewer than {0}", SmallGroups.Least]);

        private ReportCell Hidden() => ReportCell.Of(words["not shown"]);
    }

    private static IReadOnlyList<BandFigures> Bands(CohortSheet sheet) => ScoreBands.Of(sheet.Figures.Taking.Select(officer => officer.FinalBest).OfType<decimal>());

    private static int[] Sizes(IReadOnlyList<BandFigures> bands) => [.. bands.Select(band => band.Officers)];
}
