using System.Globalization;

using Microsoft.AspNetCore.Http.Extensions;

using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Jobs;
using SchoolPortal.Web.Pages.Schools;

namespace SchoolPortal.Web.Pages.Profiles.Campaign;

/// <summary>Addresses of how the year's profiles come in.</summary>
public static class CampaignLinks
{
    public const string Page = "/reports/profiles";

    public const string Csv = "/reports/profiles.csv";

    /// <summary>The same schools as a file.</summary>
    public static string CsvOf(HttpRequest page) => Csv + new QueryBuilder(page.Query).ToQueryString();

    /// <summary>One step closer, or one further away: a place of a year.</summary>
    public static string Place(int year, string? district, string? area, string? officer, CampaignFilter? show = null)
    {
        var query = new QueryBuilder { { CampaignAsked.YearKey, year.ToString(CultureInfo.InvariantCulture) } };
        foreach (var (key, value) in new[]
            { (CampaignAsked.DistrictKey, district), (CampaignAsked.AreaKey, area), (CampaignAsked.OfficerKey, officer), (CampaignAsked.StateKey, show?.ToString()) })
        {
            if (value is not null)
            {
                query.Add(key, value);
            }
        }

        return Page + query.ToQueryString();
    }

    /// <summary>A job for all schools that are behind in the nation, a district or an area: the list of schools finds them.</summary>
    public static string NudgeAll(string? district, string? area)
    {
        var query = new QueryBuilder { { JobChoice.AllKey, "yes" } };
        foreach (var (key, value) in new[] { (SchoolListAddress.DistrictKey, district), (SchoolListAddress.AreaKey, area) })
        {
            if (value is not null)
            {
                query.Add(key, value);
            }
        }

        foreach (var progress in ProfileProgresses.Behind)
        {
            query.Add(SchoolListAddress.ProfileKey, ProfileProgresses.StateOf(progress).ToString());
        }

        return JobLinks.Start + query.ToQueryString();
    }
}
