namespace Bench;

/// <summary>A quiz as an officer without scripting takes it: each form is sent and the page after it is read.</summary>
internal static class Quiz
{
    /// <summary>Opens the quiz of a module, if that is not done.</summary>
    public static async Task ReadModuleAsync(Browser browser, string module)
    {
        if ((await browser.ReadAsync(module)).Form("/read") is { } form)
        {
            await browser.PostAsync(form);
        }
    }

    public static async Task TakeAsync(Browser browser, string module)
    {
        var page = await browser.ReadAsync($"{module}/quiz");
        page = await browser.SubmitAsync(page.Form("/start")!);
        var answered = 0;
        for (; page.Form("/answer") is { } question; answered++)
        {
            page = await browser.SubmitAsync(question.Answered());
        }

        await browser.SubmitAsync(page.Form("/submit")!);
        if (answered != LongQuizzes.Questions)
        {
            throw new InvalidOperationException($"The quiz of {module} asked {answered} questions.");
        }
    }
}
