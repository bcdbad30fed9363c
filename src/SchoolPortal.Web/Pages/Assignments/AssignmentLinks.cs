using Microsoft.AspNetCore.Http.Extensions;

using SchoolPortal.Domain.Contacts;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>Addresses of officers and their duties.</summary>
public static class AssignmentLinks
{
    public const string Register = "/assignments";

    /// <summary>The register with those who have more schools than one can look after, the most first.</summary>
    public const string Over = $"{Register}?show={OfficerSearch.Over}&sort=-schools";

    public const string Csv = "/assignments.csv";

    public const string AddOfficer = "/assignments/officers/add";

    /// <summary>The register's file with the same search, filters and order.</summary>
    public static string CsvOf(HttpRequest register) => Csv + new QueryBuilder(register.Query).ToQueryString();

    public const string Stations = "/assignments/stations";

    public const string StationsCsv = "/assignments/stations.csv";

    public const string AddStation = "/assignments/stations/add";

    /// <summary>Districts and areas.</summary>
    public const string Places = "/assignments/areas";

    /// <summary>The stations’ file with the same search, filters and order.</summary>
    public static string StationsCsvOf(HttpRequest register) => StationsCsv + new QueryBuilder(register.Query).ToQueryString();

    public static string Station(Guid id) => $"{Stations}/{id}";

    public static string ChangeStation(Guid id) => $"{Stations}/{id}/change";

    public const string AddArea = "/assignments/areas/add";

    /// <summary>Where files of stations and officers are brought.</summary>
    public const string Imports = "/assignments/import";

    /// <summary>One of those files.</summary>
    public static string Import(Guid id) => $"{Imports}/{id}";

    /// <summary>One district or area to be named.</summary>
    public static string Place(Guid id) => $"{Places}/{id}";

    public static string Officer(Guid id) => $"/assignments/officers/{id}";

    /// <summary>The same as at a day.</summary>
    public static string Officer(Guid id, AsAt asAt) => asAt.InAddress is { } day ? $"{Officer(id)}?{AsAt.Key}={day}" : Officer(id);

    public static string ChangeOfficer(Guid id) => $"/assignments/officers/{id}/change";

    /// <summary>Hands over an officer's schools because they leave.</summary>
    public static string Leaves(Guid id) => $"{Officer(id)}/leaves";

    /// <summary>Names who stands in while an officer is on leave.</summary>
    public static string OnLeave(Guid id) => $"{Officer(id)}/on-leave";

    /// <summary>Cuts a leave short, makes it longer or calls it off.</summary>
    public static string ChangeLeave(Guid id, Guid leave) => $"{OnLeave(id)}/{leave}";

    /// <summary>How a change of hands at many schools went.</summary>
    public static string Result(Guid batch) => $"/assignments/assign/{batch}";

    public static string Assign(int number, AssignmentKind kind) => $"/schools/{number}/assign?kind={kind}";

    public static string End(int number, Guid duty) => $"/schools/{number}/assign/end?duty={duty}";
}
