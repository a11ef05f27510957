var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "HTI Academy");
await app.RunAsync();

public partial class Program;
