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
    private readonly SchoolReadings[] readings;
    private readonly Places places;
    private readonly Lazy<ILookup<Guid, SchoolListRow>> earlier;
    private readonly ConcurrentDictionary<(SchoolSort Sort, bool Closed), SchoolListRow[]> sorted = new();
    private readonly Lazy<Dictionary<Guid, int>> loads;

    /// <summary>From rows in any order.</summary>
    internal SchoolListSnapshot(SchoolCalendar calendar, DateOnly day, IReadOnlyList<DistrictLine> districts, IReadOnlyList<AreaLine> areas, IReadOnlyList<StationLine> stations, IEnumerable<SchoolListRow> rows)
        : this(calendar, day, districts, areas, stations, ByName(rows), readings: null, places: null)
    {
    }

    private SchoolListSnapshot(
        SchoolCalendar calendar, DateOnly day, IReadOnlyList<DistrictLine> districts, IReadOnlyList<AreaLine> areas, IReadOnlyList<StationLine> stations, SchoolListRow[] byName, SchoolReadings[]? readings, Places? places)
    {
        Calendar = calendar;
        Day = day;
        Districts = districts;
        Areas = areas;
        Stations = stations;
        this.byName = byName;
        this.readings = readings ?? [.. byName.Select(_ => new SchoolReadings())];
        this.places = places ?? new Places(byName);
        earlier = new(() => byName.SelectMany(r => r.Successors, (r, successor) => (r, successor)).ToLookup(link => link.successor, link => link.r));
        loads = new(() => byName.Where(r => r.Status == SchoolStatus.Open && r.LeadOfficerId is not null).CountBy(r => r.LeadOfficerId!.Value).ToDictionary());
    }

    /// <summary>
    /// The same list with some schools read anew. What was read about the others stays. Where no school came, went or changed
    /// its name or number, nothing is sorted again.
    /// </summary>
    /// <param name="changed">Ids of the schools that were read anew.</param>
    /// <param name="rows">Their rows, in any order; none for a school that is gone.</param>
    internal SchoolListSnapshot With(IReadOnlySet<Guid> changed, IReadOnlyList<SchoolListRow> rows)
    {
        if (rows.Count == changed.Count && rows.All(row => Find(row.Place.SchoolId) is { } before && (before.SortName, before.Number) == (row.SortName, row.Number)))
        {
            var (names, kept) = ((SchoolListRow[])byName.Clone(), (SchoolReadings[])readings.Clone());
            foreach (var row in rows)
            {
                var at = places.ById[row.Place.SchoolId];
                (names[at], kept[at]) = (row, new SchoolReadings());
            }

            return new SchoolListSnapshot(Calendar, Day, Districts, Areas, Stations, names, kept, places);
        }

        var anew = new SchoolListSnapshot(Calendar, Day, Districts, Areas, Stations, byName.Where(row => !changed.Contains(row.Place.SchoolId)).Concat(rows));
        for (var at = 0; at < anew.byName.Length; at++)
        {
            var row = anew.byName[at];
            anew.readings[at] = places.ById.TryGetValue(row.Place.SchoolId, out var before) && ReferenceEquals(byName[before], row) ? readings[before] : anew.readings[at];
        }

        return anew;
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

    /// <summary>Of how many open schools each officer is Lead Police Contact.</summary>
    public IReadOnlyDictionary<Guid, int> Loads => loads.Value;

    /// <summary>Open schools at which a permission is held, by name.</summary>
    public IEnumerable<SchoolListRow> Open(Jurisdiction held) => byName.Where(row => row.Status == SchoolStatus.Open && held.Covers(row.Place));

    /// <summary>The stations nearest to a place.</summary>
    public IReadOnlyList<Nearby<StationLine>> NearestStations(GeoPoint place, int most) => Nearest.To(place, Stations, s => s.Point, most);

    /// <summary>The open schools nearest to a place, of those at which a permission is held.</summary>
    public IReadOnlyList<Nearby<SchoolListRow>> NearestSchools(GeoPoint place, Jurisdiction held, int most) => Nearest.To(place, Open(held), s => s.Point, most);

    /// <summary>The school of this number, whoever may see it.</summary>
    public SchoolListRow? Find(int number) => places.ByNumber.TryGetValue(number, out var at) ? byName[at] : null;

    /// <inheritdoc cref="Find(int)"/>
    public SchoolListRow? Find(Guid id) => places.ById.TryGetValue(id, out var at) ? byName[at] : null;

    /// <summary>The schools whose place this one took, by name: merged into it, or split into it and others.</summary>
    public IEnumerable<SchoolListRow> Before(SchoolListRow school) => earlier.Value[school.Place.SchoolId];

    /// <summary>The school that a merged one leads to, through later mergers too; null for one that is not merged.</summary>
    public SchoolListRow? MergedInto(SchoolListRow school)
    {
        // No more steps than there are schools: links that lead in a ring lead nowhere.
        var now = school;
        for (var steps = 0; now is { Status: SchoolStatus.Merged, Successors: [var next] } && steps < byName.Length; steps++)
        {
            now = Find(next)!;
        }

        return now.Status == SchoolStatus.Merged || ReferenceEquals(now, school) ? null : now;
    }

    /// <summary>True when a school took the place of an earlier one, at once or through others.</summary>
    public bool Follows(SchoolListRow school, SchoolListRow before, int most = 20) =>
        most > 0 && before.Successors.Any(id => id == school.Place.SchoolId || (Find(id) is { } next && Follows(school, next, most - 1)));

    /// <summary>What pages have read about a school of this snapshot.</summary>
    public SchoolReadings ReadingsOf(SchoolListRow row) => readings[places.ByNumber[row.Number]];

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

    private static SchoolListRow[] ByName(IEnumerable<SchoolListRow> rows) => [.. rows.OrderBy(r => r.SortName, StringComparer.Ordinal).ThenBy(r => r.Number)];

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

    /// <summary>Where each school stands in the list by name; shared by snapshots in which that is the same.</summary>
    private sealed class Places(IReadOnlyList<SchoolListRow> byName)
    {
        private readonly Lazy<Dictionary<Guid, int>> byId = new(() => Enumerable.Range(0, byName.Count).ToDictionary(at => byName[at].Place.SchoolId));

        public Dictionary<int, int> ByNumber { get; } = Enumerable.Range(0, byName.Count).ToDictionary(at => byName[at].Number);

        public Dictionary<Guid, int> ById => byId.Value;
    }
}
