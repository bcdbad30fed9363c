using SchoolPortal.Domain.People;

namespace SchoolPortal.Data.Schools;

/// <summary>A police district or area by name.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">The district's three letters.</param>
/// <param name="Name">Its name.</param>
public sealed record DistrictLine(Guid Id, string Code, string Name);

/// <inheritdoc cref="DistrictLine"/>
public sealed record AreaLine(Guid Id, Guid DistrictId, string Name);

/// <summary>One page of an answer, and how many rows the whole of it has.</summary>
public sealed record SchoolListPage(IReadOnlyList<SchoolListRow> Rows, int Total);

/// <summary>All schools as the list shows them, at one moment of one day. Never changed: a newer one takes its place.</summary>
public sealed class SchoolListSnapshot
{
    private readonly SchoolListRow[] byName;
    private readonly Lazy<SchoolListRow[]> byNumber;
    private readonly Lazy<SchoolListRow[]> byRoll;

    internal SchoolListSnapshot(DateOnly day, IEnumerable<SchoolListRow> rows, IReadOnlyList<DistrictLine> districts, IReadOnlyList<AreaLine> areas)
    {
        Day = day;
        Districts = districts;
        Areas = areas;
        byName = [.. rows.OrderBy(r => r.SortName, StringComparer.Ordinal).ThenBy(r => r.Number)];
        byNumber = new(() => [.. byName.OrderBy(r => r.Number)]);
        byRoll = new(() => [.. byName.OrderBy(r => r.Roll ?? -1)]);
    }

    /// <summary>The day that standings and duties were computed for.</summary>
    public DateOnly Day { get; }

    /// <summary>From north to south.</summary>
    public IReadOnlyList<DistrictLine> Districts { get; }

    /// <summary>By district from north to south, then by name.</summary>
    public IReadOnlyList<AreaLine> Areas { get; }

    internal IReadOnlyList<SchoolListRow> Rows => byName;

    /// <summary>The rows that match at schools where the permission is held, from <paramref name="skip"/> on.</summary>
    public SchoolListPage Find(SchoolListQuery query, Jurisdiction held, int skip = 0, int take = int.MaxValue)
    {
        var sorted = query.Sort switch
        {
            SchoolSort.Number => byNumber.Value,
            SchoolSort.Roll => byRoll.Value,
            _ => byName,
        };
        var matches = query.Matches(held);
        var page = new List<SchoolListRow>();
        var total = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var row = sorted[query.Descending ? sorted.Length - 1 - i : i];
            if (!matches(row))
            {
                continue;
            }

            if (total >= skip && page.Count < take)
            {
                page.Add(row);
            }

            total++;
        }

        return new SchoolListPage(page, total);
    }
}
