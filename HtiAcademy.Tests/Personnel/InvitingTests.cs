using HtiAcademy.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Personnel;

public sealed class InvitingTests : IDisposable
{
    private readonly AcademyApp _app = new();

    [Fact]
    public async Task Who_has_no_mailbox_is_given_a_user_name_made_of_their_name()
    {
        (await InviteAsync(Officer("Núñez  Aché José"))).Person!.UserName.Should().Be("nunez.jose");
        (await InviteAsync(Officer("Nunez Jose"))).Person!.UserName.Should().Be("nunez.jose2");
    }

    [Theory]
    [InlineData("አበበ በቀለ", "ug.officer")]
    [InlineData("Wm", "wm.officer")]
    [InlineData("O'Brien Seán", "obrien.sean")]
    [InlineData("Abcdefghijklmnopqrstuvwxyz Abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyz.abcdefg")]
    public void Every_name_gives_a_user_name_that_can_be_typed(string name, string stem)
    {
        UserNames.Stem(name, "UG").Should().Be(stem);
        FactChecks.IsUserName(stem).Should().BeTrue();
    }

    [Theory]
    [InlineData("O'Brien Seán")]
    [InlineData("D’Souza")]
    [InlineData("አበበ በቀለ")]
    public async Task A_name_with_an_apostrophe_or_in_Amharic_is_kept_as_it_is_written(string name) =>
        (await InviteAsync(Officer(name))).Person!.FullName.Should().Be(name);

    [Theory]
    [InlineData("7", PersonProblem.Name)]
    [InlineData("A\u202eB", PersonProblem.Name)]
    [InlineData("ᠮᠣᠩᠭᠣᠯ", PersonProblem.Letters)]
    public async Task A_name_that_no_paper_can_bear_is_refused(string name, PersonProblem problem) =>
        (await InviteAsync(Officer(name))).Problems.Should().Equal(problem);

    [Theory]
    [InlineData("no-at.example")]
    [InlineData("two@@example.org")]
    [InlineData("Name <a@example.org>")]
    [InlineData("a@host")]
    [InlineData("a b@example.org")]
    public async Task What_is_no_mail_address_is_refused(string email) =>
        (await InviteAsync(Officer("Jane Doe"), email: email)).Problems.Should().Equal(PersonProblem.Email);

    [Fact]
    public async Task An_address_is_one_persons_however_it_is_written()
    {
        var taken = await InviteAsync(Officer("Jane Doe"), email: "OFFICER.ug@Demo.Example");
        taken.Problems.Should().Equal(PersonProblem.EmailTaken);
        taken.Taken!.Email.Should().Be(Cast.OfficerInUganda);
    }

    [Fact]
    public async Task To_whom_an_address_belongs_is_not_told_across_countries()
    {
        (await InviteAsync(Officer("Jane Doe"), email: Cast.OfficerInUganda, by: Cast.TrainerInUganda)).Problems.Should().Equal(PersonProblem.EmailTaken);
        var elsewhere = await InviteAsync(Officer("Jane Doe"), email: Cast.OfficerInKenya, by: Cast.TrainerInUganda);
        elsewhere.Problems.Should().Equal(PersonProblem.AskAnAdministrator);
        elsewhere.Taken.Should().BeNull();
    }

    [Fact]
    public async Task A_user_name_that_is_taken_or_cannot_be_typed_everywhere_is_refused()
    {
        (await InviteAsync(Officer("Jane Doe"), userName: "jane.doe")).Problems.Should().BeEmpty();
        (await InviteAsync(Officer("Jane Doe"), userName: "Jane.Doe")).Problems.Should().Equal(PersonProblem.UserNameTaken);
        foreach (var wrong in new[] { "jd", "jane doe", "jané", "jane@doe" })
        {
            (await InviteAsync(Officer("Jane Doe"), userName: wrong)).Problems.Should().Equal([PersonProblem.UserName], wrong);
        }
    }

