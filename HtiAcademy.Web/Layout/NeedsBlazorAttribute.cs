namespace HtiAcademy.Web.Layout;

/// <summary>On a page with an island: only such a page loads the framework's script.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsBlazorAttribute : Attribute
{
    public static bool IsOn(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<NeedsBlazorAttribute>() is not null;
}
