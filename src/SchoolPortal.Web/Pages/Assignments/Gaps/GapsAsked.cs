using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Assignments.Gaps;

/// <summary>What is asked of coverage: where, which gap, on which day; as it stands in an address. A value it does not know asks for nothing.</summary>
/// <param name="District">A district, <see cref="Nobody"/> for schools of none, or null for all.</param>
/// <param name="Area">An area, the same way.</param>
/// <param name="Gap">Lists the schools with this gap; null lists schools only where there is nothing smaller to count.</param>
/// <param name="AsAt">The day.</param>
/// <param name="PageNumber">Page of the list, from 1.</param>
public sealed record GapsAsked(Guid? District, Guid? Area, CoverageGaps? Gap, AsAt AsAt, int PageNumber)
{
    public const string DistrictKey = "district";
    public const string AreaKey = "area";
    public const string GapKey = "gap";

    /// <summary>In an address: schools of no district or area.</summary>
    public const string NoneValue = "none";

    /// <summary>Stands for no district or area.</summary>
    public static readonly Guid Nobody = Guid.Empty;

    public static GapsAsked Of(IQueryCollection query, SchoolListSnapshot schools)
    {
        var (district, area) = (query[DistrictKey].ToString(), query[AreaKey].ToString());
        return new GapsAsked(
            district == NoneValue ? Nobody : schools.Districts.FirstOrDefault(d => d.Code == district)?.Id,
            area == NoneValue ? Nobody : Guid.TryParse(area, out var id) ? schools.Areas.FirstOrDefault(a => a.Id == id)?.Id : null,
            Enum.TryParse<CoverageGaps>(query[GapKey], out var gap) && Coverage.Each.Contains(gap) ? gap : null,
            AsAt.Of(query, schools.Day),
            int.TryParse(query[PageAddress.PageKey], out var page) && page > 1 ? page : 1);
    }

    /// <summary>The school lies where it is asked.</summary>
    public bool IsThere(Place place) =>
        (District is null || (place.DistrictId ?? Nobody) == District) && (Area is null || (place.AreaId ?? Nobody) == Area);
}
