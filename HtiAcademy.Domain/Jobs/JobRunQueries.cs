namespace HtiAcademy.Domain.Jobs;

public static class JobRunQueries
{
    extension(IQueryable<JobRun> runs)
    {
        public IQueryable<JobRun> Of(string job) => runs.Where(r => r.Job == job);

        /// <summary>The newest first; last, what was recorded in the future before the clock was set back.</summary>
        public IQueryable<JobRun> NewestFirst(DateTimeOffset now) => runs.OrderBy(r => r.StartedAt > now).ThenByDescending(r => r.StartedAt);

        public IQueryable<JobRun> Failed() => runs.Where(r => r.Outcome == JobOutcome.Failed);

        /// <summary>Still going on, or cut short by a process that was killed.</summary>
        public IQueryable<JobRun> Unfinished() => runs.Where(r => r.Outcome == JobOutcome.Running);
    }
}
