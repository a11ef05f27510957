using System.Diagnostics;
using System.Net;
using System.Text;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Rolls;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Rolls;

public sealed class EnrolByListTests : IAsyncLifetime
{
    private readonly AcademyApp _app = new();
    private Cohort _cohort = null!;
    private ClassList _list = null!;
    private Visitor _trainer = null!;

    public async Task InitializeAsync()
    {
        await using var db = _app.Open();
        _cohort = await db.Cohorts.FirstAsync(c => c.Country == "UG");
        _trainer = await _app.SignInAsync(Cast.TrainerInUganda);
        _list = new ClassList(_trainer, _cohort.Id);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Nothing_happens_before_what_becomes_of_each_line_was_seen()
    {
        var before = await CountsAsync();

        var page = await _list.CheckAsync("name,mail\nMary Akello,akello@example.org\n");

        page.Text.Should().Contain("Nothing has happened yet");
        ClassList.Fates(page).Should().ContainSingle().Which.Should().Equal("2", "Mary Akello", "New: will be invited and enrolled", "", "akello@example.org");
        (await CountsAsync()).Should().Be(before);
    }

    [Fact]
    public async Task Who_is_new_gets_an_account_an_invitation_and_a_letter()
    {
        var page = await _list.EnrolAsync("name;mail;rank;audience;language\nMary Akello;akello@example.org;State Attorney;prosecutor;fr\n");

        page.Text.Should().Contain("It is done");
        await using var db = _app.Open();
        var officer = await db.People.SingleAsync(p => p.Email == "akello@example.org");
        (officer.FullName, officer.Rank, officer.Audience, officer.Language, officer.Country, officer.Roles, officer.AgencyId, officer.PasswordHash)
            .Should().Be(("Mary Akello", "State Attorney", "prosecutor", "fr", "UG", Roles.Officer, _cohort.AgencyId, null));
        (await db.Enrolments.SingleAsync(e => e.OfficerId == officer.Id)).CohortId.Should().Be(_cohort.Id);
        var invitation = await db.Invitations.SingleAsync(i => i.PersonId == officer.Id);
        (await db.Outbox.SingleAsync(m => m.Key == $"invitation/{invitation.Id:N}")).Text.Should().Contain("/account/invitation/").And.Contain("Mary Akello");
        (await db.AuditEntries.SingleAsync(e => e.What == "cohort.enrolled")).Record.Should().StartWith("1 new and 0 known");
    }

    [Theory]
    [InlineData("fiscal", "español", "prosecutor", "es")]
    [InlineData("Policía", "inglés", "investigator", "en")]
    [InlineData("aide aux victimes", "FRANÇAIS", "victim-services", "fr")]
    public async Task Words_for_audiences_and_languages_become_their_codes(string audience, string language, string kept, string spoken)
    {
        (await _list.EnrolAsync($"name,user_name,audience,language\nMary Akello,akello,{audience},{language}\n")).Text.Should().Contain("It is done");

        await using var db = _app.Open();
        var officer = await db.People.SingleAsync(p => p.UserName == "akello");
        (officer.Audience, officer.Language).Should().Be((kept, spoken));
    }

    [Fact]
    public async Task Who_has_no_mailbox_gets_an_account_with_a_user_name_and_no_letter()
    {
        await _list.EnrolAsync("name,user_name\nአበበ በቀለ,abebe.b\nSean O'Neil,oneil\n");

        await using var db = _app.Open();
        var officers = await db.People.Where(p => p.Email == null).OrderBy(p => p.UserName).ToListAsync();
        officers.Select(p => (p.FullName, p.UserName)).Should().Equal(("አበበ በቀለ", "abebe.b"), ("Sean O'Neil", "oneil"));
        var ids = officers.ConvertAll(o => o.Id);
        (await db.Enrolments.CountAsync(e => ids.Contains(e.OfficerId))).Should().Be(2);
        (await db.Outbox.CountAsync(m => m.Key.StartsWith("invitation/"))).Should().Be(0);
    }

    [Fact]
    public async Task A_class_of_sixty_is_enrolled_at_once_and_the_same_list_again_changes_nothing()
    {
        var text = "name,mail\n" + string.Concat(Enumerable.Range(1, 60).Select(i => $"Officer {Letters(i)},officer{i}@example.org\n"));
        var before = await CountsAsync();
        (await _list.EnrolAsync(text)).Text.Should().Contain("It is done");
        var after = await CountsAsync();
        (after.People - before.People, after.Enrolments - before.Enrolments).Should().Be((60, 60));

        var again = await _list.CheckAsync(text);

        ClassList.Fates(again).Select(f => f[2]).Distinct().Should().Equal("In the cohort already");
        again.Document.Forms.Should().NotContain(f => f.Action.EndsWith("/apply", StringComparison.Ordinal));
        (await CountsAsync()).Should().Be(after);
    }

    [Fact]
    public async Task The_form_of_a_list_sent_twice_changes_nothing_the_second_time()
    {
        var seen = await _list.CheckAsync("name,mail\nMary Akello,akello@example.org\n");
        await _list.ApplyAsync(seen);
        var after = await CountsAsync();

        var second = await _list.ApplyAsync(seen);

        second.Response.StatusCode.Should().Be(HttpStatusCode.Conflict);
        ClassList.Fates(second).Should().ContainSingle().Which[2].Should().Be("In the cohort already");
        (await CountsAsync()).Should().Be(after);
    }

    [Fact]
    public async Task What_changed_since_the_list_was_looked_at_is_shown_and_nothing_is_done()
    {
        var seen = await _list.CheckAsync("name,mail\nMary Akello,akello@example.org\n");
        await _app.Academy.WriteAsync(Scope.Everything, db =>
        {
            db.Add(new Person("Somebody Else", "akello@example.org", Roles.Trainer, "en", "UG"));
            return Task.CompletedTask;
        });

        var page = await _list.ApplyAsync(seen);

        page.Text.Should().Contain("Something has changed since you looked");
        ClassList.Fates(page).Should().ContainSingle().Which[3].Should().Be("Cannot be enrolled: ask an administrator.");
    }

    [Fact]
    public async Task Officers_with_an_account_are_enrolled_and_keep_what_they_are()
    {
        await AddAsync(new Person("Byamugisha, Paul", "paul@example.org", Roles.Officer, "en", "UG"));

        var page = await _list.EnrolAsync("name,mail,language\nPaul Byamugisha,PAUL@example.org,fr\n");

        ClassList.Fates(page).Should().ContainSingle().Which.Should().Equal("2", "Paul Byamugisha", "Known: enrolled", "", "paul@example.org");
        await using var db = _app.Open();
        var officer = await db.People.SingleAsync(p => p.Email == "paul@example.org");
        (officer.FullName, officer.Language).Should().Be(("Byamugisha, Paul", "en"));
        (await db.Enrolments.CountAsync(e => e.OfficerId == officer.Id && e.CohortId == _cohort.Id)).Should().Be(1);
    }

    [Theory]
    [InlineData(Cast.TrainerInKenya)]
    [InlineData(Cast.OfficerInKenya)]
    [InlineData(Cast.Administrator)]
    [InlineData(Cast.PartnerInUganda)]
    [InlineData(Cast.TrainerInUganda)]
    public async Task Of_accounts_that_are_not_theirs_to_see_trainers_learn_nothing(string address)
    {
        var page = await _list.CheckAsync($"name,mail\nAny Name,{address}\n");

        ClassList.Fates(page).Should().ContainSingle().Which.Should().Equal("2", "Any Name", "Not enrolled", "Cannot be enrolled: ask an administrator.", "");
    }

    [Theory]
    [InlineData("name,mail\n,a@example.org\n", "The name is missing.")]
    [InlineData("name,mail\nMary <b>,a@example.org\n", "The name must have")]
    [InlineData("name,mail\nMary Akello,\n", "There is neither a mail address nor a user name.")]
    [InlineData("name,mail\nMary Akello,akello@\n", "“akello@” is no mail address.")]
    [InlineData("name,user_name\nMary Akello,a@b\n", "“a@b” is no user name")]
    [InlineData("name,user_name,agency\nMary Akello,akello,Navy\n", "The academy knows no agency “Navy”")]
    [InlineData("name,user_name,audience\nMary Akello,akello,spy\n", "“spy” is no audience")]
    [InlineData("name,user_name,language\nMary Akello,akello,xx\n", "does not know the language “xx”")]
    [InlineData("name,user_name\n\"Mary Akello,akello\n", "The quotation marks of this line do not match.")]
    [InlineData("name,mail\nMary Akello,officer.ug@demo.example\n", "In the cohort already", 2)]
    [InlineData("name,mail,user_name\nJoseph Ssemanda,officer.ug@demo.example,akello\n", "are not of one account")]
    public async Task A_line_that_cannot_be_enrolled_says_why(string text, string reason, int column = 3) =>
        ClassList.Fates(await _list.CheckAsync(text)).Should().ContainSingle().Which[column].Should().Contain(reason);

    [Fact]
    public async Task Two_names_with_one_address_are_both_refused_and_one_name_twice_counts_once()
    {
        var page = await _list.CheckAsync("name,mail\nMary Akello,desk@example.org\nPaul Okot,desk@example.org\nJane Auma,jane@example.org\nAuma Jane,JANE@example.org\n");

        ClassList.Fates(page).ToDictionary(f => f[0], f => (f[2], f[3])).Should().BeEquivalentTo(new Dictionary<string, (string, string)>
        {
            ["2"] = ("Not enrolled", "Two names have “desk@example.org”. Give who shares a mailbox a user name of their own instead."),
            ["3"] = ("Not enrolled", "Two names have “desk@example.org”. Give who shares a mailbox a user name of their own instead."),
            ["4"] = ("New: will be invited and enrolled", ""),
            ["5"] = ("Repeated", "The same officer as in line 4."),
        });
    }

    [Fact]
    public async Task An_address_of_an_officer_with_another_name_is_not_taken_for_them()
    {
        await AddAsync(new Person("Paul Byamugisha", "paul@example.org", Roles.Officer, "en", "UG"));

        ClassList.Fates(await _list.CheckAsync("name,mail\nMary Akello,paul@example.org\n")).Single()[3].Should().StartWith("The account of that address bears another name.");
    }

    [Fact]
    public async Task Who_takes_the_course_in_another_cohort_or_was_withdrawn_is_not_enrolled_again()
    {
        await using (var db = _app.Open())
        {
            var version = await db.CourseVersions.SingleAsync(v => v.Id == _cohort.VersionId);
            var other = new Cohort("Second class", version, "UG", null, _cohort.StartsOn, _cohort.DueOn);
            var there = new Person("Paul Byamugisha", "paul@example.org", Roles.Officer, "en", "UG");
            db.AddRange(other, there, new Enrolment(other, there, _app.Clock.Now));
            (await db.Enrolments.SingleAsync(e => e.CohortId == _cohort.Id && e.State == EnrolmentState.Invited)).Withdraw("Moved to the border");
            await db.SaveChangesAsync();
        }

        var fates = ClassList.Fates(await _list.CheckAsync($"name,mail\nPaul Byamugisha,paul@example.org\nPeter Opio,{Cast.NewcomerInUganda}\n"));

        fates.Select(f => f[3]).Should().Equal("Takes this course in another cohort. Move them from there instead.", "Was withdrawn from this cohort. Bring them back on their own page.");
    }

    [Fact]
    public async Task The_result_is_a_file_that_no_spreadsheet_runs()
    {
        var page = await _list.EnrolAsync("name,user_name\nMary Akello,akello\n=HYPERLINK(1),cmd\n");

        var result = await _list.ResultAsync(page);

        result.TrimStart('\uFEFF').Split("\r\n")[..3].Should().Equal(
            "Line,Name,What becomes of it,Reason,User name",
            "2,Mary Akello,New: invited and enrolled,,akello",
            "3,'=HYPERLINK(1),Not enrolled,\"The name must have 2 to 120 characters, all of them of the kind that names have.\",");
    }

    [Fact]
    public async Task A_list_that_Excel_saved_in_windows_1252_keeps_its_letters()
    {
        var page = await _list.CheckAsync(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Nombre;Correo\r\nJosé Ñúñez;jose@example.org\r\n"));

        ClassList.Fates(page).Should().ContainSingle().Which[1].Should().Be("José Ñúñez");
    }

    [Theory]
    [InlineData("rank,agency\nSgt,Police\n", "There is no column “name”. There is neither a column “mail” nor a column “user_name”. The headings that were found: rank, agency.")]
    [InlineData("name,mail\n", "The list is empty.")]
    [InlineData("PK\u0003\u0004", "This is a workbook.")]
    public async Task A_file_that_is_no_list_is_refused_with_the_reason(string text, string reason)
    {
        var page = await _list.CheckAsync(text);

        page.Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        page.Document.QuerySelector("#problem")!.TextContent.Should().Contain(reason).And.Contain("Nobody was enrolled.");
    }

    [Fact]
    public async Task A_list_above_the_limit_is_refused()
    {
        (await _list.CheckAsync(new byte[RollEndpoints.LargestRoll + 1])).Text.Should().Contain("larger than 2 MB");
        (await _list.CheckAsync("name,user_name\n" + string.Concat(Enumerable.Range(0, RollReader.MostLines + 1).Select(i => $"Officer {i},user{i}\n")))).Text.Should().Contain("more than 5000 lines");
    }

    [Fact]
    public async Task A_list_carried_for_another_cohort_or_too_long_does_not_open()
    {
        var seen = await _list.CheckAsync("name,user_name\nMary Akello,akello\n");
        await using var db = _app.Open();
        var version = await db.CourseVersions.SingleAsync(v => v.Id == _cohort.VersionId);
        var other = new Cohort("Second class", version, "UG", null, _cohort.StartsOn, _cohort.DueOn);
        db.Add(other);
        await db.SaveChangesAsync();

        var page = await Page.ReadAsync(await _trainer.PostAsync(seen.Form("/apply").To($"/cohorts/{other.Id}/enrol/apply")));

        page.Response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        page.Text.Should().Contain("Send it again");
    }

    [Fact]
    public async Task Five_thousand_lines_are_looked_at_within_five_seconds()
    {
        var text = "name,user_name\n" + string.Concat(Enumerable.Range(0, RollReader.MostLines).Select(i => $"Officer {Letters(i)},user{i}\n"));
        await _list.CheckAsync("name,user_name\nMary Akello,akello\n");
        var watch = Stopwatch.StartNew();

        var page = await _list.CheckAsync(text);

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5));
        page.Text.Should().Contain("Enrol 5000 officers");
        ClassList.Fates(page).Should().HaveCount(200);
        var before = await CountsAsync();
        (await _list.ApplyAsync(page)).Text.Should().Contain("It is done");
        var after = await CountsAsync();
        (after.People - before.People, after.Enrolments - before.Enrolments, after.Entries - before.Entries).Should().Be((RollReader.MostLines, RollReader.MostLines, 1));
    }

