namespace HtiAcademy.Tests;

/// <summary>The people whom tests sign in as.</summary>
public static class Cast
{
    /// <summary>Has read and passed the first module; the second is next.</summary>
    public const string OfficerInUganda = "officer.ug@demo.example";

    /// <summary>Has completed the course and holds a certificate.</summary>
    public const string CertifiedInUganda = "nakato@demo.example";

    /// <summary>Has not begun.</summary>
    public const string NewcomerInUganda = "opio@demo.example";

    public const string TrainerInUganda = "trainer.ug@demo.example";

    public const string PartnerInUganda = "partner.ug@demo.example";

    public const string OfficerInKenya = "officer.ke@demo.example";

    public const string TrainerInKenya = "trainer.ke@demo.example";

    public const string PartnerInKenya = "partner.ke@demo.example";

    public const string TrainerInGuatemala = "trainer.gt@demo.example";

    public const string OfficerInGuatemala = "officer.gt@demo.example";

    public const string Administrator = "admin@demo.example";
}
