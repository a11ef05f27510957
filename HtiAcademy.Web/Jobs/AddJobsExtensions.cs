using HtiAcademy.Web.Data;

namespace HtiAcademy.Web.Jobs;

public static class AddJobsExtensions
{
    public static void AddJobs(this IHostApplicationBuilder builder)
    {
        foreach (var job in Timetable.All)
        {
            builder.Services.AddScoped(job.Type);
        }

        builder.Services.AddSingleton<JobRecorder>();
        builder.Services.AddSingleton<JobPauses>();
        if (!builder.Configuration.UsesSqlServer())
        {
            builder.Services.AddHostedService<InterruptedRuns>();
        }

        if (builder.Configuration.GetValue("Academy:Jobs", defaultValue: true))
        {
            QuartzScheduling.Add(builder);
        }
        else
        {
            builder.Services.AddSingleton<IJobScheduling, RunByHand>();
        }
    }
}
