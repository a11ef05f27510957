namespace HtiAcademy.Domain.Assessments;

/// <summary>That an answer was marked again because the key of its question was wrong. Of several the last is kept; the audit log has all.</summary>
/// <param name="VersionId">Of the course version that has the corrected key.</param>
/// <param name="OldHash">Of the question by whose key it was marked before.</param>
/// <param name="Raised">Whether this answer earned more, and the whole result rose.</param>
/// <param name="By">As the audit log calls whoever decided it.</param>
public sealed record KeyCorrection(Guid VersionId, string OldHash, string NewHash, bool Raised, string By, DateTimeOffset At);
