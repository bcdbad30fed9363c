using System.Globalization;

using Microsoft.AspNetCore.Http.Extensions;

using SchoolPortal.Domain.Jobs;

namespace SchoolPortal.Web.Pages.Jobs;

/// <summary>Addresses of jobs.</summary>
public static class JobLinks
{
    /// <summary>One's own jobs.</summary>
    public const string Mine = "/jobs";

    /// <summary>Begins one for the schools ticked in the list, <c>?school=…&amp;school=…</c>.</summary>
    public const string Start = "/jobs/start";

    /// <summary>Begins one for these schools.</summary>
    public static string StartOf(IEnumerable<int> numbers) =>
        Start + new QueryBuilder(numbers.Select(number => KeyValuePair.Create(JobChoice.SchoolKey, number.ToString(CultureInfo.InvariantCulture)))).ToQueryString();

    /// <summary>Begins one for all schools that match the list's search and filters.</summary>
    public static string StartAll(HttpRequest list) =>
        Start + new QueryBuilder(list.Query) { { JobChoice.AllKey, "yes" } }.ToQueryString();

    /// <summary>How far one is.</summary>
    public static string Job(Guid id) => $"{Mine}/{id}";

    /// <summary>The same with the schools that went one way alone; null for all.</summary>
    public static string Schools(Guid id, JobItemState? how) => how is null ? Job(id) : $"{Job(id)}?{JobModel.ShowKey}={how}";

    /// <summary>The file it made.</summary>
    public static string Zip(Guid id) => $"{Job(id)}.zip";
}
