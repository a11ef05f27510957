using HtiAcademy.Web.Assessments;
using HtiAcademy.Web.Board;
using HtiAcademy.Web.Rolls;

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
        builder.Services.AddSingleton<NewOfficers>();
        builder.Services.AddSingleton<CarriedText>();
        builder.Services.AddSingleton<RollDesk>();
        builder.Services.AddSingleton<CohortDesk>();
        builder.Services.AddSingleton<BoardReader>();
    }
}