    [Fact]
    public async Task One_officer_with_an_account_is_found_and_enrolled_with_a_day_of_their_own()
    {
        await AddAsync(new Person("Paul Byamugisha", "paul@example.org", Roles.Officer, "en", "UG"));
        var found = await _trainer.GetAsync($"{_list.Address}?q=byamu");
        var form = found.Form("/enrol/officer");
        (await _trainer.GetAsync($"{_list.Address}?q=Wanjiru")).Text.Should().Contain("There is no such officer");

        var page = await _trainer.SubmitAsync(form, ("due", "2027-02-01"));

        page.Text.Should().Contain("Paul Byamugisha is enrolled.");
        (await _trainer.SubmitAsync(form, ("due", ""))).Text.Should().Contain("is in this cohort already");
        (await _trainer.SubmitAsync(form, ("due", "1999-01-01"))).Text.Should().Contain("Nobody was enrolled");
        await using var db = _app.Open();
        var enrolment = await db.Enrolments.SingleAsync(e => db.People.Any(p => p.Id == e.OfficerId && p.Email == "paul@example.org"));
        (enrolment.DueOn, enrolment.HasOwnDueDate).Should().Be((new DateOnly(2027, 2, 1), true));
    }

    // Names have no digits.
    private static string Letters(int number) => string.Concat(number.ToString("D4", System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));

    private async Task AddAsync(Person person)
    {
        await using var db = _app.Open();
        db.Add(person);
        await db.SaveChangesAsync();
    }

    private async Task<(int People, int Enrolments, int Invitations, int Letters, int Entries)> CountsAsync()
    {
        await using var db = _app.Open();
        return (await db.People.CountAsync(), await db.Enrolments.CountAsync(), await db.Invitations.CountAsync(), await db.Outbox.CountAsync(), await db.AuditEntries.CountAsync());
    }
}
