using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Access;

/// <summary>An academy that people come to from several networks, and on request one whose people are not invented.</summary>
public sealed class NetworkedApp : AcademyApp
{
    private const string Header = "Test-Network";

    private readonly bool _demo;

    public NetworkedApp(bool demo = true)
    {
        _demo = demo;
        if (!demo)
        {
            // The invented people all the same: the first academy of all makes them, for those after it to copy.
            using var first = new AcademyApp();
            _ = first.Services;
        }
    }

    public Visitor VisitFrom(string address)
    {
        var visitor = Visit();
        visitor.Http.DefaultRequestHeaders.Add(Header, address);
        return visitor;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Academy:Demo", _demo ? "true" : "false");
        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, Networks>());
    }

    private sealed class Networks : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, then) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.TryParse(context.Request.Headers[Header], out var address) ? address : null;
                return then(context);
            });
            next(app);
        };
    }
}
