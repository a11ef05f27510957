using System.IO.Compression;
using System.Net;
using System.Text.Json;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Tests.Assessments;
using HtiAcademy.Tests.Personnel;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Privacy;

public sealed class PersonalFileTests : IDisposable
{
    /// <summary>What points at a person, and under which headings of Data.json it is told.</summary>
    private static readonly Dictionary<string, string> Told = new()
    {
        ["Attempt.OfficerId"] = "courses", ["Enrolment.OfficerId"] = "courses", ["EssayMarking.OfficerId"] = "courses", ["Observation.OfficerId"] = "courses",
        ["Certificate.OfficerId"] = "certificates", ["CertificateChange.OfficerId"] = "certificates", ["Printing.OfficerId"] = "certificates",
        ["Invitation.PersonId"] = "account.invitations",
        ["Session.PersonId"] = "signIn.sessions", ["Authenticator.PersonId"] = "signIn.authenticatorAppSince", ["RecoveryCode.PersonId"] = "signIn.recoveryCodesLeft", ["IdentityUserPasskey`1.UserId"] = "signIn.passkeys",
        ["SentReminder.PersonId"] = "reminders",
        ["CohortTrainer.PersonId"] = "work.trainsCohorts", ["EssayMark.MarkerId"] = "work.essaysMarkedAt", ["Observation.TrainerId"] = "work.practiceObservedAt", ["Invitation.ById"] = "work.invitedPeopleAt",
        ["CertificateChange.AskedById"] = "work.changesOfCertificatesAskedAt", ["CertificateChange.DecidedById"] = "work.changesOfCertificatesDecidedAt", ["Certificate.RevokedById"] = "work.certificatesRevokedAt",
        ["Printing.ById"] = "work.certificatesPrintedAt", ["PrintRun.AskedById"] = "work.filesOfCertificatesAskedFor", ["ReportRun.AskedById"] = "work.reportsAskedFor", ["CaseCounts.RecordedById"] = "work.resultsRecorded",
        ["SectionFlag.ById"] = "work.sectionsFlagged", ["Draft.AuthorId"] = "work.drafts", ["Draft.DecidedById"] = "work.draftsDecidedAt", ["DraftComment.ById"] = "work.commentsOnDrafts",
        ["AgencyReading.AskedById"] = "work.agenciesAskedToReadAt", ["AgencyReading.ApprovedById"] = "work.draftsApprovedForAgencyAt", ["SelfApproval.AllowedById"] = "work.selfApprovalsAllowed",
    };

    private readonly AcademyApp _app = new();

