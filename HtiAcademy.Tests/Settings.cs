using System.Runtime.CompilerServices;

namespace HtiAcademy.Tests;

internal static class Settings
{
    /// <summary>No academy of the tests waits for its settings to change: each watcher costs the system one of a few.</summary>
    [ModuleInitializer]
    internal static void KeepAsTheyAre() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}
