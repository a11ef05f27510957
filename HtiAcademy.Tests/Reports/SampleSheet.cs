using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Tests.Jobs;
using HtiAcademy.Web.Reports;

namespace HtiAcademy.Tests.Reports;

/// <summary>A cohort with figures worth printing, made without a database.</summary>
internal static class SampleSheet
{
    public static readonly Agency Police = new("Uganda Police Force, Directorate of Criminal Investigations", "UG");
    public static readonly Agency Prosecution = new("Office of the Director of Public Prosecutions", "UG");

    public static async Task<CohortSheet> OfAsync(SampleAcademy sample, params string[] furtherNames)
    {
        var cohort = await sample.CohortAsync("Kampala 2026 A", new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 30));
        CohortMember[] members =
        [
            Member(cohort, "Nakato Florence Nabirye", "Detective Inspector", Police, sample, sample.Complete, "HTI-UG-2026-000123"),
            Member(cohort, "Okello James", "Detective Constable", Police, sample, enrolment =>
            {
                sample.Pass(enrolment, SampleContent.Listening);
                sample.Pass(enrolment, SampleContent.Writing);
                sample.Sit(enrolment, Step.Final, right: 1);
                sample.Sit(enrolment, Step.Final, right: 0, number: 2);
            }),
            Member(cohort, "Achieng Zoë Łukasz", "Senior State Attorney", Prosecution, sample, enrolment => enrolment.Read(SampleContent.Listening, sample.Clock.Now)),
            Member(cohort, "Mukasa Ssempijja", null, null, sample, _ => { }),
            .. furtherNames.Select(name => Member(cohort, name, "Constable", Police, sample, enrolment => sample.Pass(enrolment, SampleContent.Listening))),
        ];
        return new CohortSheet(cohort, sample.Course, new CohortFigures(members, sample.Clock.Now));
    }

    private static CohortMember Member(Cohort cohort, string name, string? rank, Agency? agency, SampleAcademy sample, Action<Enrolment> work, string? certificate = null)
    {
        var officer = new Person(name, "officer@example.org", Roles.Officer, "en", "UG");
        if (agency is not null)
        {
            officer.BelongTo(agency, rank, "investigator");
        }

        var enrolment = new Enrolment(cohort, officer, sample.Clock.Now);
        work(enrolment);
        return new CohortMember(enrolment, sample.Course, officer, agency?.Name, certificate);
    }
}
