using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Data;

public sealed class LiveChangesTests : IAsyncLifetime
{
    private readonly AcademyApp _app = new();
    private Enrolment _enrolment = null!;

    public async Task InitializeAsync()
    {
        await using var db = _app.Open();
        var officer = await db.People.SingleAsync(p => p.Email == Cast.NewcomerInUganda);
        _enrolment = await db.Enrolments.SingleAsync(e => e.OfficerId == officer.Id);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Who_watches_a_cohort_is_woken_when_an_enrolment_in_it_was_written()
    {
        var (change, elsewhere) = (_app.Academy.Changes.NextAsync(_enrolment.CohortId), _app.Academy.Changes.NextAsync(Guid.NewGuid()));

        await WriteAsync(enrolment => enrolment.GrantExtraMinutes(5));

        change.IsCompletedSuccessfully.Should().BeTrue();
        elsewhere.IsCompleted.Should().BeFalse();
        _app.Academy.Changes.NextAsync(_enrolment.CohortId).IsCompleted.Should().BeFalse("the next change is yet to come");
    }

    [Fact]
    public async Task Nobody_is_woken_by_what_is_only_read_or_not_written_in_the_end()
    {
        var change = _app.Academy.Changes.NextAsync(_enrolment.CohortId);

        await WriteAsync(_ => { });
        await this.Invoking(_ => _app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            (await db.Enrolments.SingleAsync(e => e.Id == _enrolment.Id)).GrantExtraMinutes(5);
            await db.SaveChangesAsync();
            throw new InvalidOperationException("Taken back");
        })).Should().ThrowAsync<InvalidOperationException>();

        change.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task Who_watches_a_draft_is_woken_when_it_was_written()
    {
        var draft = await _app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            var author = await db.People.SingleAsync(p => p.Email == Cast.TrainerInUganda);
            return db.Add(new Draft(AuthoredFile.Parse("countries/UG.yml")!, author, basedOn: null, "code: UG", _app.Clock.Now)).Entity;
        });
        var (change, elsewhere) = (_app.Academy.Changes.NextAsync(draft.Id), _app.Academy.Changes.NextAsync(Guid.NewGuid()));

        await _app.Academy.WriteAsync(Scope.Everything, async db => (await db.Drafts.SingleAsync(d => d.Id == draft.Id)).Write("code: XX", revision: 0, _app.Clock.Now));

        change.IsCompletedSuccessfully.Should().BeTrue();
        elsewhere.IsCompleted.Should().BeFalse();
    }

    private Task WriteAsync(Action<Enrolment> change) =>
        _app.Academy.WriteAsync(Scope.Everything, async db => change(await db.Enrolments.SingleAsync(e => e.Id == _enrolment.Id)));
}
