using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Contacts;

namespace SchoolPortal.Web.Pages.Assignments.Import;

/// <summary>Compares a file of stations with the register. A station is known by its area and its name, whatever case and macrons.</summary>
public sealed class CompareStations(PortalDbContext db, TimeProvider clock)
{
    /// <exception cref="NotADirectoryException">The file is no list of stations.</exception>
    public async Task<RegisterProposal> HandleAsync(byte[] bytes, CancellationToken cancel)
    {
        var file = RegisterFile.Read(bytes, StationColumns.Read, ["Station", "Area"], "a list of stations");
        var areas = (await db.Areas.AsNoTracking().ToListAsync(cancel)).ToLookup(area => Folded.Of(area.Name));
        var names = areas.SelectMany(area => area).ToDictionary(area => area.Id, area => area.Name);
        var districts = await db.Districts.AsNoTracking().ToDictionaryAsync(district => district.Id, district => Folded.Of(district.Name), cancel);
        var known = await db.Stations.ToDictionaryAsync(station => (station.AreaId, station.SortName), cancel);
        var seen = new Dictionary<(Guid, string), int>();
        var today = clock.Today();
        var staffed = (await db.Officers.Where(o => o.ActiveTo == null || o.ActiveTo >= today).Select(o => o.StationId).Distinct().ToListAsync(cancel)).ToHashSet();

        return RegisterComparison.Of(file, row =>
        {
            var area = AreaOf(row, areas, districts);
            var name = row.Needed("Station");
            var key = (area.Id, Folded.Of(name));
            if (!seen.TryAdd(key, row.Line))
            {
                throw new CellFault("Station", $"{name} stands already on line {seen[key]}.");
            }

            var station = known.GetValueOrDefault(key);
            var before = station?.Details ?? new StationDetails(area.Id, "");
            var after = Read(row, before) with { AreaId = area.Id, Name = name };
            if (after.IsClosed && !before.IsClosed && station is not null && staffed.Contains(station.Id))
            {
                throw new CellFault("Closed", "Officers are still at this station. Give them another one first.");
            }

            var tried = RowReader.Rule(null, () => new Station(after));
            var changes = RegisterComparison.Differing(station is null ? null : Told(station, names), Told(tried, names));
            return changes.Count == 0 ? null : new RegisterChange(row.Line, station?.Id, name, changes, () =>
            {
                if (station is null)
                {
                    db.Stations.Add(new Station(after));
                }
                else
                {
                    station.Change(after);
                }
            });
        });
    }

    private static Area AreaOf(RowReader row, ILookup<string, Area> areas, Dictionary<Guid, string> districts)
    {
        var asked = row.Needed("Area");
        var found = areas[Folded.Of(asked)].ToList();
        if (row.Text("District") is { } district)
        {
            found.RemoveAll(area => districts[area.DistrictId] != Folded.Of(district));
        }

        return found.Count switch
        {
            1 => found[0],
            0 => throw new CellFault("Area", $"There is no area \u201c{asked}\u201d{(row.Text("District") is { } of ? $" in {of}" : "")}. Correct its name, or add the area first."),
            _ => throw new CellFault("Area", $"There are several areas named \u201c{asked}\u201d. Say which district in a column District."),
        };
    }

    private static StationDetails Read(RowReader row, StationDetails kept) => kept with
    {
        Address = row.Text("Address", kept.Address),
        Phone = RowReader.Rule("Phone", () => ContactDetails.ReadPhone("Phone", row.Text("Phone", kept.Phone))),
        Hours = row.Text("Hours", kept.Hours),
        IsAlwaysOpen = row.YesNo("Open 24 hours", kept.IsAlwaysOpen),
        Point = RowReader.Rule(null, () => StationInput.PointOf(
            row.Text("Latitude", StationInput.Degrees(kept.Point?.Latitude)), row.Text("Longitude", StationInput.Degrees(kept.Point?.Longitude)))),
        IsClosed = row.YesNo("Closed", kept.IsClosed),
    };

    private static IReadOnlyList<(string Field, string? Value)> Told(Station station, Dictionary<Guid, string> areas) =>
    [
        ("Station", station.Name),
        ("Area", areas[station.AreaId]),
        ("Address", station.Address),
        ("Phone", station.Phone is { } phone ? PhoneText.Show(phone) : null),
        ("Hours", station.Hours),
        ("Open 24 hours", station.IsAlwaysOpen ? "yes" : "no"),
        ("Latitude", StationInput.Degrees(station.Latitude)),
        ("Longitude", StationInput.Degrees(station.Longitude)),
        ("Closed", station.IsClosed ? "yes" : "no"),
    ];
}
