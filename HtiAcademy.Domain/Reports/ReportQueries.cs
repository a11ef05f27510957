namespace HtiAcademy.Domain.Reports;

public static class ReportQueries
{
    extension(IQueryable<CohortReport> reports)
    {
        /// <summary>Those that every week brings, and nobody asked for.</summary>
        public IQueryable<CohortReport> Weekly() => reports.Where(r => r.RunId == Guid.Empty);
    }
}
