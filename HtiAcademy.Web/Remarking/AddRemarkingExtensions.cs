namespace HtiAcademy.Web.Remarking;

internal static class AddRemarkingExtensions
{
    public static void AddRemarking(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RemarkLetter>();
        builder.Services.AddSingleton<Examiner>();
    }
}
