using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Certificates;

/// <summary>
/// One file that checks statements without a network: <c>assets/offline</c> in one piece, with the visitor's words and the
/// academy's keys filled in. Whoever saved it opens it from a disk or a memory card.
/// </summary>
internal sealed partial class OfflinePage(AcademyKeys keys, AcademyAddress address, IStringLocalizer<Words> words, TimeProvider clock)
{
    private static readonly string Template = Read();

    // Made with the page, because it names the hashes of its style and its script.
    private static readonly string Policy = PolicyOf(Template);

    public ContentHttpResult Write(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        // A page that frames it cannot be kept out by what is in the file.
        response.Headers.ContentSecurityPolicy = $"{Policy}; frame-ancestors 'none'";
        return TypedResults.Text(Fill(), "text/html; charset=utf-8");
    }

    private string Fill()
    {
        var said = Said();
        var data = JsonSerializer.Serialize(new
        {
            words = said,
            language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            keys = keys.Published.Select(key => new { id = key.Id, x = key.X, y = key.Y }),
        });
        return Placeholder().Replace(Template, match => match.Groups["name"].Value switch
        {
            "language" => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            // The serializer escapes what would end the script element.
            "data" => data,
            var word => HtmlEncoder.Default.Encode(said[word]),
        });
    }

    private Dictionary<string, string> Said() => new(StringComparer.Ordinal)
    {
        ["title"] = words["Check a certificate without a network"],
        ["intro"] = words["The QR code on the paper holds what the academy signed. This page reads it and checks the signature on this device: it sends nothing anywhere."],
        ["saved"] = words["This page was saved on {0} and knows the academy's keys of that day. Save a new copy from time to time.", clock.GetUtcNow().ToString("D", CultureInfo.CurrentCulture)],
        ["save"] = words["Save this page"],
        ["saveHelp"] = words["Keep the file on a phone, a computer or a memory card. It works from there without a network."],
        ["noScript"] = words["This page needs scripting, which this browser has not got or does not allow. Check the certificate at {0}.", address.Page("/verify")],
        ["text"] = words["Text of the QR code"],
        ["textHelp"] = words["Scan the QR code into this field with a scanner, or paste what another app has read from it."],
        ["photo"] = words["Or a photo of the QR code"],
        ["photoHelp"] = words["Hold the camera so that the QR code fills the picture, sharp and without glare."],
        ["check"] = words["Check"],
        ["reading"] = words["Reading the photo…"],
        ["noCode"] = words["No QR code was found in the photo. Take it again from nearer, with the paper flat and in good light."],
        ["noPhoto"] = words["The file cannot be opened as a photo."],
        ["genuine"] = words["Genuine: the academy signed what stands here"],
        ["compare"] = words["Compare every line with the paper: one that differs was altered. The trainers, the second page and the verification code are not signed here; only {0} can check them.", address.Page("/verify")],
        ["expired"] = words["By the date of this device its validity is over: it was valid until {0}."],
        ["unknowable"] = words["This page cannot know whether the certificate was revoked, replaced or corrected since it was issued. Where you have a network, check it at {0}.", address.Page("/verify")],
        ["device"] = words["The date of this device, {0}, decides here whether the certificate has expired."],
        ["altered"] = words["Altered: this is not what the academy signed"],
        ["alteredHelp"] = words["Scan the code again from the paper. If the answer is the same, do not rely on the paper."],
        ["unknownKey"] = words["Unknown key: this page cannot tell who signed this"],
        ["unknownKeyHelp"] = words["Either the academy did not sign it, or it signed with a key that is newer than this page. Save a new copy of this page, or check the certificate at {0}.", address.Page("/verify")],
        ["notAStatement"] = words["This is not the text of a certificate's QR code"],
        ["notAStatementHelp"] = words["Some of it may be missing. Scan or copy all of it again."],
        ["name"] = words["Name"],
        ["rank"] = words["Rank"],
        ["agency"] = words["Agency"],
        ["course"] = words["Course"],
        ["completedOn"] = words["Completed on"],
        ["validUntil"] = words["Valid until"],
        ["hours"] = words["Hours of training"],
        ["result"] = words["Result"],
        ["country"] = words["Country"],
        ["number"] = words["Certificate number"],
        ["replaces"] = words["Replaces or renews"],
        ["issuedBy"] = words["Issued by"],
        ["facts"] = words["What the academy signed"],
    };

    private static string Read()
    {
        using var stream = typeof(OfflinePage).Assembly.GetManifestResourceStream("offline.html") ?? throw new InvalidOperationException("offline.html was not built.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string PolicyOf(string template) => Meta().Match(template).Groups["policy"].Value is { Length: > 0 } policy
        ? policy
        : throw new InvalidOperationException("offline.html names no policy.");

    [GeneratedRegex("%%(?<name>[A-Za-z]+)%%", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\" content=\"(?<policy>[^\"]+)\">", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Meta();
}
