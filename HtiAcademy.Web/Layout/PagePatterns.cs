namespace HtiAcademy.Web.Layout;

internal static class PagePatterns
{
    extension(HttpContext context)
    {
        /// <summary>Which page was asked for, as a log may keep it: addresses themselves hold one-time codes.</summary>
        public string PagePattern => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
    }
}
