namespace HtiAcademy.Domain.Content;

public static class CourseVersionQueries
{
    extension(IQueryable<CourseVersion> versions)
    {
        /// <summary>The newest first.</summary>
        public IQueryable<CourseVersion> LatestOf(string courseId) =>
            versions.Where(v => v.CourseId == courseId).OrderByDescending(v => v.Number);
    }
}
