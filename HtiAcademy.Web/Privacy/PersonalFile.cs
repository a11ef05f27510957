using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Audit;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Certificates;
using HtiAcademy.Web.Data;
using HtiAcademy.Web.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace HtiAcademy.Web.Privacy;

/// <summary>All that the academy keeps about a person, as a ZIP that they take away.</summary>
public sealed class PersonalFile(Academy academy, PersonalRecords records, CertificatePress press, TimeProvider clock, IStringLocalizer<Words> words)
{
    // The names of most of the people are not in Latin letters alone.
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <param name="from">The network address that asks.</param>
    public async Task<byte[]> MakeAsync(Guid id, string from, CancellationToken cancellationToken)
    {
        // Much of what is kept about people is shown to administrators alone, so no scope of their own would find it.
        await using var db = academy.Open(Scope.Everything);
        var data = await records.ReadAsync(db, id, cancellationToken);
        var certificates = await db.Certificates.AsNoTracking().Printable().Where(c => c.OfficerId == id).OrderBy(c => c.IssuedAt).ToListAsync(cancellationToken);
        var emblems = await db.EmblemsOfAsync(certificates, cancellationToken);
        var bytes = new MemoryStream();
        await using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            await AddAsync(zip, $"{words["READ ME"]}.txt", System.Text.Encoding.UTF8.GetBytes(Introduction()), cancellationToken);
            await AddAsync(zip, "Data.json", JsonSerializer.SerializeToUtf8Bytes(data, Readable), cancellationToken);
            foreach (var certificate in certificates)
            {
                var pdf = press.Print(certificate, PaperSizes.Read(PaperSizes.Of(certificate.Country)), emblems.GetValueOrDefault(certificate.Printed.EmblemId ?? ""));
                await AddAsync(zip, $"{certificate.Number}.pdf", pdf, cancellationToken);
            }
        }

        await RecordAsync(id, certificates, from, cancellationToken);
        return bytes.ToArray();
    }

    private Task RecordAsync(Guid id, List<Certificate> certificates, string from, CancellationToken cancellationToken) => academy.WriteAsync(
        Scope.EverythingFor(id),
        async db =>
        {
            var (person, now) = (await db.People.SingleAsync(p => p.Id == id, cancellationToken), clock.GetUtcNow());
            db.AddRange(certificates.Select(certificate => new Printing(certificate, id, run: null, now)));
            await db.AuditAsync(person.AuditName, "person.data-taken", person.AuditName, from, now, cancellationToken);
        },
        cancellationToken);

    private async Task AddAsync(ZipArchive zip, string name, byte[] bytes, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = clock.GetUtcNow();
        await using var stream = await entry.OpenAsync(cancellationToken);
        await stream.WriteAsync(bytes, cancellationToken);
    }

    private string Introduction() => string.Join(
        "\r\n\r\n",
        words["This is all that the HTI Academy keeps about you, as of {0} (UTC).", clock.GetUtcNow().ToString("g", System.Globalization.CultureInfo.CurrentCulture)],
        words["Data.json opens in any text editor or browser. Its headings are in English: account, signIn, courses, certificates, letters, reminders, reports, work and log. Times are in UTC."],
        words["The PDF files are your certificates that stand."],
        words["Passwords, codes and keys are not in it: the academy keeps them so that nobody can read them, or they would let somebody in. Nor are the texts of letters, which you received. What you said in the evaluation of a course is kept without a name, so nobody can find it."],
        words["Left out for others' sake: the reports on your cohorts, which name your colleagues (reports says which ones name you; your trainer shows you what they say of you), the names of those who did what log tells, what your markers drafted, and whom your own work was about. Left out because nobody can look in them for one person: backups, and the server's own logs."],
        words["If something is wrong, or you want to be forgotten, ask your trainer or the academy's administrators."],
        "");
}