    [Fact]
    public async Task Whatever_points_at_a_person_is_in_their_file()
    {
        await using var db = _app.Open();
        var keys = db.Model.GetEntityTypes().SelectMany(e => e.GetForeignKeys()).Where(k => k.PrincipalEntityType.ClrType == typeof(Person))
            .Select(k => $"{k.DeclaringEntityType.ClrType.Name}.{k.Properties[0].Name}");
        var named = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).Where(p => p.Name is "OfficerId" or "PersonId" or "ById" or "AskedById" or "DecidedById" or "TrainerId" or "MarkerId")
            .Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}");
        keys.Union(named).Should().BeEquivalentTo(Told.Keys);

        var (data, _) = await DownloadAsync(await _app.SignInAsync(Cast.OfficerInUganda));
        foreach (var path in Told.Values.Distinct())
        {
            var at = data;
            foreach (var heading in path.Split('.'))
            {
                at.TryGetProperty(heading, out at).Should().BeTrue(path);
            }
        }
    }

    [Fact]
    public async Task A_holder_takes_away_their_answers_and_their_certificate()
    {
        var (data, files) = await DownloadAsync(await _app.SignInAsync(Cast.CertifiedInUganda));

        data.GetProperty("account").GetProperty("name").GetString().Should().Be("Florence Nabirye Nakato");
        var certificate = data.GetProperty("certificates")[0];
        var number = certificate.GetProperty("number").GetString()!;
        certificate.GetProperty("printed").GetProperty("holderName").GetString().Should().Be("Florence Nabirye Nakato");
        files.Keys.Should().BeEquivalentTo("READ ME.txt", "Data.json", $"{number}.pdf");
        System.Text.Encoding.ASCII.GetString(files[$"{number}.pdf"], 0, 5).Should().Be("%PDF-");
        var attempts = data.GetProperty("courses")[0].GetProperty("attempts");
        attempts.GetArrayLength().Should().BePositive();
        var answer = attempts[0].GetProperty("answers")[0];
        answer.GetProperty("question").GetString()!.Length.Should().BeGreaterThan(15, "the question stands there in words");
        await using var db = _app.Open();
        var person = await _app.PersonAsync(Cast.CertifiedInUganda);
        (await db.AuditEntries.SingleAsync(e => e.What == "person.data-taken")).By.Should().Be(person.AuditName);
        (await db.Printings.CountAsync(p => p.ById == person.Id)).Should().Be(1);
    }

    [Fact]
    public async Task Answers_stand_there_as_they_read()
    {
        var writers = await EssayClass.BeginAsync(_app);
        await writers.WriteAsync("It began at night.");

        var (data, _) = await DownloadAsync(writers.Officer);

        data.ToString().Should().Contain("It began at night.").And.Contain("Is a border needed?");
    }

    [Fact]
    public async Task Nothing_in_it_lets_anybody_in_and_nobody_else_is_in_it()
    {
        await _app.AddInvitedAsync("Apio Mary", "apio.mary");
        var trainer = await _app.PersonAsync(Cast.TrainerInUganda);

        var (data, _) = await DownloadAsync(await _app.SignInAsync(Cast.TrainerInUganda));

        var text = data.ToString();
        text.Should().Contain(trainer.FullName).And.NotContain(trainer.PasswordHash).And.NotContain(trainer.SecurityStamp);
        await using var db = _app.Open();
        var others = await db.People.Where(p => p.Id != trainer.Id).Select(p => p.FullName).ToListAsync();
        others.Where(text.Contains).Should().BeEmpty("what a trainer did for others is theirs");
    }

    [Fact]
    public async Task It_tells_what_others_did_to_courses_certificates_and_accounts_and_which_reports_name_the_person()
    {
        var holder = await _app.PersonAsync(Cast.CertifiedInUganda);
        var (other, _) = await _app.AddInvitedAsync("Florence N.", "florence.n");
        var trainer = await _app.PersonAsync(Cast.TrainerInUganda);
        await _app.Academy.WriteAsync(Scope.Everything, async db =>
        {
            var (certificate, administrator) = (await db.Certificates.SingleAsync(c => c.OfficerId == holder.Id), await db.People.SingleAsync(p => p.Email == Cast.Administrator));
            var cohort = await db.Cohorts.SingleAsync(c => db.Enrolments.Any(e => e.Id == certificate.EnrolmentId && e.CohortId == c.Id));
            db.Add(new CohortReport(cohort, agencyId: null, new DateOnly(2026, 11, 23), [1], "Officer\r\nJoseph Ssemanda\r\n"u8.ToArray(), _app.Clock.Now));
            await db.AuditAsync(trainer.AuditName, "person.deactivated", $"{other.AuditName}: NotNeeded", "192.0.2.9", _app.Clock.Now, CancellationToken.None);
            await db.SaveChangesAsync();
            await db.AuditAsync(trainer.AuditName, "minutes.granted", $"20 extra minutes to enrolment {certificate.EnrolmentId}", "192.0.2.9", _app.Clock.Now, CancellationToken.None);
            await db.SaveChangesAsync();
            await db.AuditAsync(trainer.AuditName, "minutes.granted", $"20 extra minutes to enrolment {Guid.NewGuid()}", "192.0.2.9", _app.Clock.Now, CancellationToken.None);
            await db.SaveChangesAsync();
            await db.AskForChangeAsync(certificate.Id, CertificateChangeKind.NameCorrection, "Florence N. Nakato", "The name is too long.", trainer.Id, "192.0.2.9", _app.Clock.Now, CancellationToken.None);
            await db.SaveChangesAsync();
            (await db.MergeAsync(holder.Id, other.Id, administrator, "192.0.2.9", _app.Clock.Now, CancellationToken.None)).Should().BeNull();
        });

        var (data, files) = await DownloadAsync(await _app.SignInAsync(Cast.CertifiedInUganda));

        var log = data.GetProperty("log");
        log.GetProperty("yourAccounts").EnumerateArray().Select(id => id.GetGuid()).Should().Equal(holder.Id, other.Id);
        log.GetProperty("aboutYou").EnumerateArray().Select(e => e.GetProperty("what").GetString()).Should().Equal("person.deactivated", "minutes.granted", "certificate.change-asked", "person.merged");
        log.GetProperty("aboutYou").ToString().Should().NotContain("192.0.2.9").And.NotContain(trainer.Id.ToString());
        var report = data.GetProperty("reports")[0];
        (report.GetProperty("cohort").GetString(), report.GetProperty("week").GetString()).Should().Be(("Kampala investigators, first class", "2026-11-23"));
        data.ToString().Should().NotContain("Ssemanda");
        System.Text.Encoding.UTF8.GetString(files["READ ME.txt"]).Should().Contain("Left out for others' sake: the reports on your cohorts");
    }

    [Theory]
    [InlineData(Cast.OfficerInGuatemala, "LÉAME.txt", "Esto es todo lo que la Academia HTI guarda")]
    [InlineData(Cast.OfficerInKenya, "READ ME.txt", "This is all that the HTI Academy keeps")]
    public async Task It_explains_itself_in_the_persons_language(string person, string file, string says)
    {
        var (_, files) = await DownloadAsync(await _app.SignInAsync(person));

        System.Text.Encoding.UTF8.GetString(files[file]).Should().StartWith(says);
    }

    public void Dispose() => _app.Dispose();

    private static async Task<(JsonElement Data, Dictionary<string, byte[]> Files)> DownloadAsync(Visitor visitor)
    {
        var response = await visitor.PostAsync((await visitor.GetAsync("/account/data")).Form("/download"));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        await using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());
        var files = new Dictionary<string, byte[]>();
        foreach (var entry in zip.Entries)
        {
            await using var stream = await entry.OpenAsync();
            var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            files[entry.FullName] = bytes.ToArray();
        }

        return (JsonDocument.Parse(files["Data.json"]).RootElement, files);
    }
}
