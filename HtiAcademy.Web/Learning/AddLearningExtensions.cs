using HtiAcademy.Web.Assessments;

namespace HtiAcademy.Web.Learning;

internal static class AddLearningExtensions
{
    public static void AddLearning(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<MyCourses>();
        builder.Services.AddSingleton<CourseCompletion>();
        builder.Services.AddSingleton<ObservedPractice>();
        builder.Services.AddSingleton<Invigilator>();
        builder.Services.AddSingleton<MarkingDesk>();
        builder.Services.AddSingleton<MarkedLetter>();
    }
}
