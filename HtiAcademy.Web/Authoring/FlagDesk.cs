using HtiAcademy.Domain;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Content;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Content;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Learning;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Web.Authoring;

/// <summary>Why nothing was flagged, or a flag not settled.</summary>
public enum FlagProblem
{
    Section,
    Kind,
    Sentence,

    /// <summary>As many wait already as one officer may have.</summary>
    TooMany,
    Outcome,

    /// <summary>Somebody else settled it, in other words.</summary>
    Settled,
}

/// <summary>A module as an officer reads it.</summary>
public sealed record ReadModule(MyCourse Course, Module Module, ComposedModule Text)
{
    public string CourseId => Course.Enrolment.CourseId;

    public bool Has(string sectionId) => sectionId == SectionFlag.Top || Text.Sections.Any(section => section.Id == sectionId);

    /// <returns>Null for the text above the first section, and for one that the module no longer has.</returns>
    public string? HeadingOf(string sectionId) => Text.Sections.FirstOrDefault(section => section.Id == sectionId)?.Title;
}

/// <summary>Where officers say that a section is not right, and trainers what becomes of it.</summary>
public sealed class FlagDesk(Academy academy, MyCourses myCourses, Catalogue catalogue, CurrentPerson person, TimeProvider clock)
{
    /// <returns>Null when the person does not take the course, or it has no such module for them.</returns>
    public async Task<ReadModule?> FindAsync(string courseId, string moduleId, CancellationToken cancellationToken)
    {
        var course = await myCourses.FindAsync(courseId, cancellationToken);
        if (course?.Progress.Modules.FirstOrDefault(m => m.Module.Id == moduleId)?.Module is not { } module)
        {
            return null;
        }

        var locale = person.Locale with { Country = course.Enrolment.Country };
        return new ReadModule(course, module, catalogue.Module(course.Published, module, locale, person.Audience));
    }

    /// <returns>What is wrong; empty when it is raised, or was already.</returns>
    public Task<IReadOnlyList<FlagProblem>> RaiseAsync(ReadModule read, string sectionId, FlagKind? kind, string sentence, CancellationToken cancellationToken) => academy.WriteAsync<IReadOnlyList<FlagProblem>>(
        person.Scope,
        async db =>
        {
            List<FlagProblem> problems =
            [
                .. read.Has(sectionId) ? [] : new[] { FlagProblem.Section },
                .. kind is not null ? [] : new[] { FlagProblem.Kind },
                .. SectionFlag.IsSentence(sentence) ? [] : new[] { FlagProblem.Sentence },
            ];
            if (problems.Count > 0)
            {
                return problems;
            }

            var version = await db.CourseVersions.SingleAsync(v => v.Id == read.Course.Enrolment.VersionId, cancellationToken);
            var flag = new SectionFlag(
                version, read.Module.Id, new Locale(read.Text.Language, read.Course.Enrolment.Country), sectionId, kind!.Value, sentence,
                await db.People.SingleAsync(p => p.Id == person.Id, cancellationToken), clock.GetUtcNow());
            var waiting = await db.SectionFlags.By(person.Id).Waiting().ToListAsync(cancellationToken);
            if (waiting.Exists(other => SameAs(other, flag)))
            {
                // Sent twice over a bad line.
                return [];
            }

            if (waiting.Count >= SectionFlag.MostWaiting)
            {
                return [FlagProblem.TooMany];
            }

            db.Add(flag);
            return [];
        },
        cancellationToken);

    /// <param name="from">The network address it is done from.</param>
    /// <returns>What is wrong, empty when it is settled; null when there is none in a country of theirs.</returns>
    public Task<IReadOnlyList<FlagProblem>?> SettleAsync(Guid id, FlagOutcome? outcome, string answer, string from, CancellationToken cancellationToken) => academy.WriteAsync<IReadOnlyList<FlagProblem>?>(
        person.Scope,
        async db =>
        {
            if (await db.SectionFlags.FirstOrDefaultAsync(f => f.Id == id, cancellationToken) is not { } flag || !person.TrainsThere(flag.Country))
            {
                return null;
            }

            if (outcome is null || !SectionFlag.IsSentence(answer))
            {
                return [.. outcome is null ? [FlagProblem.Outcome] : Array.Empty<FlagProblem>(), .. SectionFlag.IsSentence(answer) ? [] : new[] { FlagProblem.Sentence }];
            }

            if (flag.Waits)
            {
                flag.Settle(outcome.Value, answer, clock.GetUtcNow());
                await db.ActAsync(person, "flag.settled", $"flag {flag.Id}: {outcome}", from, clock.GetUtcNow(), cancellationToken);
            }

            return flag.IsSettledAs(outcome.Value, answer) ? [] : [FlagProblem.Settled];
        },
        cancellationToken);

    private static bool SameAs(SectionFlag one, SectionFlag other) =>
        (one.CourseId, one.TextId, one.SectionId, one.Kind, one.Sentence) == (other.CourseId, other.TextId, other.SectionId, other.Kind, other.Sentence);
}
