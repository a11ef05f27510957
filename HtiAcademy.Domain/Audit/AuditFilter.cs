namespace HtiAcademy.Domain.Audit;

/// <summary>Which entries to look at; what is null is not asked for.</summary>
/// <param name="By">As entries name who acted: any of these.</param>
/// <param name="What">Such as <c>certificate.revoked</c>.</param>
/// <param name="Record">A part of it, in capitals or not.</param>
/// <param name="Before">Not counted in.</param>
public sealed record AuditFilter(IReadOnlyList<string>? By = null, string? What = null, string? Record = null, DateTimeOffset? From = null, DateTimeOffset? Before = null);
