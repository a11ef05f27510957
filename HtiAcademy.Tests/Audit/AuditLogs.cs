using HtiAcademy.Domain;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Audit;

internal static class AuditLogs
{
    /// <summary>What the audit log calls somebody.</summary>
    public static async Task<string> AuditNameAsync(this AcademyDb db, string address) => (await db.People.SingleAsync(p => p.Email == address)).AuditName;
}
