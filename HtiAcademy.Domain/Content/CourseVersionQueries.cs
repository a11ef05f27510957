namespace HtiAcademy.Domain.Content;

public static class CourseVersionQueries
{
    extension(IQueryable<CourseVersion> versions)
    {
        /// <summary>The newest first.</summary>
        public IQueryable<CourseVersion> LatestOf(string courseId) =>
            versions.Where(v => v.CourseId == courseId).OrderByDescending(v => v.Number);

        /// <summary>One version of each course.</summary>
        public IQueryable<CourseVersion> Latest() =>
            versions.Where(v => !versions.Any(newer => newer.CourseId == v.CourseId && newer.Number > v.Number));

        /// <summary>Those that the content folder has held, the one it held last first.</summary>
        public IQueryable<CourseVersion> ImportedOf(string courseId) =>
            versions.Where(v => v.CourseId == courseId && v.ImportedAt != null).OrderByDescending(v => v.ImportedAt).ThenByDescending(v => v.Number);
    }
}
