namespace HtiAcademy.Web.Jobs;

/// <param name="Name">In addresses, records and the scheduler: it never changes.</param>
/// <param name="Purpose">What the job does, for administrators; a key of <see cref="Shared.Words"/>, as is <paramref name="When"/>.</param>
/// <param name="Type">Implements <see cref="IAcademyJob"/>.</param>
/// <param name="IsTriedAgain">After a failure, before its next time comes.</param>
public sealed record TimetabledJob(string Name, string Purpose, string When, string Cron, Type Type, bool IsTriedAgain)
{
    public static TimetabledJob Of<T>(string name, string purpose, string when, string cron)
        where T : IAcademyJob => new(name, purpose, when, cron, typeof(T), IsTriedAgain: true);

    /// <summary>Its next time is its next try: waiting 25 minutes for another would make it seldom.</summary>
    public static TimetabledJob EveryMinute<T>(string name, string purpose, int second)
        where T : IAcademyJob => new(name, purpose, "Every minute", $"{second} * * * * ?", typeof(T), IsTriedAgain: false);
}
