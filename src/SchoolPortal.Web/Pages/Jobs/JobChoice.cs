using System.Globalization;

using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Schools;

namespace SchoolPortal.Web.Pages.Jobs;

/// <summary>The schools that somebody chose in the list: those ticked, or all that match its search and filters.</summary>
/// <param name="Schools">Those of them that the person may see, by name.</param>
/// <param name="InWords">How they were chosen.</param>
public sealed record JobChoice(IReadOnlyList<SchoolListRow> Schools, string InWords)
{
    /// <summary>Stands in an address that chooses by search and filters.</summary>
    public const string AllKey = "all";

    /// <summary>Names a ticked school.</summary>
    public const string SchoolKey = "school";

    /// <summary>What an address chooses.</summary>
    public static JobChoice Of(IQueryCollection query, SchoolListSnapshot schools, Actor actor)
    {
        var held = actor.JurisdictionFor(Operation.ViewSchool);
        if (!query.ContainsKey(AllKey))
        {
            var ticked = query[SchoolKey]
                .Select(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? schools.Find(known) : null)
                .OfType<SchoolListRow>()
                .Where(row => held.Covers(row.Place))
                .Distinct()
                .OrderBy(row => row.SortName, StringComparer.Ordinal)
                .ToList();
            return new JobChoice(ticked, $"{Count(ticked.Count)} ticked");
        }

        var asked = SchoolListAddress.Of(query, schools).Query;
        var found = schools.Find(asked, held).Rows;
        var filters = SchoolListFilter.On(asked, schools).Select(filter => filter.Text).ToList();
        return new JobChoice(found, filters.Count == 0 ? $"All {Count(found.Count)}" : $"All {Count(found.Count)} that match: {string.Join(", ", filters)}");
    }

    /// <summary><c>1 school</c>, <c>2,558 schools</c>.</summary>
    public static string Count(int schools) => schools == 1 ? "1 school" : $"{schools.ToString("N0", NewZealandTime.Culture)} schools";
}
