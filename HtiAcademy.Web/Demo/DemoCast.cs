namespace HtiAcademy.Web.Demo;

/// <summary>Who plays in one country. Every person and agency is invented.</summary>
internal sealed record DemoCast(string Country, string Language, string Agency, string Cohort, string Trainer, string Partner, IReadOnlyList<DemoOfficer> Officers)
{
    // The first officer is the one of the sign-in page: one module done, the next one open.
    public static readonly IReadOnlyList<DemoCast> All =
    [
        new("UG", "en", "Police Headquarters Kampala (demo)", "Kampala investigators, first class", "Grace Nansubuga", "Moses Okello",
        [
            new("Joseph Ssemanda", "Detective Sergeant", "investigator", "ssemanda", 2),
            new("Florence Nabirye Nakato", "Detective Inspector", "investigator", "nakato", DemoOfficer.Whole),
            new("Peter Opio", "Detective Constable", "investigator", "opio", 0),
            new("Judith Atim", "State Attorney", "prosecutor", "atim", 4),
        ]),
        new("KE", "en", "Prosecution Service Nairobi (demo)", "Nairobi joint class", "Wanjiru Kamau", "Joseph Kiprono",
        [
            new("Kevin Otieno", "Corporal", "investigator", "otieno", 2),
            new("Mercy Chebet", "Prosecution Counsel", "prosecutor", "chebet", DemoOfficer.Whole),
            new("Ali Hassan Noor", "Sergeant", "investigator", "noor", 1),
        ]),
        new("ZM", "en", "Immigration Headquarters Lusaka (demo)", "Lusaka border officers", "Chanda Mwansa", "Beatrice Phiri",
        [
            new("Mutale Banda", "Immigration Officer", "investigator", "mbanda", 2),
            new("Natasha Zulu", "Senior Immigration Officer", "investigator", "zulu", DemoOfficer.Whole),
        ]),
        new("BZ", "en", "Department of Investigations Belmopan (demo)", "Belize joint class", "Keisha Young", "Andre Flowers",
        [
            new("Marlon Castillo", "Corporal", "investigator", "castillo", 2),
            new("Shanelle Usher", "Social Worker", "victim-services", "usher", DemoOfficer.Whole),
        ]),
        new("GT", "es", "Jefatura de Investigación, Ciudad de Guatemala (demostración)", "Investigadores de la capital, primer grupo", "Lucía Barrios", "Óscar Morales",
        [
            new("José Ángel Ñúñez Ajú", "Agente de investigación", "investigator", "nunez", 2),
            new("María Fernanda Xol Caal", "Auxiliar fiscal", "prosecutor", "xol", DemoOfficer.Whole),
            new("Byron Estuardo Pérez", "Oficial", "investigator", "perez", 3),
        ]),
    ];
}

/// <param name="StepsDone">Of the course, after its pre-test if it has one: reading and quiz of each module in turn, then the final.</param>
internal sealed record DemoOfficer(string Name, string Rank, string Audience, string Address, int StepsDone)
{
    public const int Whole = int.MaxValue;
}
