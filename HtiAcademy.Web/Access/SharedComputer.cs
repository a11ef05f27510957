using Microsoft.Net.Http.Headers;

namespace HtiAcademy.Web.Access;

/// <summary>On a computer that others use too, the browser keeps no page: after signing out, its back button shows nothing.</summary>
internal sealed class SharedComputer(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (new CurrentPerson(context.User).IsOnSharedComputer)
        {
            context.Response.OnStarting(static state =>
            {
                var headers = ((HttpResponse)state).Headers;
                // Styles and pictures of the academy itself tell nothing, and a slow line would fetch them with every page.
                if (!headers.CacheControl.ToString().Contains("immutable", StringComparison.Ordinal))
                {
                    headers[HeaderNames.CacheControl] = "no-store";
                }

                return Task.CompletedTask;
            }, context.Response);
        }

        return next(context);
    }
}
