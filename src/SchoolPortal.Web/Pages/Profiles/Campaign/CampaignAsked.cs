using System.Globalization;

using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Profiles.Campaign;

/// <summary>What is asked of the year's profiles: where, and how far; as it stands in an address.</summary>
/// <param name="Year">The year.</param>
/// <param name="District">A district, <see cref="Nobody"/> for schools of none, or null for all.</param>
/// <param name="Area">An area, the same way.</param>
/// <param name="Officer">The officer who is Lead Police Contact, the same way.</param>
/// <param name="Show">Which schools to list; null lists them only where there is nothing smaller to count.</param>
/// <param name="PageNumber">Page of the list, from 1.</param>
public sealed record CampaignAsked(int Year, Guid? District, Guid? Area, Guid? Officer, CampaignFilter? Show, int PageNumber)
{
    public const string YearKey = "year";
    public const string DistrictKey = "district";
    public const string AreaKey = "area";
    public const string OfficerKey = "officer";
    public const string StateKey = "state";

    /// <summary>In an address: schools of no district, area or officer.</summary>
    public const string NoneValue = "none";

    /// <summary>Stands for no district, area or officer.</summary>
    public static readonly Guid Nobody = Guid.Empty;

    /// <summary>From an address. A value it does not know asks for nothing.</summary>
    public static CampaignAsked Of(IQueryCollection query, SchoolListSnapshot schools)
    {
        var thisYear = schools.Day.Year;
        var district = query[DistrictKey].ToString();
        var area = Place(query[AreaKey]);
        return new CampaignAsked(
            int.TryParse(query[YearKey], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 2000 && year <= thisYear ? year : thisYear,
            district == NoneValue ? Nobody : schools.Districts.FirstOrDefault(d => d.Code == district)?.Id,
            area == Nobody ? area : schools.Areas.FirstOrDefault(a => a.Id == area)?.Id,
            Place(query[OfficerKey]),
            Enum.TryParse<CampaignFilter>(query[StateKey], out var show) && Enum.IsDefined(show) ? show : null,
            int.TryParse(query[PageAddress.PageKey], out var page) && page > 1 ? page : 1);
    }

    private static Guid? Place(string? value) => value == NoneValue ? Nobody : Guid.TryParse(value, out var id) ? id : null;
}

/// <summary>Which schools are listed.</summary>
public enum CampaignFilter
{
    /// <summary>Not opened, or not looked at.</summary>
    NotStarted = ProfileProgress.NotStarted,

    /// <summary>Being filled in.</summary>
    InProgress = ProfileProgress.InProgress,

    /// <summary>Sent back.</summary>
    Returned = ProfileProgress.Returned,

    /// <summary>With Police.</summary>
    Submitted = ProfileProgress.Submitted,

    /// <summary>Confirmed.</summary>
    Confirmed = ProfileProgress.Confirmed,

    /// <summary>The first three: they wait for the school.</summary>
    Behind,

    /// <summary>A section that is confirmed each term has not been since the last one.</summary>
    Stale,
}
