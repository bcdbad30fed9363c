using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>A search of schools as it stands in an address, of the page and of the file alike. A value it does not know asks for nothing.</summary>
public sealed record SchoolListAddress(SchoolListQuery Query, int PageNumber)
{
    public const string SearchKey = "q";
    public const string DistrictKey = "district";
    public const string AreaKey = "area";
    public const string TypeKey = "type";
    public const string AuthorityKey = "authority";
    public const string ShowKey = "show";
    public const string AgreementKey = "agreement";
    public const string ProfileKey = "profile";

    public const string NoLead = "no-lead";
    public const string NoAgreement = "agreement-not-in-force";
    public const string ProfileOverdue = "profile-overdue";
    public const string Closed = "closed";

    private const int LongestSearch = 100;

    private static readonly Dictionary<string, SchoolGap> Gaps = new(StringComparer.Ordinal)
    {
        [NoLead] = SchoolGap.NoLead,
        [NoAgreement] = SchoolGap.NoAgreement,
        [ProfileOverdue] = SchoolGap.ProfileOverdue,
        [Closed] = SchoolGap.Closed,
    };

    private static readonly Dictionary<string, SchoolSort> Sorts = new(StringComparer.Ordinal)
    {
        ["name"] = SchoolSort.Name,
        ["number"] = SchoolSort.Number,
        ["roll"] = SchoolSort.Roll,
    };

    public static SchoolListAddress Of(IQueryCollection query, SchoolListSnapshot schools)
    {
        var search = query[SearchKey].ToString().Trim();
        var sort = query[PageAddress.SortKey].ToString();
        var district = query[DistrictKey].ToString();
        var asked = new SchoolListQuery
        {
            Search = search.Length <= LongestSearch ? search : search[..LongestSearch],
            DistrictId = schools.Districts.FirstOrDefault(d => d.Code == district)?.Id,
            AreaId = Guid.TryParse(query[AreaKey], out var area) ? schools.Areas.FirstOrDefault(a => a.Id == area)?.Id : null,
            Type = Values<SchoolType>(query, TypeKey).Select(t => (SchoolType?)t).FirstOrDefault(),
            Authority = Values<SchoolAuthority>(query, AuthorityKey).Select(a => (SchoolAuthority?)a).FirstOrDefault(),
            Gaps = [.. query[ShowKey].Where(g => g is not null && Gaps.ContainsKey(g)).Select(g => Gaps[g!]).Distinct()],
            Agreements = [.. Values<AgreementStanding>(query, AgreementKey).Distinct()],
            Profiles = [.. Values<ProfileState>(query, ProfileKey).Distinct()],
            Sort = Sorts.GetValueOrDefault(sort.TrimStart('-')),
            Descending = sort.StartsWith('-'),
        };
        return new SchoolListAddress(asked, int.TryParse(query[PageAddress.PageKey], out var page) && page > 1 ? page : 1);
    }

    /// <summary>The order in words of the address, for the heads that sort.</summary>
    public string Sort => (Query.Descending ? "-" : "") + Sorts.First(s => s.Value == Query.Sort).Key;

    public static string KeyOf(SchoolGap gap) => Gaps.First(g => g.Value == gap).Key;

    private static IEnumerable<T> Values<T>(IQueryCollection query, string key)
        where T : struct, Enum =>
        query[key].Where(v => Enum.TryParse<T>(v, out var value) && Enum.IsDefined(value) && value.ToString() == v).Select(v => Enum.Parse<T>(v!));
}
