using System.Collections.Concurrent;

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

/// <summary>A station that is in use; what stands here is public.</summary>
public sealed record StationLine(
    Guid Id, Guid AreaId, string Name, string SortName, string? Address, string? Phone, string? Hours, bool IsAlwaysOpen, GeoPoint? Point);

/// <summary>One page of an answer, and how many rows the whole of it has.</summary>
public sealed record SchoolListPage(IReadOnlyList<SchoolListRow> Rows, int Total);

/// <summary>All schools as the list shows them, at one moment of one day. Never changed: a newer one takes its place.</summary>
public sealed class SchoolListSnapshot
{
    private readonly SchoolListRow[] byName;
    private readonly ConcurrentDictionary<(SchoolSort Sort, bool Closed), SchoolListRow[]> sorted = new();
    private readonly Dictionary<int, (SchoolListRow Row, SchoolReadings Readings)> byAddress;
    private readonly Lazy<Dictionary<Guid, SchoolListRow>> byId;

    // The rows come in no order. What was read about a school stays as long as its row is the one of the snapshot before.
    internal SchoolListSnapshot(
        SchoolCalendar calendar, DateOnly day, IReadOnlyList<DistrictLine> districts, IReadOnlyList<AreaLine> areas, IReadOnlyList<StationLine> stations, IEnumerable<SchoolListRow> rows, SchoolListSnapshot? before = null)
    {
        Calendar = calendar;
        Day = day;
        Districts = districts;
        Areas = areas;
        Stations = stations;
        byName = [.. rows.OrderBy(r => r.SortName, StringComparer.Ordinal).ThenBy(r => r.Number)];
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

    /// <summary>Stations in use, by name.</summary>
    public IReadOnlyList<StationLine> Stations { get; }

    internal IReadOnlyList<SchoolListRow> Rows => byName;

    /// <summary>Open schools at which a permission is held, by name.</summary>
    public IEnumerable<SchoolListRow> Open(Jurisdiction held) => byName.Where(row => row.Status == SchoolStatus.Open && held.Covers(row.Place));

    /// <summary>The stations nearest to a place.</summary>
    public IReadOnlyList<Nearby<StationLine>> NearestStations(GeoPoint place, int most) => Nearest.To(place, Stations, s => s.Point, most);

    /// <summary>The open schools nearest to a place, of those at which a permission is held.</summary>
    public IReadOnlyList<Nearby<SchoolListRow>> NearestSchools(GeoPoint place, Jurisdiction held, int most) => Nearest.To(place, Open(held), s => s.Point, most);

    /// <summary>The school of this number, whoever may see it.</summary>
    public SchoolListRow? Find(int number) => byAddress.GetValueOrDefault(number).Row;

    /// <inheritdoc cref="Find(int)"/>
    public SchoolListRow? Find(Guid id) => byId.Value.GetValueOrDefault(id);

    /// <summary>What pages have read about a school of this snapshot.</summary>
    public SchoolReadings ReadingsOf(SchoolListRow row) => byAddress[row.Number].Readings;

    /// <summary>The rows that match at schools where the permission is held, from <paramref name="skip"/> on.</summary>
    public SchoolListPage Find(SchoolListQuery query, Jurisdiction held, int skip = 0, int take = int.MaxValue)
    {
        var rows = sorted.GetOrAdd((query.Sort, query.Gaps.Contains(SchoolGap.Closed)), key => Sorted(key.Sort, key.Closed));
        var tests = query.Tests(held).ToArray();
        var page = new List<SchoolListRow>();
        if (tests.Length == 0)
        {
            // Asked for nothing in particular: the page is a slice, and no row need be looked at to count them.
            for (var i = skip; i < rows.Length && page.Count < take; i++)
            {
                page.Add(rows[query.Descending ? rows.Length - 1 - i : i]);
            }

            return new SchoolListPage(page, rows.Length);
        }

        var total = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[query.Descending ? rows.Length - 1 - i : i];
            if (!Array.TrueForAll(tests, test => test(row)))
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

    private SchoolListRow[] Sorted(SchoolSort sort, bool closed)
    {
        var rows = byName.Where(row => row.IsClosed == closed);
        return
        [
            .. sort switch
            {
                SchoolSort.Number => rows.OrderBy(r => r.Number),
                SchoolSort.Roll => rows.OrderBy(r => r.Roll ?? -1),
                _ => rows,
            },
        ];
    }

    private SchoolReadings? Kept(SchoolListRow row) =>
        byAddress.TryGetValue(row.Number, out var known) && ReferenceEquals(known.Row, row) ? known.Readings : null;
}
