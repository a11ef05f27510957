using HtiAcademy.Web.Data;
using Microsoft.AspNetCore.Localization;

namespace HtiAcademy.Web.Reminders;

public static class AddRemindersExtensions
{
    public static void AddReminders(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Calendars>();
        builder.Services.AddSingleton<AgendaReader>();
        builder.Services.AddSingleton<StopLinks>();
        builder.Services.AddSingleton<ReminderLetter>();
        // Before what the browser says, and before who is signed in.
        builder.Services.PostConfigure<RequestLocalizationOptions>(options =>
            options.RequestCultureProviders.Insert(0, new CustomRequestCultureProvider(StopLanguage.OfPersonAsync)));
        var smtp = builder.Configuration.GetSection("Mail:Smtp");
        builder.Services.AddSingleton<IMailTransport>(services =>
            string.IsNullOrEmpty(smtp["Host"]) ? new MailFolder(services.GetRequiredService<DataDirectory>()) : new SmtpServer(smtp));
    }
}
