using HtiAcademy.Web;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Assessments;
using HtiAcademy.Web.Audit;
using HtiAcademy.Web.Authoring;
using HtiAcademy.Web.Certificates;
using HtiAcademy.Web.Commands;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Jobs;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Learning;
using HtiAcademy.Web.Personnel;
using HtiAcademy.Web.Privacy;
using HtiAcademy.Web.Reminders;
using HtiAcademy.Web.Remarking;
using HtiAcademy.Web.Reports;
using HtiAcademy.Web.Rolls;
using HtiAcademy.Web.Statistics;

if (CommandLine.Names(args))
{
    return await CommandLine.RunAsync(args);
}

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddAcademyData();
    builder.AddContent();
    builder.AddAuthoring();
    builder.AddAccess();
    builder.AddPages();
    builder.AddLearning();
    builder.AddCertificates();
    builder.AddProofs();
    builder.AddReminders();
    builder.AddPersonnel();
    builder.AddPrivacy();
    builder.AddReports();
    builder.AddStatistics();
    builder.AddRemarking();
    builder.AddAudit();
    builder.AddJobs();

    var app = builder.Build();
    await app.Services.PrepareAsync();

    app.UsePages();
    app.MapPages();
    app.MapAccess();
    app.MapLearning();
    app.MapObserved();
    app.MapCohorts();
    app.MapRolls();
    app.MapEvaluation();
    app.MapAttempts();
    app.MapMarking();
    app.MapCertificates();
    app.MapProofs();
    app.MapReminders();
    app.MapPersonnel();
    app.MapPrivacy();
    app.MapReports();
    app.MapResults();
    app.MapContent();
    app.MapSections();
    app.MapPictures();
    app.MapReviews();
    app.MapAgencyReadings();
    app.MapSelfApproval();
    app.MapFlags();
    app.MapBank();
    app.MapHistory();
    app.MapEditor();
    app.MapRemarking();
    app.MapJobs();
    app.MapMail();
    app.MapAudit();
    app.MapHealth();
    await app.ServeAsync();
    return 0;
}
catch (StartupException e)
{
    await Console.Error.WriteLineAsync($"The academy cannot start. {e.Message}");
    return 1;
}

public partial class Program;
