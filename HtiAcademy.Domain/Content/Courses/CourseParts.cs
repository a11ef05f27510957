using HtiAcademy.Domain.Content.Countries;
using HtiAcademy.Domain.Content.Tailoring;

namespace HtiAcademy.Domain.Content.Courses;

/// <summary>What could be read of a course's files, with errors or without.</summary>
/// <param name="Countries">All that have a file, also those where the course is not given.</param>
/// <param name="Welcome">Null without <c>course.md</c>.</param>
internal sealed record CourseParts(
    string Folder, CourseSettings Settings, IReadOnlyList<Country> Countries, TailoredText? Welcome, IReadOnlyList<Module> Modules);
