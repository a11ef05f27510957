using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Domain.Statistics;
using HtiAcademy.Tests.Jobs;
using HtiAcademy.Web.Reports;
using HtiAcademy.Web.Statistics;

namespace HtiAcademy.Tests.Reports;

/// <summary>A cohort with figures worth printing, made without a database.</summary>
internal static class SampleSheet
{
    public static readonly Agency Police = new("Uganda Police Force, Directorate of Criminal Investigations", "UG");
    public static readonly Agency Prosecution = new("Office of the Director of Public Prosecutions", "UG");

    public static async Task<CohortSheet> OfAsync(SampleAcademy sample, params string[] furtherNames)
    {
        var cohort = await CohortAsync(sample);
        return Sheet(sample, cohort, [.. Known(sample, cohort), .. furtherNames.Select(name => Member(cohort, name, "Constable", Police, sample, enrolment => sample.Pass(enrolment, SampleContent.Listening)))]);
    }

    /// <summary>The same for the police.</summary>
    public static async Task<CohortSheet> OfPoliceAsync(SampleAcademy sample, params string[] finals)
    {
        var cohort = await CohortAsync(sample);
        var others = finals.Select((name, right) => Member(cohort, name, "Constable", Police, sample, enrolment => Sit(sample, enrolment, right % 3)));
        return Sheet(sample, cohort, [.. Known(sample, cohort).Where(member => member.AgencyName == Police.Name), .. others]) with { AgencyName = Police.Name, Questions = null };
    }

    /// <summary>As many officers as names, each with another part of the course behind them.</summary>
    public static async Task<CohortSheet> OfNamesAsync(SampleAcademy sample, IEnumerable<string> names, bool withdrawn = false, string cohortName = "Kampala 2026 A")
    {
        var cohort = await CohortAsync(sample, cohortName);
        return Sheet(sample, cohort, [.. names.Select((name, number) => Member(cohort, name, number % 3 == 0 ? null : "Detective, Inspector", Police, sample, enrolment =>
        {
            Work(sample, enrolment, number);
            if (withdrawn)
            {
                typeof(Enrolment).GetProperty(nameof(Enrolment.State))!.SetValue(enrolment, EnrolmentState.Withdrawn);
            }
        }))]);
    }

    public static CohortSheet Sheet(SampleAcademy sample, Cohort cohort, params CohortMember[] members) =>
        new(cohort, sample.Course, new CohortFigures(members, sample.Clock.Now)) { Questions = new FinalQuestions(new SheetsRead([], new Dictionary<string, PlacedQuestion>())) };

    /// <summary>Two questions that four officers were asked, of whom one left the second out.</summary>
    public static FinalQuestions SomeQuestions
    {
        get
        {
            var bank = GiftReader.Read("questions.gift", "::first:: Is listening an answer? {T}\n\n::second:: Is silence? {F}").Questions;
            var placed = bank.Select(question => new PlacedQuestion(SampleContent.Listening, "en", question)).ToList();
            string?[][] given = [["true", "false"], ["true", "true"], ["false", "false"], ["true", null]];
            var sittings = given.Select((responses, officer) => new Sitting
            {
                Officer = $"{officer}", Country = "UG", Language = "en", Cohort = "Kampala", Assessment = "first-steps/final", SubmittedAt = DateTimeOffset.UnixEpoch, Percent = 50, Passed = false,
                Answers = [.. placed.Zip(responses, (question, response) => question.Answer(new SubmittedAnswer(question.Question.Name, question.Question.Hash, response, response is null ? 0 : response == (question.Question.Name == "first" ? "true" : "false") ? 1 : 0)))],
            });
            return new FinalQuestions(new SheetsRead([.. sittings], placed.ToDictionary(question => question.Question.Hash)));
        }
    }

    private static Task<Cohort> CohortAsync(SampleAcademy sample, string name = "Kampala 2026 A") => sample.CohortAsync(name, new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 30));

    private static CohortMember[] Known(SampleAcademy sample, Cohort cohort) =>
    [
        Member(cohort, "Nakato Florence Nabirye", "Detective Inspector", Police, sample, sample.Complete, "HTI-UG-2026-000123") with { Certificate = CertificateStatus.Valid, FirstScores = new(40, 70) },
        Member(cohort, "Okello James", "Detective Constable", Police, sample, enrolment =>
        {
            Sit(sample, enrolment, 1);
            sample.Sit(enrolment, Step.Final, right: 0, number: 2);
        }),
        Member(cohort, "Achieng Zoë Łukasz", "Senior State Attorney", Prosecution, sample, enrolment => enrolment.Read(SampleContent.Listening, sample.Clock.Now)) with { Certificate = CertificateStatus.Expiring, FirstScores = new(60, 90) },
        Member(cohort, "Mukasa Ssempijja", null, null, sample, _ => { }) with { Certificate = CertificateStatus.Revoked },
    ];

    private static void Work(SampleAcademy sample, Enrolment enrolment, int number)
    {
        switch (number % 4)
        {
            case 0:
                sample.Complete(enrolment);
                break;
            case 1:
                Sit(sample, enrolment, number % 3);
                break;
            case 2:
                enrolment.Read(SampleContent.Listening, sample.Clock.Now.AddDays(-number));
                break;
        }
    }

    private static void Sit(SampleAcademy sample, Enrolment enrolment, int right)
    {
        sample.Pass(enrolment, SampleContent.Listening);
        sample.Pass(enrolment, SampleContent.Writing);
        sample.Sit(enrolment, Step.Final, right);
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
