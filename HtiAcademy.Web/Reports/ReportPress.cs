using System.Globalization;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Web.Layout;

namespace HtiAcademy.Web.Reports;

/// <summary>Writes a cohort's figures down as they are kept: as a PDF and as a CSV.</summary>
public sealed class ReportPress(CohortTables tables, CohortReportPdf pdf, CohortReportCsv csv)
{
    /// <param name="agencyId">Whose officers it is about; null for all.</param>
    /// <param name="runId">Null for the report that every week brings.</param>
    public CohortReport Print(CohortSheet sheet, Guid? agencyId, CultureInfo language, Guid? runId = null)
    {
        using var _ = Language.Speak(language);
        var body = tables.Write(sheet);
        return new CohortReport(sheet.Cohort, agencyId, CohortReport.MondayOf(sheet.Today), pdf.Write(body), csv.Write(body), sheet.Figures.AsOf, sheet.AgencyName, runId);
    }
}
