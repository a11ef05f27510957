using System.Globalization;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Tests.Pdf;
using HtiAcademy.Web.Certificates;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Pdf;
using HtiAcademy.Web.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Tests.Certificates;

/// <summary>Certificates to print: a usual one without and with its record of training, and one with as much as there can be.</summary>
public abstract class PrintedFaces
{
    protected static readonly IStringLocalizer<Words> Words =
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<Words>>();

    protected static readonly DateTimeOffset Created = new(2026, 3, 15, 8, 0, 0, TimeSpan.Zero);

    protected static readonly CertificateFace Nakato = new("en-UG", "Nakato Florence Nabirye", "Detective Inspector",
        "Directorate of Criminal Investigations, Uganda Police Force", "Investigating Trafficking in Persons", 24, new(2026, 3, 14), new(2028, 3, 14),
        "Distinction", "Uganda", ["Okello James", "Sarah M. Whitfield"], "HTI-UG-2026-000123", "7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F",
        new("https://academy.example.org/verify/7K3M-9QXW-T2HD-VB4C-R8NE-6PYA-1F"),
        Modules: [], Practised: [], Emblem: null, Statement: null, Replaces: null, Renews: null, CourseVersion: 7);

    protected static readonly CertificateFace Recorded = Nakato with
    {
        Modules = [new("What trafficking is, and what it is not", 25), new("Indicators and referral", 40), new("The witness in court", 1200)],
        Practised = ["Interview of a witness", "First response at a border post"],
        Statement = StatementOf(400),
    };

    protected static readonly CertificateFace Crowded = Nakato with
    {
        HolderName = "José Ángel Ñúñez de la Cruz y Ordóñez-Villavicencio de los Santos Mukasa Ssempijja Nakibuule Namazzi Adeyemi-Chukwuemeka",
        Rank = "Senior Superintendent of Police and Regional Criminal Investigations Officer",
        AgencyName = "Anti-Human Trafficking and Child Protection Unit, Directorate of Criminal Investigations, National Police Service Headquarters",
        CourseTitle = "Prosecution-led, victim-centred and trauma-informed investigation of trafficking in persons across borders, with financial inquiry",
        ScoreBand = "Passed with very high distinction",
        CountryName = "Democratic Republic of Somewhere Far",
        Trainers = ["Okello James", "Brigadier-General Christopher Featherstonehaugh-Cholmondeley", "Ana Pérez", "Wanjiku Kamau", "Luis Alberto", "Q", "R. S.", "T. U. Vance"],
        Modules = [.. Enumerable.Range(1, 30).Select(i => new PrintedModule($"Module {i}: evidence from telephones, and what an officer of criminal investigations must do with it at once", 25 + i))],
        Practised = [.. Enumerable.Range(1, 8).Select(i => $"Exercise {i}: a first interview of a frightened witness with an interpreter")],
        Emblem = Marks.Wide,
        Statement = StatementOf(1000),
        Replaces = "HTI-UG-2026-000101",
        Renews = "HTI-UG-2024-000044",
    };

    protected static byte[] Write(IReadOnlyList<CertificateFace> faces, PaperSize paper, IStringLocalizer<Words> words, DateTimeOffset created)
    {
        if (faces.Count == 1)
        {
            return CertificatePdf.Of(faces[0], paper, words, created).Save();
        }

        using var speaking = Language.Speak(CultureInfo.GetCultureInfo(faces[0].Language));
        var pdf = CertificatePdf.OfMany(paper, words, created);
        foreach (var face in faces)
        {
            pdf.Add(face);
        }

        return pdf.Save();
    }

    protected static PdfOnDisk Print(CertificateFace face, PaperSize? paper = null) => new(Write([face], paper ?? PaperSize.A4, Words, Created));

    protected static string Flat(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    protected static string StatementOf(int length)
    {
        var random = new Random(length);
        return new([.. Enumerable.Range(0, length).Select(_ => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[random.Next(32)])]);
    }
}
