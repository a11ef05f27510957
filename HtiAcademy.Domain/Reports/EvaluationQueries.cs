using HtiAcademy.Domain.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Reports;

public static class EvaluationQueries
{
    extension(AcademyDb db)
    {
        /// <summary>Keeps what an officer thinks of the course, once. As soon as enough wait, they are added up and the single ones are gone.</summary>
        public async Task EvaluateAsync(Enrolment enrolment, IReadOnlyList<int> agreement, CancellationToken cancellationToken)
        {
            if (!enrolment.Evaluate())
            {
                return;
            }

            var evaluation = new Evaluation(enrolment, agreement);
            // Nobody may read those that wait, not even who adds to them.
            var waiting = await db.Evaluations.IgnoreQueryFilters([AcademyDb.ScopeFilter]).Where(e => e.CohortId == enrolment.CohortId).ToListAsync(cancellationToken);
            if (waiting.Count + 1 < EvaluationTally.Least)
            {
                db.Add(evaluation);
                return;
            }

            db.Add(new EvaluationTally([.. waiting, evaluation]));
            db.RemoveRange(waiting);
        }
    }
}
