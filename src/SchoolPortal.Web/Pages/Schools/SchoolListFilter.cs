using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>A filter of the list that is on.</summary>
/// <param name="Key">Its key in the address.</param>
/// <param name="Value">Its value, where it may have several.</param>
/// <param name="Text">Its words.</param>
public sealed record SchoolListFilter(string Key, string? Value, string Text)
{
    /// <summary>The filters that are on, in the order in which the form asks for them.</summary>
    public static IEnumerable<SchoolListFilter> On(SchoolListQuery query, SchoolListSnapshot schools)
    {
        if (!string.IsNullOrEmpty(query.Search))
        {
            yield return new(SchoolListAddress.SearchKey, null, $"\u201c{query.Search}\u201d");
        }

        if (schools.Districts.FirstOrDefault(d => d.Id == query.DistrictId) is { } district)
        {
            yield return new(SchoolListAddress.DistrictKey, null, district.Name);
        }

        if (schools.Areas.FirstOrDefault(a => a.Id == query.AreaId) is { } area)
        {
            yield return new(SchoolListAddress.AreaKey, null, area.Name);
        }

        if (query.Type is { } type)
        {
            yield return new(SchoolListAddress.TypeKey, null, SchoolCategories.Types.Label(type));
        }

        if (query.Authority is { } authority)
        {
            yield return new(SchoolListAddress.AuthorityKey, null, SchoolCategories.Authorities.Label(authority));
        }

        foreach (var gap in query.Gaps)
        {
            yield return new(SchoolListAddress.ShowKey, SchoolListAddress.KeyOf(gap), Say(gap));
        }

        foreach (var standing in query.Agreements)
        {
            yield return new(SchoolListAddress.AgreementKey, standing.ToString(), $"Agreement {Words.Of(standing)}");
        }

        foreach (var state in query.Profiles)
        {
            yield return new(SchoolListAddress.ProfileKey, state.ToString(), $"Profile {Words.Of(state)}");
        }
    }

    /// <summary>A gap as the form and the chips say it.</summary>
    public static string Say(SchoolGap gap) => gap switch
    {
        SchoolGap.NoLead => "No Lead Police Contact",
        SchoolGap.NoAgreement => "Agreement not in force",
        SchoolGap.ProfileOverdue => "Profile overdue",
        _ => "Closed schools",
    };
}
