namespace HtiAcademy.Web.Authoring;

internal static class AddAuthoringExtensions
{
    public static void AddAuthoring(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Manuscripts>();
        builder.Services.AddSingleton<DraftDesk>();
        builder.Services.AddSingleton<DraftSections>();
        builder.Services.AddSingleton<DraftPictures>();
        builder.Services.AddSingleton<DraftPublisher>();
        builder.Services.AddSingleton<ReviewDesk>();
        builder.Services.AddSingleton<AgencyDesk>();
        builder.Services.AddSingleton<Reach>();
        builder.Services.AddSingleton<QuestionsToMend>();
        builder.Services.AddScoped<FlagDesk>();
        builder.Services.AddScoped<BankDesk>();
        builder.Services.AddSingleton<AuthoredPlaces>();
        builder.Services.AddSingleton<DraftReader>();
    }
}
