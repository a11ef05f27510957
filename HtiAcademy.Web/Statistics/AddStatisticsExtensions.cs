namespace HtiAcademy.Web.Statistics;

internal static class AddStatisticsExtensions
{
    public static void AddStatistics(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<AnswerSheets>();
}
