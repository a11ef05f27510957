namespace HtiAcademy.Web.Reports;

public static class AddReportsExtensions
{
    public static void AddReports(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CohortRegister>();
        builder.Services.AddSingleton<CohortTables>();
        builder.Services.AddSingleton<CohortReportPdf>();
        builder.Services.AddSingleton<CohortReportCsv>();
        builder.Services.AddSingleton<ReportPress>();
        builder.Services.AddSingleton<ReportLetter>();
    }
}
