using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>Corrects the name of a district or an area, and adds an area.</summary>
public sealed class SavePlace(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Refuses a name that another district, or another area of the same district, has.</summary>
    public async Task RenameAsync(Actor actor, Guid id, string name, CancellationToken cancel)
    {
        string before;
        if (await db.Districts.SingleOrDefaultAsync(d => d.Id == id, cancel) is { } district)
        {
            MustBeFree(name, await db.Districts.Where(d => d.Id != id).Select(d => d.Name).ToListAsync(cancel), "Another district has this name");
            before = district.Name;
            district.Rename(name);
        }
        else
        {
            var area = await db.Areas.SingleAsync(a => a.Id == id, cancel);
            await MustBeFreeAsync(name, area.DistrictId, id, cancel);
            before = area.Name;
            area.Rename(name);
        }

        await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Named {before} {name}"), cancel);
    }

    /// <summary>Adds an area to a district; refuses a name that the district has.</summary>
    public async Task AddAreaAsync(Actor actor, Guid? districtId, string name, CancellationToken cancel)
    {
        var district = await db.Districts.SingleOrDefaultAsync(d => d.Id == districtId, cancel)
            ?? throw new RuleBroken("DistrictId", "Choose a district");
        await MustBeFreeAsync(name, district.Id, null, cancel);
        db.Areas.Add(new Area(district.Id, name));
        await db.SaveAsync(new Change(actor, clock.UtcNow(), $"Added the area {name} to {district.Name}"), cancel);
    }

    private async Task MustBeFreeAsync(string name, Guid districtId, Guid? except, CancellationToken cancel) => MustBeFree(
        name, await db.Areas.Where(a => a.DistrictId == districtId && a.Id != except).Select(a => a.Name).ToListAsync(cancel), "Another area of this district has this name");

    private static void MustBeFree(string name, List<string> others, string sentence)
    {
        if (others.Exists(other => Folded.Of(other) == Folded.Of(name)))
        {
            throw new RuleBroken("Name", sentence);
        }
    }
}
