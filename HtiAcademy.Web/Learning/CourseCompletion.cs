using HtiAcademy.Domain;
using HtiAcademy.Domain.Assessments;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Learning;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Learning;

/// <summary>Takes over what an officer has done, and completes the course when it was the last step.</summary>
public sealed class CourseCompletion(Catalogue catalogue, IProveCertificates prover)
{
    /// <summary>Records a submitted attempt, in what is saved next; one that waits for a trainer is awaited.</summary>
    public async Task RecordAsync(AcademyDb db, Attempt attempt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var enrolment = await db.Enrolments.SingleAsync(e => e.Id == attempt.EnrolmentId, cancellationToken);
        if (attempt.WaitsForMarking)
        {
            enrolment.Await(attempt);
            return;
        }

        enrolment.Record(attempt);
        await CompleteAsync(db, enrolment, now, cancellationToken);
    }

    /// <summary>Completes the course and issues the certificate when nothing is left to do.</summary>
    public async Task CompleteAsync(AcademyDb db, Enrolment enrolment, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Whoever may see an enrolment may see whose it is, though the officer works in another country.
        var audience = await db.People.IgnoreQueryFilters().Where(p => p.Id == enrolment.OfficerId).Select(p => p.Audience).SingleAsync(cancellationToken);
        var published = await catalogue.CourseAsync(enrolment.VersionId);
        if (enrolment.Complete(published.Course, audience, now))
        {
            await db.IssueCertificateAsync(enrolment, published.Course, published.Number, prover, now, cancellationToken);
        }
    }
}
