using HtiAcademy.Web.Data;

namespace HtiAcademy.Web.Reminders;

public static class AddRemindersExtensions
{
    public static void AddReminders(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Calendars>();
        builder.Services.AddSingleton<AgendaReader>();
        builder.Services.AddSingleton<StopLinks>();
        builder.Services.AddSingleton<ReminderLetter>();
        var smtp = builder.Configuration.GetSection("Mail:Smtp");
        builder.Services.AddSingleton<IMailTransport>(services =>
            string.IsNullOrEmpty(smtp["Host"]) ? new MailFolder(services.GetRequiredService<DataDirectory>()) : new SmtpServer(smtp));
    }
}
