using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Privacy;
using HtiAcademy.Domain.Questions;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Privacy;

/// <summary>Reads what is kept about a person, under headings that they can make sense of. No word of it is about somebody else.</summary>
public sealed class PersonalRecords(Catalogue catalogue)
{
    /// <param name="db">Open for everything.</param>
    public async Task<object> ReadAsync(AcademyDb db, Guid id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == id, cancellationToken);
        return new
        {
            Account = await AccountAsync(db, person, cancellationToken),
            SignIn = await SignInAsync(db, id, cancellationToken),
            Courses = await CoursesAsync(db, id, cancellationToken),
            Certificates = await CertificatesAsync(db, id, cancellationToken),
            Letters = await LettersAsync(db, person, cancellationToken),
            Reminders = await db.SentReminders.AsNoTracking().Where(s => s.PersonId == id).OrderBy(s => s.SentAt)
                .Select(s => new { s.Kind, s.Date, s.SentAt }).ToListAsync(cancellationToken),
            Reports = (await db.ReportsNamingAsync(person, cancellationToken)).Select(r => new { Cohort = r.CohortName, ForAgency = r.AgencyName, r.Week, r.MadeAt }),
            Work = await WorkAsync(db, id, cancellationToken),
            Log = await LogAsync(db, person, cancellationToken),
        };
    }

    private static async Task<object> AccountAsync(AcademyDb db, Person person, CancellationToken cancellationToken) => new
    {
        person.Id,
        Name = person.FullName,
        person.Rank,
        person.UserName,
        person.Email,
        person.EmailConfirmed,
        person.PhoneNumber,
        person.Roles,
        person.Language,
        person.Country,
        Agency = await db.Agencies.Where(a => a.Id == person.AgencyId).Select(a => a.Name).SingleOrDefaultAsync(cancellationToken),
        KindOfWork = person.Audience,
        person.TrainsIn,
        RemindersStopped = person.StoppedReminders,
        KeptOutSince = person.DeactivatedAt,
        Invitations = await db.Invitations.AsNoTracking().Where(i => i.PersonId == person.Id).OrderBy(i => i.MadeAt)
            .Select(i => new { i.Kind, i.ByMail, i.MadeAt, i.ExpiresAt, i.UsedAt, i.RevokedAt }).ToListAsync(cancellationToken),
    };

    private static async Task<object> SignInAsync(AcademyDb db, Guid id, CancellationToken cancellationToken) => new
    {
        Sessions = await db.Sessions.AsNoTracking().Where(s => s.PersonId == id).OrderBy(s => s.BeganAt)
            .Select(s => new { s.Device, s.Network, s.IsShared, s.BeganAt, s.SeenAt, s.EndsAt, s.EndedAt }).ToListAsync(cancellationToken),
        AuthenticatorAppSince = await db.Authenticators.Where(a => a.PersonId == id).Select(a => (DateTimeOffset?)a.AddedAt).SingleOrDefaultAsync(cancellationToken),
        RecoveryCodesLeft = await db.RecoveryCodes.CountAsync(c => c.PersonId == id, cancellationToken),
        Passkeys = (await db.Passkeys.AsNoTracking().Where(p => p.UserId == id).ToListAsync(cancellationToken)).Select(p => new { p.Data.Name, p.Data.CreatedAt }),
    };

    private async Task<List<object>> CoursesAsync(AcademyDb db, Guid id, CancellationToken cancellationToken)
    {
        var courses = new List<object>();
        foreach (var enrolment in await db.Enrolments.AsNoTracking().Where(e => e.OfficerId == id).OrderBy(e => e.InvitedAt).ToListAsync(cancellationToken))
        {
            courses.Add(new
            {
                Course = enrolment.CourseId,
                Cohort = await db.Cohorts.Where(c => c.Id == enrolment.CohortId).Select(c => c.Name).SingleAsync(cancellationToken),
                enrolment.Country,
                enrolment.State,
                enrolment.InvitedAt,
                enrolment.DueOn,
                enrolment.HasOwnDueDate,
                enrolment.ExtraMinutes,
                enrolment.LastActiveAt,
                enrolment.CompletedAt,
                WithdrawnBecause = enrolment.Withdrawal,
                CertificateRevokedBecause = enrolment.Revocation,
                enrolment.Evaluated,
                enrolment.Steps,
                Attempts = await AttemptsAsync(db, enrolment.Id, cancellationToken),
                ObservedPractice = await db.Observations.AsNoTracking().Where(o => o.OfficerId == id && o.EnrolmentId == enrolment.Id).OrderBy(o => o.RecordedAt)
                    .Select(o => new { o.Exercise, o.On, o.Levels, o.SignedOff, o.Note, Trainer = o.TrainerName }).ToListAsync(cancellationToken),
            });
        }

        return courses;
    }

    private async Task<List<object>> AttemptsAsync(AcademyDb db, Guid enrolment, CancellationToken cancellationToken)
    {
        var attempts = await db.Attempts.AsNoTracking().Where(a => a.EnrolmentId == enrolment).OrderBy(a => a.StartedAt).ToListAsync(cancellationToken);
        var ids = attempts.ConvertAll(a => a.Id);
        // Drafts and single marks are the markers' own until they count.
        var essays = await db.EssayMarkings.AsNoTracking().Where(m => ids.Contains(m.AttemptId) && m.MarkedAt != null).ToDictionaryAsync(m => (m.AttemptId, m.Position), cancellationToken);
        var told = new List<object>();
        foreach (var attempt in attempts)
        {
            var questions = await catalogue.BankAsync(attempt);
            told.Add(new
            {
                attempt.Assessment,
                attempt.Number,
                attempt.StartedAt,
                attempt.EndsAt,
                attempt.SubmittedAt,
                attempt.Percent,
                attempt.Pass,
                Answers = attempt.Questions.OrderBy(q => q.Position).Select(drawn =>
                {
                    var question = questions.GetValueOrDefault(drawn.Hash);
                    var essay = essays.GetValueOrDefault((attempt.Id, drawn.Position));
                    return new
                    {
                        Question = question?.Text ?? drawn.Name,
                        Answer = drawn.Response is { } response ? InWords(question, Response.Parse(response)) : null,
                        drawn.AnsweredAt,
                        MarkedToComeBackTo = drawn.IsFlagged,
                        OfFullMarks = drawn.Fraction,
                        MarkedAgainAt = drawn.Correction?.At,
                        essay?.Points,
                        essay?.Comment,
                    };
                }),
            });
        }

        return told;
    }

    private static string InWords(Question? question, Response response) => question switch
    {
        ChoiceQuestion choice => string.Join("; ", response.Choices.OfType<int>().Select(index => choice.Options[index].Text)),
        Matching matching => string.Join("; ", matching.Pairs.Zip(response.Choices, (pair, choice) => $"{pair.Stem}: {(choice is { } index ? matching.Choices[index] : "–")}")),
        _ => response.Text,
    };

    private static async Task<object> CertificatesAsync(AcademyDb db, Guid id, CancellationToken cancellationToken)
    {
        var certificates = await db.Certificates.AsNoTracking().Where(c => c.OfficerId == id).OrderBy(c => c.IssuedAt).ToListAsync(cancellationToken);
        // That a certificate may be revoked is its trainers' affair until it is done.
        var changes = await db.CertificateChanges.AsNoTracking()
            .Where(c => c.OfficerId == id && (c.Kind == CertificateChangeKind.NameCorrection || c.Approved == true)).OrderBy(c => c.AskedAt).ToListAsync(cancellationToken);
        var printings = await db.Printings.AsNoTracking().Where(p => p.OfficerId == id).OrderBy(p => p.At).ToListAsync(cancellationToken);
        return certificates.Select(c => new
        {
            c.Number,
            Code = c.Code.ToString(),
            c.Edition,
            c.IssuedAt,
            c.RevokedAt,
            c.RevokedReason,
            c.SupersededAt,
            c.Printed,
            SignedStatement = c.Statement,
            c.Credential,
            Changes = changes.Where(change => change.CertificateId == c.Id).Select(change => new { change.Kind, change.HolderName, change.Reason, change.AskedAt, change.DecidedAt, change.Approved, change.Answer }),
            PrintedOn = printings.Where(p => p.CertificateId == c.Id).Select(p => p.At),
        });
    }

    private static async Task<object> LettersAsync(AcademyDb db, Person person, CancellationToken cancellationToken)
    {
        var letters = await db.LettersToAsync(person, cancellationToken);
        return await db.Outbox.AsNoTracking().Where(m => letters.Contains(m.Id)).OrderBy(m => m.WrittenAt)
            .Select(m => new { m.Subject, m.ToName, m.ToAddress, m.WrittenAt, m.SentAt }).ToListAsync(cancellationToken);
    }

    /// <summary>What the person did here for others, without a word on whom: that is those others' own.</summary>
    private static async Task<object> WorkAsync(AcademyDb db, Guid id, CancellationToken cancellationToken) => new
    {
        TrainsCohorts = await db.Cohorts.Where(c => c.Trainers.Any(t => t.PersonId == id)).Select(c => c.Name).ToListAsync(cancellationToken),
        EssaysMarkedAt = (await db.EssayMarkings.AsNoTracking().Where(m => m.Marks.Any(mark => mark.MarkerId == id)).ToListAsync(cancellationToken)).Select(m => m.MarkOf(id)!.SavedAt).Order(),
        PracticeObservedAt = await db.Observations.Where(o => o.TrainerId == id).OrderBy(o => o.RecordedAt).Select(o => o.RecordedAt).ToListAsync(cancellationToken),
        InvitedPeopleAt = await db.Invitations.Where(i => i.ById == id).OrderBy(i => i.MadeAt).Select(i => i.MadeAt).ToListAsync(cancellationToken),
        ChangesOfCertificatesAskedAt = await db.CertificateChanges.Where(c => c.AskedById == id).OrderBy(c => c.AskedAt).Select(c => c.AskedAt).ToListAsync(cancellationToken),
        ChangesOfCertificatesDecidedAt = await db.CertificateChanges.Where(c => c.DecidedById == id).OrderBy(c => c.DecidedAt).Select(c => c.DecidedAt).ToListAsync(cancellationToken),
        CertificatesRevokedAt = await db.Certificates.Where(c => c.RevokedById == id).OrderBy(c => c.RevokedAt).Select(c => c.RevokedAt).ToListAsync(cancellationToken),
        CertificatesPrintedAt = await db.Printings.Where(p => p.ById == id).OrderBy(p => p.At).Select(p => p.At).ToListAsync(cancellationToken),
        FilesOfCertificatesAskedFor = await db.PrintRuns.Where(r => r.AskedById == id).OrderBy(r => r.AskedAt).Select(r => new { r.Name, r.AskedAt }).ToListAsync(cancellationToken),
        ReportsAskedFor = await db.ReportRuns.Where(r => r.AskedById == id).OrderBy(r => r.AskedAt).Select(r => new { r.CohortName, r.AskedAt }).ToListAsync(cancellationToken),
        SectionsFlagged = await db.SectionFlags.By(id).Select(f => new { Course = f.CourseId, Version = f.VersionNumber, Module = f.TextId, Section = f.SectionId, f.Language, f.Country, f.Kind, f.Sentence, f.At, f.Outcome, f.Answer, f.AnsweredAt }).ToListAsync(cancellationToken),
        Drafts = await db.Drafts.Where(d => d.AuthorId == id).OrderBy(d => d.StartedAt).Select(d => new { d.Path, d.State, d.StartedAt, d.ChangedAt, d.SubmittedAt, d.Text }).ToListAsync(cancellationToken),
        DraftsDecidedAt = await db.Drafts.Where(d => d.DecidedById == id).OrderBy(d => d.DecidedAt).Select(d => d.DecidedAt).ToListAsync(cancellationToken),
        CommentsOnDrafts = await db.DraftComments.Where(c => c.ById == id).OrderBy(c => c.At).Select(c => new { c.DraftId, Section = c.SectionId, c.Text, c.At }).ToListAsync(cancellationToken),
        CommentsAnswered = await db.DraftComments.Where(c => c.AnsweredAt != null && db.Drafts.Any(d => d.Id == c.DraftId && d.AuthorId == id)).OrderBy(c => c.AnsweredAt).Select(c => new { c.DraftId, c.Answer, c.AnsweredAt }).ToListAsync(cancellationToken),
        AgenciesAskedToReadAt = await db.AgencyReadings.Where(r => r.AskedById == id).OrderBy(r => r.AskedAt).Select(r => r.AskedAt).ToListAsync(cancellationToken),
        DraftsApprovedForAgencyAt = await db.AgencyReadings.Where(r => r.ApprovedById == id).OrderBy(r => r.ApprovedAt).Select(r => r.ApprovedAt).ToListAsync(cancellationToken),
        SelfApprovalsAllowed = await db.SelfApprovals.Where(a => a.AllowedById == id).OrderBy(a => a.AllowedAt).Select(a => new { a.Country, a.AllowedAt }).ToListAsync(cancellationToken),
        ResultsRecorded = await db.CaseCounts.Where(c => c.RecordedById == id).OrderBy(c => c.RecordedAt).Select(c => new { c.Country, c.Unit, c.RecordedAt }).ToListAsync(cancellationToken),
    };

    /// <summary>
    /// What the person did by the audit log, and what others did to their accounts, courses and certificates; not who they are,
    /// nor from where.
    /// </summary>
    private static async Task<object> LogAsync(AcademyDb db, Person person, CancellationToken cancellationToken)
    {
        var accounts = await db.AccountsOfAsync(person.Id, cancellationToken);
        var names = accounts.Select(Person.AuditNameOf).ToList();
        List<string> yours =
        [
            .. names,
            .. (await db.Certificates.AsNoTracking().Where(c => c.OfficerId == person.Id).ToListAsync(cancellationToken)).Select(c => c.Number),
            .. await db.Enrolments.Where(e => e.OfficerId == person.Id).Select(e => $"enrolment {e.Id}").ToListAsync(cancellationToken),
        ];
        return new
        {
            YourAccounts = accounts,
            ByYou = await db.AuditEntries.AsNoTracking().Where(e => names.Contains(e.By)).OrderBy(e => e.Sequence).Select(e => new { e.At, e.What, e.Record, e.From }).ToListAsync(cancellationToken),
            AboutYou = await db.AuditEntries.AsNoTracking().Where(e => !names.Contains(e.By) && yours.Any(mine => e.Record.Contains(mine))).OrderBy(e => e.Sequence).Select(e => new { e.At, e.What, e.Record }).ToListAsync(cancellationToken),
        };
    }
}
