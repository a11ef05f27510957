namespace HtiAcademy.Domain.Content;

/// <summary>Who a course is written for; the words that <c>audience:</c> and <c>::: audience</c> accept.</summary>
public static class Audiences
{
    public const string Investigator = "investigator";
    public const string Prosecutor = "prosecutor";
    public const string VictimServices = "victim-services";

    public static IReadOnlyList<string> All { get; } = [Investigator, Prosecutor, VictimServices];
}

/// <summary>The languages in which the academy speaks, and so those in which a course can be written.</summary>
public static class Languages
{
    public static IReadOnlyList<string> All { get; } = ["en", "es", "fr"];
}
