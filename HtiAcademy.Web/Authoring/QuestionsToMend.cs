using HtiAcademy.Domain;
using HtiAcademy.Domain.Statistics;
using HtiAcademy.Web.Access;
using HtiAcademy.Web.Statistics;
using Microsoft.Extensions.Caching.Memory;

namespace HtiAcademy.Web.Authoring;

/// <summary>
/// How many questions of a course cost officers marks that they should have: by their key, or because who knows more fails
/// them more often. To work it out reads every answer, so it is remembered for an hour.
/// </summary>
public sealed class QuestionsToMend(AnswerSheets sheets) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly MemoryCache _counts = new(new MemoryCacheOptions { SizeLimit = 1_000 });

    /// <param name="reader">Whose officers' answers are looked at.</param>
    public async Task<int> CountAsync(AcademyDb db, string courseId, CurrentPerson reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var whose = reader.Scope.SeesEverything ? "*" : string.Join(' ', reader.Scope.TrainsIn.Order(StringComparer.Ordinal));
        return await _counts.GetOrCreateAsync((courseId, whose), async entry =>
        {
            entry.Size = 1;
            entry.AbsoluteExpirationRelativeToNow = Kept;
            var read = await sheets.ReadAsync(db, new AttemptFilter(courseId), reader.Scope, cancellationToken);
            return new Sample(read.Sittings).Questions().Count(figures => figures.Remarks.Any(remark => remark is Remark.WrongKeySuspected or Remark.NegativeDiscrimination));
        });
    }

    public void Dispose() => _counts.Dispose();
}
