using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Schools;

/// <summary>
/// Gives a new portal what it cannot be without: the twelve Police districts with their areas, the school terms that are
/// published, and the directory that is shipped. Each part only where there is none, so running it again changes nothing.
/// </summary>
public sealed class SeedReference(PortalDbContext db, TimeProvider clock)
{
    // Domain §4.2, from north to south. An area's name says its district where a compass point alone would not.
    private static readonly (string Code, string Name, string[] Areas)[] Districts =
    [
        ("NLD", "Northland", ["Whangārei–Kaipara", "Far North"]),
        ("WTM", "Waitematā", ["Waitematā North", "Waitematā East", "Waitematā West"]),
        ("AKL", "Auckland City", ["Auckland Central", "Auckland East", "Auckland West"]),
        ("CMD", "Counties Manukau", ["Counties Manukau Central", "Counties Manukau East", "Counties Manukau South", "Counties Manukau West"]),
        ("WKO", "Waikato", ["Hamilton City", "Waikato East", "Waikato West"]),
        ("BOP", "Bay of Plenty", ["Western Bay of Plenty", "Eastern Bay of Plenty", "Rotorua", "Taupō"]),
        ("EAS", "Eastern", ["Hawke’s Bay", "Tairāwhiti"]),
        ("CEN", "Central", ["Manawatū", "Whanganui–Ruapehu", "Taranaki"]),
        ("WLG", "Wellington", ["Wellington City", "Kapiti–Mana", "Hutt Valley", "Wairarapa"]),
        ("TAS", "Tasman", ["Nelson Bays", "Marlborough", "West Coast"]),
        ("CAN", "Canterbury", ["Christchurch Metro", "Canterbury Rural", "Aoraki"]),
        ("SOU", "Southern", ["Otago Coastal", "Otago Lakes–Central", "Southland"]),
    ];

    public async Task HandleAsync(CancellationToken cancel)
    {
        await DistrictsAndTermsAsync(cancel);
        await new LoadFirstDirectory(db, clock).HandleAsync(cancel);
    }

    /// <summary>What a directory needs to be there before it: its schools are put in districts.</summary>
    public async Task DistrictsAndTermsAsync(CancellationToken cancel)
    {
        if (!await db.Districts.AnyAsync(cancel))
        {
            AddDistricts();
        }

        if (!await db.SchoolTerms.AnyAsync(cancel))
        {
            db.SchoolTerms.AddRange(SchoolTermsFile.Read());
        }

        await db.SaveAsync(new Change(Actor.Portal, clock.UtcNow(), "Set up the portal’s reference data"), cancel);
    }

    private void AddDistricts()
    {
        foreach (var (index, (code, name, areas)) in Districts.Index())
        {
            var district = new District(code, name, index + 1);
            db.Districts.Add(district);
            db.Areas.AddRange(areas.Select(area => new Area(district.Id, area)));
        }
    }
}
