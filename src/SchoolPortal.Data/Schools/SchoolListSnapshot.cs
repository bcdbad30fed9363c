using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

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
    private readonly Dictionary<int, (SchoolListRow Row, SchoolReadings Readings)> byAddress;
    private readonly Lazy<Dictionary<Guid, SchoolListRow>> byId;

    // The rows come in no order. What was read about a school stays as long as its row is the one of the snapshot before.
    internal SchoolListSnapshot(
        SchoolCalendar calendar, DateOnly day, IReadOnlyList<DistrictLine> districts, IReadOnlyList<AreaLine> areas, IEnumerable<SchoolListRow> rows, SchoolListSnapshot? before = null)
    {
        Calendar = calendar;
        Day = day;
        Districts = districts;
        Areas = areas;
        byName = [.. rows.OrderBy(r => r.SortName, StringComparer.Ordinal).ThenBy(r => r.Number)];
        byNumber = new(() => [.. byName.OrderBy(r => r.Number)]);
        byRoll = new(() => [.. byName.OrderBy(r => r.Roll ?? -1)]);
        byId = new(() => byName.ToDictionary(r => r.Place.SchoolId));
        byAddress = byName.ToDictionary(r => r.Number, r => (r, before?.Kept(r) ?? new SchoolReadings()));
    }

    /// <summary>Terms of this year and the ones beside it.</summary>
    public SchoolCalendar Calendar { get; }

    /// <summary>What pages have read about all schools together; a newer snapshot begins anew.</summary>
    public SchoolReadings Readings { get; } = new();

    /// <summary>The day that standings and duties were computed for.</summary>
    public DateOnly Day { get; }

    /// <summary>From north to south.</summary>
    public IReadOnlyList<DistrictLine> Districts { get; }

    /// <summary>By district from north to south, then by name.</summary>
    public IReadOnlyList<AreaLine> Areas { get; }

    internal IReadOnlyList<SchoolListRow> Rows => byName;

    /// <summary>The school of this number, whoever may see it.</summary>
    public SchoolListRow? Find(int number) => byAddress.GetValueOrDefault(number).Row;

    /// <inheritdoc cref="Find(int)"/>
    public SchoolListRow? Find(Guid id) => byId.Value.GetValueOrDefault(id);

    /// <summary>What pages have read about a school of this snapshot.</summary>
    public SchoolReadings ReadingsOf(SchoolListRow row) => byAddress[row.Number].Readings;

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

    private SchoolReadings? Kept(SchoolListRow row) =>
        byAddress.TryGetValue(row.Number, out var known) && ReferenceEquals(known.Row, row) ? known.Readings : null;
}
