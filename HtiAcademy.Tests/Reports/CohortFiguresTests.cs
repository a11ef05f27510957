using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Tests.Jobs;

namespace HtiAcademy.Tests.Reports;

public sealed class CohortFiguresTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Start = new(2026, 11, 2);
    private static readonly DateOnly Due = new(2026, 11, 30);

    private readonly List<CohortMember> _members = [];
    private SampleAcademy _sample = null!;
    private Cohort _cohort = null!;

    public async Task InitializeAsync()
    {
        _sample = await SampleAcademy.OpenAsync(Now);
        _cohort = await _sample.CohortAsync("Kampala", Start, Due);
    }

    public async Task DisposeAsync() => await _sample.DisposeAsync();

    [Fact]
    public void A_row_says_what_an_officer_has_done_and_what_comes_next()
    {
        Member("Nakato", e =>
        {
            _sample.Pass(e, SampleContent.Listening);
            e.Read(SampleContent.Writing, Now);
        });
        Row("Nakato").Should().BeEquivalentTo(new
        {
            State = EnrolmentState.Active,
            ModulesRead = 2,
            Modules = 2,
            QuizzesPassed = 1,
            FinalBest = (decimal?)null,
            LastActiveAt = Now,
            Next = NextStep.TakeQuiz,
            CertificateNumber = (string?)null,
        });
    }

    [Fact]
    public void The_best_final_counts()
    {
        Member("Nakato", e =>
        {
            ReadyForFinal(e);
            _sample.Sit(e, Step.Final, right: 1);
            _sample.Sit(e, Step.Final, right: 0, number: 2);
        });
        Row("Nakato").FinalBest.Should().Be(50);
    }

    [Fact]
    public void Who_has_no_attempt_left_needs_a_trainer()
    {
        Member("Nakato", e =>
        {
            ReadyForFinal(e);
            _sample.Sit(e, Step.Final, right: 0);
            _sample.Sit(e, Step.Final, right: 0, number: 2);
        });
        Row("Nakato").Next.Should().Be(NextStep.AskTrainer);
        Figures().NeedTrainer.Should().Be(1);
    }

    [Fact]
    public void Totals_are_about_everyone_who_has_not_withdrawn()
    {
        Member("Nakato", _sample.Complete, certificate: "HTI-UG-2026-000001");
        Member("Okello", e =>
        {
            ReadyForFinal(e);
            _sample.Sit(e, Step.Final, right: 1);
        });
        Member("Achieng");
        Member("Mukasa", Withdraw);
        var figures = Figures();
        figures.Officers.Should().HaveCount(4);
        figures.Taking.Should().HaveCount(3);
        figures.Should().BeEquivalentTo(new { NotStarted = 1, Completed = 1, Certificates = 1, MeanFinal = 75m, NeedTrainer = 0, Inactive = 0 });
    }

    [Fact]
    public void Without_a_final_there_is_no_mean()
    {
        Member("Nakato");
        Figures().MeanFinal.Should().BeNull();
    }

    [Fact]
    public void Officers_stand_in_the_order_of_their_names()
    {
        Array.ForEach(["okello", "Nakato", "Achieng"], name => Member(name));
        Figures().Officers.Select(o => o.Name).Should().Equal("Achieng", "Nakato", "okello");
    }

    [Theory]
    [InlineData(13, false)]
    [InlineData(14, true)]
    public void Two_weeks_without_a_sign_is_inactive(int days, bool inactive)
    {
        Member("Nakato", e => e.Read(SampleContent.Listening, Now));
        Row("Nakato", Now.AddDays(days)).IsInactive.Should().Be(inactive);
    }

    [Theory]
    [InlineData(13, false)]
    [InlineData(14, true)]
    public void Who_has_not_begun_is_counted_from_the_first_day_of_the_cohort(int days, bool inactive)
    {
        Member("Nakato", startsOn: new DateOnly(2026, 12, 1));
        Row("Nakato", new DateTimeOffset(2026, 12, 1, 6, 0, 0, TimeSpan.Zero).AddDays(days)).IsInactive.Should().Be(inactive);
    }

    [Fact]
    public void Who_waits_for_others_is_not_inactive()
    {
        Member("Nakato", e =>
        {
            ReadyForFinal(e);
            _sample.Sit(e, Step.Final, right: 0);
            _sample.Sit(e, Step.Final, right: 0, number: 2);
        });
        var row = Row("Nakato", Now.AddDays(30));
        (row.IsInactive, row.IsStuck).Should().Be((false, true), "a trainer must help");
    }

    [Fact]
    public void Who_is_done_may_stay_away()
    {
        Member("Nakato", _sample.Complete);
        var row = Row("Nakato", Now.AddDays(30));
        row.IsInactive.Should().BeFalse();
        row.Next.Should().Be(NextStep.Nothing);
    }

    [Fact]
    public void The_gain_is_of_officers_who_sat_both()
    {
        Member("Nakato", first: new(40, 70));
        Member("Okello", first: new(60, 90));
        Member("Achieng", _sample.Complete);
        var gain = Figures().Gain!;
        gain.Should().BeEquivalentTo(new { Officers = 2, Before = 50.0, After = 80.0, Hake = 0.6 });
    }

    [Fact]
    public void Who_sat_no_pretest_has_no_gain()
    {
        Member("Achieng", _sample.Complete);
        Figures().Gain.Should().BeNull();
    }

    [Fact]
    public void Those_longest_at_a_stand_come_first_among_the_stuck()
    {
        Member("Nakato", e => e.Read(SampleContent.Listening, Now.AddDays(1)));
        Member("Okello");
        Member("Achieng", e => e.Read(SampleContent.Listening, Now.AddDays(10)));
        Member("Mukasa", _sample.Complete);
        Figures(Now.AddDays(16)).Stuck.Select(o => (o.Name, o.Next, o.StandsSince)).Should().Equal(
            ("Okello", NextStep.ReadModule, new DateOnly(2026, 11, 23)), ("Nakato", NextStep.TakeQuiz, new DateOnly(2026, 11, 24)));
    }

    [Fact]
    public void Each_step_counts_who_has_done_it_among_those_who_have_it_to_do()
    {
        Member("Nakato", _sample.Complete);
        Member("Okello", e => e.Read(SampleContent.Listening, Now));
        Member("Mukasa", Withdraw);
        StepFigures.All(_sample.Course, Figures().Taking).Select(s => (s.Kind, s.Module?.Id, s.Done, s.Of)).Should().Equal(
            (StepKind.Reading, SampleContent.Listening, 2, 2), (StepKind.Quiz, SampleContent.Listening, 1, 2),
            (StepKind.Reading, SampleContent.Writing, 1, 2), (StepKind.Quiz, SampleContent.Writing, 1, 2),
            (StepKind.Final, null, 1, 2));
        StepFigures.All(_sample.Course, []).Should().BeEmpty();
    }

    [Fact]
    public void A_band_goes_up_to_the_next_whole_number() =>
        ScoreBands.Of([0, 49.9m, 50, 59.9m, 60, 90, 100]).Select(band => band.Officers).Should().Equal(2, 2, 1, 0, 0, 2);

    [Theory]
    [InlineData("2026-11-01", false)]
    [InlineData("2026-11-02", true)]
    [InlineData("2026-12-28", true)]
    [InlineData("2026-12-29", false)]
    public void It_is_reported_on_from_the_start_until_four_weeks_after_it_was_due(string today, bool reported)
    {
        Member("Nakato");
        Figures().IsReported(_cohort, DateOnly.Parse(today, null)).Should().Be(reported);
    }

    [Fact]
    public void The_last_completion_is_told_once_and_then_the_reports_end()
    {
        Member("Nakato", _sample.Complete);
        Member("Mukasa", Withdraw);
        Figures(Now.AddDays(6)).IsReported(_cohort, Due).Should().BeTrue();
        Figures(Now.AddDays(7)).IsReported(_cohort, Due).Should().BeFalse();
    }

    [Fact]
    public void A_cohort_without_officers_is_not_reported_on() => Figures().IsReported(_cohort, Due).Should().BeFalse();

    private void Member(string name, Action<Enrolment>? work = null, string? certificate = null, FirstScores? first = null, DateOnly? startsOn = null)
    {
        var officer = new Person(name, $"{name}@example.org", Roles.Officer, "en", "UG");
        var enrolment = new Enrolment(_cohort, officer, Now);
        work?.Invoke(enrolment);
        _members.Add(new CohortMember(enrolment, _sample.Course, officer, null, certificate) { FirstScores = first, StartsOn = startsOn ?? Start });
    }

    private CohortFigures Figures(DateTimeOffset? now = null) => new(_members, now ?? Now);

    private OfficerFigures Row(string name, DateTimeOffset? now = null) => Figures(now).Officers.Single(o => o.Name == name);

    private void ReadyForFinal(Enrolment enrolment)
    {
        _sample.Pass(enrolment, SampleContent.Listening);
        _sample.Pass(enrolment, SampleContent.Writing);
    }

    // Nothing in the academy withdraws an officer yet, but the records may hold one who has.
    private static void Withdraw(Enrolment enrolment) =>
        typeof(Enrolment).GetProperty(nameof(Enrolment.State))!.SetValue(enrolment, EnrolmentState.Withdrawn);
}
