namespace HtiAcademy.Domain.Learning;

public static class EnrolmentQueries
{
    extension(IQueryable<Enrolment> enrolments)
    {
        /// <summary>What an officer studies or has studied, the newest first; also what was completed and taken back.</summary>
        public IQueryable<Enrolment> Of(Guid officerId) =>
            enrolments.Where(e => e.OfficerId == officerId && (e.State != EnrolmentState.Withdrawn || e.Revocation != null)).OrderByDescending(e => e.InvitedAt);

        /// <summary>Ids of the courses that an officer has completed.</summary>
        public IQueryable<string> CompletedBy(Guid officerId) =>
            enrolments.Where(e => e.OfficerId == officerId && e.State == EnrolmentState.Completed).Select(e => e.CourseId);

        /// <inheritdoc cref="Enrolment.IsOpen"/>
        public IQueryable<Enrolment> Open() => enrolments.Where(e => e.State == EnrolmentState.Invited || e.State == EnrolmentState.Active);
    }
}
