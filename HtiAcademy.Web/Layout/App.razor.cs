using Microsoft.AspNetCore.Components;

namespace HtiAcademy.Web.Layout;

// The generator of the endpoints' code does not see what Razor makes, and endpoints answer with this page.
public sealed partial class App : ComponentBase;
