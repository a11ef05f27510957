using HtiAcademy.Domain.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Content;

public sealed class LearnersOnVersionsTests : IDisposable
{
    private readonly ContentAcademy _academy = new();
    private Cohort _cohort = null!;
    private Enrolment _learner = null!;

    [Fact]
    public async Task Learners_go_on_with_a_version_that_assesses_them_alike()
    {
        await BeginAsync();

        await _academy.ImportAsync(new SampleContent().WithModule("## The offence {#offence}\n\nOther words.\n"));

        (await _academy.VersionOfAsync(_learner)).Should().Be(2);
        (await _academy.VersionOfAsync(_cohort)).Should().Be(2);
        (await _academy.Learners.BehindAsync("basics")).Should().BeEmpty();
    }

    [Theory]
    [InlineData(SampleContent.BankPath, "Is a border needed? {F}", "Is a border needed? {F#Think of a village.}", "first")]
    [InlineData(SampleContent.ModulePath, "draw: 2", "draw: 1", "first")]
    [InlineData(SampleContent.CoursePath, "minutes: 30", "minutes: 20", "final")]
    [InlineData(SampleContent.CoursePath, "attempts: 3", "attempts: 2", "final")]
    [InlineData(SampleContent.CoursePath, "wait: 12h", "wait: 24h", "final")]
    [InlineData(SampleContent.CoursePath, "pass: 80", "pass: 70", "first final")]
    [InlineData(SampleContent.ModulePath, "id: first", "id: another", "another first")]
    public async Task Learners_stay_where_a_version_would_assess_them_otherwise(string path, string from, string to, string changed)
    {
        await BeginAsync();

        await _academy.ImportAsync(new SampleContent().Replace(path, from, to));

        (await _academy.VersionOfAsync(_learner)).Should().Be(1);
        (await _academy.VersionOfAsync(_cohort)).Should().Be(1, "a class goes on together");
        var behind = (await _academy.Learners.BehindAsync("basics")).Single();
        behind.Number.Should().Be(1);
        behind.Learners.Should().Be(1);
        behind.AssessmentsChanged.Should().BeEquivalentTo(changed.Split(' '));
    }

    [Fact]
    public async Task Learners_are_moved_when_somebody_decides_so_and_it_is_audited()
    {
        await BeginAsync();
        await _academy.ImportAsync(Shorter());

        (await _academy.Learners.MoveAllAsync("basics", "Ruth Achieng", "192.0.2.7")).Should().Be(1);

        (await _academy.VersionOfAsync(_learner)).Should().Be(2);
        (await _academy.VersionOfAsync(_cohort)).Should().Be(2);
        await using var db = _academy.Open();
        var entry = await db.AuditEntries.OrderBy(e => e.Sequence).LastAsync();
        (entry.What, entry.By, entry.Record, entry.From).Should().Be(("learners.moved", "Ruth Achieng", "1 in UG from basics@1 to basics@2", "192.0.2.7"));
        (await _academy.Learners.MoveAllAsync("basics", "Ruth Achieng", "192.0.2.7")).Should().Be(0);
    }

    [Fact]
    public async Task Learners_who_stayed_go_on_when_a_later_version_assesses_them_as_theirs_does()
    {
        await BeginAsync();
        await _academy.ImportAsync(Shorter());
        (await _academy.VersionOfAsync(_learner)).Should().Be(1);

        await _academy.ImportAsync(new SampleContent().WithModule("## The offence {#offence}\n\nOther words.\n"));

        (await _academy.VersionOfAsync(_learner)).Should().Be(3);
    }

    [Fact]
    public async Task Who_is_done_keeps_the_version_that_was_taught()
    {
        await BeginAsync();
        var done = await _academy.EnrolledAsync(_cohort);
        await using (var db = _academy.Open())
        {
            await db.Enrolments.Where(e => e.Id == done.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.State, EnrolmentState.Completed));
        }

        await _academy.ImportAsync(new SampleContent().WithModule("## The offence {#offence}\n\nOther words.\n"));

        (await _academy.VersionOfAsync(done)).Should().Be(1);
        (await _academy.VersionOfAsync(_learner)).Should().Be(2);
    }

    [Fact]
    public async Task A_class_that_has_not_begun_takes_the_latest_version_and_one_that_is_over_keeps_its_own()
    {
        await BeginAsync();
        var empty = await _academy.CohortAsync("Not begun");
        await using (var db = _academy.Open())
        {
            await db.Enrolments.ExecuteUpdateAsync(set => set.SetProperty(e => e.State, EnrolmentState.Completed));
        }

        await _academy.ImportAsync(Shorter());

        (await _academy.VersionOfAsync(empty)).Should().Be(2);
        (await _academy.VersionOfAsync(_cohort)).Should().Be(1);
    }

    [Fact]
    public async Task A_learner_whose_country_the_version_leaves_out_stays()
    {
        await BeginAsync();
        var guatemalan = await _academy.EnrolledAsync(await _academy.CohortAsync("Capital", "GT"));
        await _academy.ImportAsync(new SampleContent().Replace(SampleContent.CoursePath, "[UG, GT]", "[UG]"));

        (await _academy.Learners.MoveAllAsync("basics", "Ruth Achieng", "192.0.2.7")).Should().Be(0);

        (await _academy.VersionOfAsync(guatemalan)).Should().Be(1);
        (await _academy.Learners.BehindAsync("basics")).Should().ContainSingle().Which.IsGivenThere.Should().BeFalse();
    }

    [Fact]
    public async Task What_changes_in_one_country_keeps_no_other_country_back()
    {
        await BeginAsync();
        var guatemalan = await _academy.EnrolledAsync(await _academy.CohortAsync("Capital", "GT"));

        await _academy.ImportAsync(new SampleContent().With("courses/basics/10-first/questions.en-UG.gift", "::three:: Is it so in Uganda? {T}\n"));

        (await _academy.VersionOfAsync(guatemalan)).Should().Be(2);
        (await _academy.VersionOfAsync(_learner)).Should().Be(1);
        var behind = (await _academy.Learners.BehindAsync("basics")).Single();
        (behind.Country, behind.IsGivenThere).Should().Be(("UG", true));
        behind.AssessmentsChanged.Should().Equal("first");
    }

    public void Dispose() => _academy.Dispose();

    private static SampleContent Shorter() => new SampleContent().Replace(SampleContent.ModulePath, "draw: 2", "draw: 1");

    private async Task BeginAsync()
    {
        await _academy.ImportAsync(new SampleContent());
        _cohort = await _academy.CohortAsync("Kampala");
        _learner = await _academy.EnrolledAsync(_cohort);
    }
}
