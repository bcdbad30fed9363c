using Microsoft.AspNetCore.Http.Extensions;

namespace SchoolPortal.Web.Pages.Audit;

/// <summary>Addresses of the audit log.</summary>
public static class AuditLinks
{
    public const string Log = "/admin/audit";

    public const string Csv = "/admin/audit.csv";

    /// <summary>What one person did.</summary>
    public static string Of(Guid person) => $"{Log}?by={person}";

    public static string Event(Guid id) => $"/admin/audit/{id}";

    /// <summary>The log's file with the same filters.</summary>
    public static string CsvOf(HttpRequest log) => Csv + new QueryBuilder(log.Query).ToQueryString();
}
