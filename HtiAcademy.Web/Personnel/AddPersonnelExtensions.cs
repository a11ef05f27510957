namespace HtiAcademy.Web.Personnel;

internal static class AddPersonnelExtensions
{
    public static void AddPersonnel(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<InvitationLetter>();
        builder.Services.AddSingleton<SlipSheet>();
        builder.Services.AddSingleton<Reception>();
        builder.Services.AddScoped<PeopleDesk>();
        builder.Services.AddScoped<Threshold>();
    }

    public static void MapPersonnel(this IEndpointRouteBuilder app)
    {
        app.MapPeople();
        app.MapAgencies();
    }
}
