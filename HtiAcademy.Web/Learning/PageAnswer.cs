using HtiAcademy.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HtiAcademy.Web.Learning;

/// <summary>A form that was refused, with what is wrong and what was typed, for the page that shows it again.</summary>
/// <param name="Name">Of the form, where a page has several.</param>
public sealed record RefusedForm(string Name, IReadOnlyList<string> Problems, IFormCollection Typed);

internal static class PageAnswer
{
    extension(HttpContext context)
    {
        /// <summary>The page itself answers, not a redirection to it: it finds what happened among the request's features.</summary>
        public RazorComponentResult<App> Page(string page, int status = StatusCodes.Status200OK)
        {
            context.Request.Path = page;
            return new RazorComponentResult<App> { StatusCode = status };
        }

        public RazorComponentResult<App> Refuse(string page, RefusedForm form)
        {
            context.Features.Set(form);
            return context.Page(page, StatusCodes.Status400BadRequest);
        }

        public RefusedForm? Refused(string name) => context.Features.Get<RefusedForm>() is { } form && form.Name == name ? form : null;
    }
}
