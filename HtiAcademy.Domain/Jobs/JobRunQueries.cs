namespace HtiAcademy.Domain.Jobs;

public static class JobRunQueries
{
    extension(IQueryable<JobRun> runs)
    {
        /// <summary>The newest first.</summary>
        public IQueryable<JobRun> Of(string job) => runs.Where(r => r.Job == job).OrderByDescending(r => r.StartedAt);

        /// <summary>Still going on, or cut short by a process that was killed.</summary>
        public IQueryable<JobRun> Unfinished() => runs.Where(r => r.Outcome == JobOutcome.Running);
    }
}
