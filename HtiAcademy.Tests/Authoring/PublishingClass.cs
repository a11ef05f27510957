using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Content;
using HtiAcademy.Tests.Content;
using HtiAcademy.Web.Authoring;
using HtiAcademy.Web.Content;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Authoring;

/// <summary>Three courses, a lead trainer who writes and another who decides.</summary>
internal sealed class PublishingClass : IDisposable
{
    public const string Overlay = "courses/basics/10-first/module.en-UG.md";
    public const string Facts = "countries/UG.yml";
    public static readonly string[] Courses = ["basics", "second", "third"];

    private readonly Manuscripts _manuscripts;

    public PublishingClass()
    {
        _manuscripts = new Manuscripts(Academy.Academy, Academy.Catalogue);
        Publisher = new DraftPublisher(Academy.Academy, _manuscripts, Academy.Learners, Academy.Clock);
    }

    public ContentAcademy Academy { get; } = new();

    public DraftPublisher Publisher { get; }

    public Person Author { get; private set; } = default!;

    public Person Reader { get; private set; } = default!;

    public static SampleContent Content
    {
        get
        {
            var content = SampleContent.WithSecondCourse();
            foreach (var document in new SampleContent().Documents.Where(d => d.Path.StartsWith("courses/basics/", StringComparison.Ordinal)))
            {
                content.With(document.Path.Replace("basics", "third", StringComparison.Ordinal), document.Bytes.ToArray());
            }

            return content.Replace("courses/third/course.md", "id: basics", "id: third").With("courses/third/design.md", "Third.");
        }
    }

    public async Task BeginAsync()
    {
        await Academy.ImportAsync(Content);
        (Author, Reader) = (await TrainerAsync("grace@example.org"), await TrainerAsync("ruth@example.org"));
    }

    public async Task<Person> TrainerAsync(string address)
    {
        var person = new Person("Grace Auma", address, Roles.Trainer | Roles.LeadTrainer, "en", "UG") { PasswordHash = "joined" };
        person.TrainIn("UG");
        return await Academy.SavedAsync(person);
    }

    /// <param name="text">Null for what is published.</param>
    public async Task<Draft> SubmittedAsync(string path, string? text, Person? author = null, params DraftImage[] images)
    {
        var file = AuthoredFile.Parse(path)!;
        var published = await _manuscripts.FindAsync(file, CancellationToken.None);
        var draft = new Draft(file, author ?? Author, published?.Hash, text ?? published!.Text, Academy.Clock.Now);
        foreach (var image in images)
        {
            draft.Add(image, Academy.Clock.Now);
        }

        draft.Submit(Academy.Clock.Now);
        return await Academy.SavedAsync(draft);
    }

    /// <summary>Uganda's own words in place of a section, stamped as compared.</summary>
    public static string Replaces(string words) => $"---\nreviewed: {{ victim: {VictimHash} }}\n---\n\n## The victim {{#victim}}\n\n{words}\n";

    private static string VictimHash => System.Text.Encoding.UTF8.GetString(
        Domain.Content.Overlay.Accept(
            new SourceDocument(Overlay, "## The victim {#victim}\n\nWords.\n"u8.ToArray()),
            new SampleContent().Documents.Single(document => document.Path == SampleContent.ModulePath)).AsSpan()).Split("victim: ")[1][..8];

    public Task<PublishOutcome?> PublishAsync(Draft draft, int? revision = null, Person? by = null) =>
        Publisher.PublishAsync((by ?? Reader).SignedIn(), draft.Id, revision ?? draft.Revision, "192.0.2.7", CancellationToken.None);

    public async Task<int> NumberAsync(string courseId = "basics") => (await Academy.LatestAsync(courseId)).Number;

    /// <summary>What a file says in the latest version; null when there is none.</summary>
    public async Task<string?> SaysAsync(string path, string courseId = "basics")
    {
        var hash = (await Academy.LatestAsync(courseId)).Documents.FirstOrDefault(document => document.Path == path)?.DocumentHash;
        await using var db = Academy.Open();
        return hash is null ? null : System.Text.Encoding.UTF8.GetString((await db.Documents.SingleAsync(d => d.Hash == hash)).Bytes);
    }

    public async Task<Draft> FoundAsync(Draft draft)
    {
        await using var db = Academy.Open();
        return await db.Drafts.AsNoTracking().SingleAsync(d => d.Id == draft.Id);
    }

    public void Dispose()
    {
        _manuscripts.Dispose();
        Academy.Dispose();
    }
}
