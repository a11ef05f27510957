namespace HtiAcademy.Domain.Jobs;

public static class Clocks
{
    /// <summary>By less the clocks of nodes may differ, and a clock set back by less catches up by itself.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
}
