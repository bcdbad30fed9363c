using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Admin.DirectoryImports;

/// <summary>Ticks and unticks rows of a proposal, and settles the police district of schools in split areas.</summary>
public sealed class ChooseDirectoryRows(PortalDbContext db)
{
    /// <summary>Ticks the chosen ones of the rows shown and unticks the others, and keeps what is decided of values that differ from both others.</summary>
    /// <param name="importId">The import.</param>
    /// <param name="shown">Rows on the page.</param>
    /// <param name="chosen">Rows that are ticked.</param>
    /// <param name="rulings">What is decided, by row and what was said: <see cref="KeyOf"/>.</param>
    /// <param name="cancel">Stops it before it is saved.</param>
    public async Task TickAsync(
        Guid importId, IReadOnlyCollection<Guid> shown, IReadOnlyCollection<Guid> chosen, IReadOnlyDictionary<string, Ruling> rulings, CancellationToken cancel)
    {
        var rows = await RowsAsync(importId, shown, cancel);
        var said = await SaidOfRows.LoadAsync(db, rows, isProposed: true, cancel);
        foreach (var row in rows)
        {
            row.Choose(chosen.Contains(row.Id));
            foreach (var other in row.Changes.Select(change => said.Of(row, change.Fact)).OfType<FactCorrection>())
            {
                if (rulings.TryGetValue(KeyOf(row, other), out var ruling))
                {
                    row.Decide(other, ruling);
                }
            }
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>How a page names a decision. Who decided before something else was said has not decided about that.</summary>
    public static string KeyOf(DirectoryImportRow row, FactCorrection said) => $"{row.Id:N}{said.Id:N}";

    /// <summary>Ticks or unticks every row of one kind.</summary>
    public async Task TickAllAsync(Guid importId, DirectoryRowKind kind, bool chosen, CancellationToken cancel)
    {
        await RefuseSettledAsync(importId, cancel);
        if (kind != DirectoryRowKind.Unreadable)
        {
            await db.DirectoryImportRows.Where(row => row.ImportId == importId && row.Kind == kind)
                .ExecuteUpdateAsync(row => row.SetProperty(r => r.Chosen, chosen), cancel);
        }
    }

    /// <summary>Puts every school of a split area in one district.</summary>
    public async Task SettleAreaAsync(Guid importId, string area, Guid districtId, CancellationToken cancel)
    {
        await RefuseSettledAsync(importId, cancel);
        await RefuseUnknownAsync([districtId], cancel);
        await db.DirectoryImportRows.Where(row => row.ImportId == importId && row.SplitArea == area)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.DistrictId, districtId), cancel);
    }

    /// <summary>Puts each school in the district that was picked for it.</summary>
    public async Task SettleSchoolsAsync(Guid importId, IReadOnlyDictionary<Guid, Guid> districts, CancellationToken cancel)
    {
        await RefuseUnknownAsync([.. districts.Values.Distinct()], cancel);
        foreach (var row in (await RowsAsync(importId, districts.Keys, cancel)).Where(row => row.SplitArea is not null))
        {
            row.ChooseDistrict(districts[row.Id]);
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task<List<DirectoryImportRow>> RowsAsync(Guid importId, IEnumerable<Guid> ids, CancellationToken cancel)
    {
        await RefuseSettledAsync(importId, cancel);
        return await db.DirectoryImportRows.Where(row => row.ImportId == importId && ids.Contains(row.Id)).ToListAsync(cancel);
    }

    private async Task RefuseSettledAsync(Guid importId, CancellationToken cancel)
    {
        if (!await db.DirectoryImports.AnyAsync(import => import.Id == importId && import.State == DirectoryImportState.Proposed, cancel))
        {
            throw new StepNotAllowed("This import is no longer a proposal, so its rows stay as they are. Open it again to see where it stands.");
        }
    }

    private async Task RefuseUnknownAsync(IReadOnlyCollection<Guid> districts, CancellationToken cancel)
    {
        if (await db.Districts.CountAsync(district => districts.Contains(district.Id), cancel) != districts.Count)
        {
            throw new RuleBroken("", "Choose a police district from the list");
        }
    }
}
