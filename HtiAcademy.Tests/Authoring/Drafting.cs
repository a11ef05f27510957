using System.Security.Claims;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Tests.Personnel;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Authoring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Authoring;

/// <summary>Drafts, and people who read them, for tests of what becomes of drafts.</summary>
internal static class Drafting
{
    public const string UgandasText = "courses/foundations/20-your-law/module.en-UG.md";
    public const string UgandasQuestions = "courses/foundations/20-your-law/questions.en-UG.gift";
    public const string UgandasFacts = "countries/UG.yml";
    public const string BaseText = "courses/foundations/20-your-law/module.md";

    /// <summary>A second trainer in Uganda.</summary>
    public const string Colleague = "colleague.ug@demo.example";

    /// <summary>A lead trainer, whose own country is Kenya.</summary>
    public const string Lead = "lead@demo.example";

    /// <summary>In Uganda's own section on the offence.</summary>
    public const string Sentence = "Open both texts.";

    public static string Reworded(string text) => text.Replace(Sentence, "Open both texts, and read them.", StringComparison.Ordinal);

    public static string Address(this Draft draft) => $"/author/drafts/{draft.Id}";

    public static CurrentPerson SignedIn(this Person person) =>
        new(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person.Id.ToString()), .. CurrentPerson.ClaimsOf(person)], "test")));

    /// <summary>Somebody more who trains and has joined, and signs in as all do.</summary>
    public static async Task<Person> AddTrainerAsync(this AcademyApp app, string address, Roles roles, params string[] countries)
    {
        var known = await app.PersonAsync(Cast.TrainerInUganda);
        var person = new Person($"Trainer {address.Split('@')[0]}", address, roles, "en", countries[0]) { EmailConfirmed = true, PasswordHash = known.PasswordHash };
        person.TrainIn(countries);
        await using var db = app.Open();
        db.Add(person);
        await db.SaveChangesAsync();
        return person;
    }

    /// <summary>Begins with the published file, as the editor does.</summary>
    public static async Task<Draft> WriteDraftAsync(this AcademyApp app, string author, string path, Func<string, string> write, bool submitted = false)
    {
        var file = AuthoredFile.Parse(path)!;
        var published = await app.Services.GetRequiredService<Manuscripts>().FindAsync(file, CancellationToken.None);
        await using var db = app.Open();
        var person = await db.People.SingleAsync(p => p.NormalizedUserName == Person.Normalized(author));
        var draft = new Draft(file, person, published?.Hash, published?.Text ?? "", app.Clock.Now);
        draft.Write(write(draft.Text), draft.Revision, app.Clock.Now).Should().BeNull();
        if (submitted)
        {
            draft.Submit(app.Clock.Now);
        }

        db.Add(draft);
        await db.SaveChangesAsync();
        return draft;
    }

    public static async Task<Draft> FoundAsync(this AcademyApp app, Draft draft)
    {
        await using var db = app.Open();
        return await db.Drafts.AsNoTracking().SingleAsync(d => d.Id == draft.Id);
    }

    public static async Task ChangeAsync(this AcademyApp app, Draft draft, Action<Draft> change)
    {
        await using var db = app.Open();
        change(await db.Drafts.SingleAsync(d => d.Id == draft.Id));
        await db.SaveChangesAsync();
    }

    public static async Task<AgencyReading> AskAsync(this AcademyApp app, Draft draft)
    {
        await using var db = app.Open();
        var reading = new AgencyReading(draft, await db.Agencies.FirstAsync(a => a.Country == draft.Country), await db.People.SingleAsync(p => p.Id == draft.AuthorId), app.Clock.Now);
        db.Add(reading);
        await db.SaveChangesAsync();
        return reading;
    }

    public static async Task<DraftComment> CommentAsync(this AcademyApp app, Draft draft, string by, string? section, string text)
    {
        await using var db = app.Open();
        var comment = new DraftComment(draft, section, text, await db.People.SingleAsync(p => p.NormalizedUserName == Person.Normalized(by)), app.Clock.Now);
        db.Add(comment);
        await db.SaveChangesAsync();
        return comment;
    }

    public static async Task AllowAloneAsync(this AcademyApp app, string country)
    {
        await using var db = app.Open();
        db.Add(new SelfApproval(country, await db.People.FirstAsync(p => p.Roles.HasFlag(Roles.Administrator)), app.Clock.Now));
        await db.SaveChangesAsync();
    }

    /// <summary>Posts to an address with a token that is right for whoever asks, and no form of the page.</summary>
    public static async Task<HttpResponseMessage> ForgeAsync(this Visitor visitor, string address, params (string Name, string Value)[] values)
    {
        var home = await visitor.GetAsync("/");
        return await visitor.PostAsync((AngleSharp.Html.Dom.IHtmlFormElement)home.Document.Forms[0].To(address), values);
    }
}
