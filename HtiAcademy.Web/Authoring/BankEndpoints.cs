using System.Text;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Layout;
using HtiAcademy.Web.Learning;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Authoring;

/// <summary>What would become of questions that somebody pasted or chose a file of.</summary>
public sealed record ImportView(BankImport Import);

internal static class BankEndpoints
{
    /// <summary>Of the forms on the page of a file of questions.</summary>
    public const string AddForm = "add";

    public const string ImportForm = "import";

    private const string Bank = "/author/bank";

    // As text in a form and as a file, with what is around them.
    private const int LargestForm = 3 * BankImport.MostBytes;

    public static void MapBank(this IEndpointRouteBuilder app)
    {
        var bank = app.MapGroup(Bank).RequireAuthorization(Policies.Trainers).WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        bank.MapPost("add", AddAsync);
        bank.MapPost("import", ImportAsync);
    }

    public static string Address(string path) => $"{Bank}/{path}";

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> AddAsync(
        [FromForm] string? path, IFormCollection form, HttpContext context, BankDesk desk, IStringLocalizer<Words> words, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(path ?? "", cancellationToken) is not { Writes: true } bank || QuestionForm.Read(form) is not { } typed)
        {
            return TypedResults.NotFound();
        }

        List<string> problems = [.. ProblemsOf(typed, bank).Select(words.Say)];
        if (problems.Count == 0 && await desk.ChangeAsync(bank, questions => questions.Add(typed.ToQuestion()), cancellationToken) is { } problem)
        {
            problems.Add(words.Say(problem));
        }

        return problems.Count == 0
            ? TypedResults.LocalRedirect($"{Address(bank.File.Path)}?added={Uri.EscapeDataString(typed.Name)}#added")
            : context.Refuse(Address(bank.File.Path), new RefusedForm(AddForm, problems, form));
    }

    private static IEnumerable<QuestionProblem> ProblemsOf(QuestionForm typed, OpenBank bank) => typed.Problems() switch
    {
        [_, ..] problems => problems,
        _ when bank.Questions.Find(typed.Name) is not null => [QuestionProblem.NameTaken],
        _ when bank.Questions.Add(typed.ToQuestion()) is null => [QuestionProblem.NotKept],
        _ => [],
    };

    private static async Task<Results<RedirectHttpResult, NotFound, RazorComponentResult<App>>> ImportAsync(
        [FromForm] string? path, [FromForm] string? gift, [FromForm] string? act, [FromForm] string? seen, IFormCollection form, HttpContext context, BankDesk desk, IStringLocalizer<Words> words, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(path ?? "", cancellationToken) is not { Writes: true } bank)
        {
            return TypedResults.NotFound();
        }

        RazorComponentResult<App> Refuse(params string[] problems) => context.Refuse(Address(bank.File.Path), new RefusedForm(ImportForm, problems, form));

        if (bank.IsSubmitted)
        {
            return Refuse(words.Say(BankProblem.Submitted));
        }

        if (form.Files.GetFile("file") is { Length: > BankImport.MostBytes } || Encoding.UTF8.GetByteCount(gift ?? "") > BankImport.MostBytes)
        {
            return Refuse(words["Import at most {0} MB at once.", BankImport.MostBytes / 1_000_000]);
        }

        var import = await ReadAsync(bank, gift, form.Files.GetFile("file"), cancellationToken);
        context.Features.Set(new ImportView(import));
        if (import.ChangesNothing)
        {
            return Refuse(import.HasErrors ? words["Mend the errors first."] : import.Same.Count > 0 ? words["All of these questions are there already."] : words["No question was found."]);
        }

        if (act != "do")
        {
            return context.Page(Address(bank.File.Path));
        }

        var problem = seen == bank.Mark ? await desk.ChangeAsync(bank, questions => BankImport.Of(questions, import.Text).Done(), cancellationToken) : BankProblem.ChangedMeanwhile;
        return problem is null
            ? TypedResults.LocalRedirect($"{Address(bank.File.Path)}?imported={import.Added.Count + import.Replacing.Count}#added")
            : Refuse(words.Say(problem.Value));
    }

    /// <summary>Of the file when one was chosen, otherwise of what was pasted.</summary>
    private static async Task<BankImport> ReadAsync(OpenBank bank, string? gift, IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is not { Length: > 0 })
        {
            return BankImport.Of(bank.Questions, gift ?? "");
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        return BankImport.Of(bank.Questions, bytes.ToArray());
    }
}