    [Fact]
    public async Task Officers_and_partners_need_an_agency_of_their_country_and_trainers_countries()
    {
        (await InviteAsync(Officer("Jane Doe") with { AgencyId = null })).Problems.Should().Equal(PersonProblem.Agency);
        (await InviteAsync(Officer("Jane Doe") with { AgencyId = (await _app.AgencyAsync("KE")).Id })).Problems.Should().Equal(PersonProblem.Agency);
        (await InviteAsync(Officer("Jane Doe") with { Roles = Roles.Trainer, AgencyId = null })).Problems.Should().Equal(PersonProblem.TrainsIn);
        (await InviteAsync(Officer("Jane Doe") with { Roles = Roles.Trainer, TrainsIn = ["DE"] })).Problems.Should().Equal(PersonProblem.TrainsIn);
        (await InviteAsync(Officer("Jane Doe") with { Country = "DE" })).Problems.Should().Equal(PersonProblem.Country, PersonProblem.Agency);
        (await InviteAsync(Officer("Jane Doe") with { Audience = "spy", Language = "xx", Roles = Roles.None })).Problems
            .Should().Equal(PersonProblem.Role, PersonProblem.Language, PersonProblem.Audience);
        (await InviteAsync(new PersonFacts("Ada Min", Roles.Administrator, "en", ""), userName: "ada.min")).Problems.Should().BeEmpty();
    }

    [Theory]
    [InlineData(Roles.Trainer)]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.Officer | Roles.Administrator)]
    public async Task Trainers_invite_officers_alone(Roles roles)
    {
        var facts = Officer("Jane Doe") with { Roles = roles, TrainsIn = roles == Roles.Trainer ? ["UG"] : [] };
        (await InviteAsync(facts, by: Cast.TrainerInUganda)).Problems.Should().Equal(PersonProblem.Role);
        (await InviteAsync(facts, by: Cast.Administrator)).Problems.Should().BeEmpty();
    }

    [Fact]
    public async Task Trainers_invite_to_their_own_countries_alone_and_partners_to_none()
    {
        (await InviteAsync(Officer("Jane Doe"), by: Cast.TrainerInKenya)).Problems.Should().Equal(PersonProblem.Country, PersonProblem.Agency);
        (await InviteAsync(Officer("Jane Doe"), by: Cast.PartnerInUganda)).Problems.Should().Contain(PersonProblem.Role);
        (await InviteAsync(Officer("Jane Doe"), by: Cast.TrainerInUganda)).Problems.Should().BeEmpty();
    }

    [Fact]
    public async Task A_new_code_ends_those_before_it()
    {
        var (person, first) = await _app.AddInvitedAsync("Jane Doe", "jane.doe");
        await _app.Academy.WriteAsync(Scope.Everything, async db =>
            await db.IssueCodeAsync(await db.People.SingleAsync(p => p.Id == person.Id), InvitationKind.Join, byMail: false, null, _app.Clock.Now, CancellationToken.None));

        await using var db = _app.Open();
        (await db.FindInvitationAsync(first, CancellationToken.None))!.StateAt(_app.Clock.Now).Should().Be(InvitationState.Revoked);
        (await db.Invitations.CountAsync(i => i.PersonId == person.Id && i.RevokedAt == null)).Should().Be(1);
    }

    public void Dispose() => _app.Dispose();

    private PersonFacts Officer(string name) => new(name, Roles.Officer, "en", "UG") { AgencyId = _app.AgencyAsync("UG").GetAwaiter().GetResult().Id };

    private async Task<Invited> InviteAsync(PersonFacts facts, string? email = null, string? userName = null, string by = Cast.Administrator)
    {
        var inviter = await _app.PersonAsync(by);
        return await _app.Academy.WriteAsync(Scope.Of(inviter), async db =>
            await db.InviteAsync(new Invitee(facts, email, userName), inviter, await _app.RulesAsync(db), "a test", _app.Clock.Now, CancellationToken.None));
    }
}
