using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Demo;

namespace HtiAcademy.Tests.Access;

/// <summary>Steps at the door that several tests take.</summary>
internal static class Entering
{
    public static async Task<HttpResponseMessage> EnterAsync(this Visitor visitor, string name, string password = DemoAcademy.Password, bool shared = false)
    {
        var page = await visitor.GetAsync("/account/sign-in");
        return await visitor.PostAsync(page.Form("sign-in"), ("Input.Email", name), ("Input.Password", password), ("Input.Shared", shared ? "true" : "false"));
    }

    public static async Task MistypeAsync(this Visitor visitor, string name, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await visitor.EnterAsync(name, "not-the-password");
        }
    }

    /// <returns>The app's secret.</returns>
    public static async Task<byte[]> AddAuthenticatorAsync(this Visitor visitor, AcademyApp app)
    {
        var page = await visitor.GetAsync("/account/security/authenticator");
        var secret = FromBase32(page.Document.QuerySelector("ol code")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        var added = await visitor.PostAsync(page.Form("authenticator"), ("Input.Code", Totp.Code(secret, Totp.StepAt(app.Clock.Now))));
        added.Headers.Location!.ToString().Should().EndWith("/account/security/recovery-codes");
        return secret;
    }

    public static async Task<IReadOnlyList<string>> MakeRecoveryCodesAsync(this Visitor visitor)
    {
        var page = await visitor.SubmitAsync((await visitor.GetAsync("/account/security/recovery-codes")).Form("recovery-codes"));
        return [.. page.Document.QuerySelectorAll("#codes code").Select(code => code.TextContent)];
    }

    public static async Task<HttpResponseMessage> SecondStepAsync(this Visitor visitor, string code)
    {
        var page = await visitor.GetAsync("/account/second-step");
        return await visitor.PostAsync(page.Form("second-step"), ("Input.Code", code));
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2))];
    }
}
