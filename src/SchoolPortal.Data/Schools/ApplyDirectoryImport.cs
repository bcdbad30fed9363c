using Microsoft.EntityFrameworkCore;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Schools;

/// <summary>Puts the chosen rows of a proposal in force: all of them, or none.</summary>
public sealed class ApplyDirectoryImport(PortalDbContext db, TimeProvider clock)
{
    /// <exception cref="RuleBroken">The schools are no longer as they were when the proposal was made.</exception>
    /// <exception cref="StepNotAllowed">The import is no longer a proposal.</exception>
    public async Task HandleAsync(Guid importId, Actor who, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var import = await db.DirectoryImports.SingleAsync(import => import.Id == importId, cancel);
        var change = new Change(who, clock.UtcNow(), $"Took over the {import.Vintage}");
        import.Apply(who.Name, change.At);

        var rows = await db.DirectoryImportRows.AsNoTracking().Where(row => row.ImportId == importId && row.Chosen).ToListAsync(cancel);
        var added = rows.Where(row => row.Kind == DirectoryRowKind.Added).ToList();
        await RefuseHeldAsync(added, importId, cancel);
        await AddAsync(import, added, change, cancel);
        var changed = rows.Where(row => row.Kind != DirectoryRowKind.Added).ToList();
        await SettleSaidAsync(import, changed, change, cancel);
        await ChangeAsync(import, [.. changed.Where(row => row.Chosen)], change, cancel);

        await db.SaveAsync(change, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>What schools and Police say beside the directory meets what the file says.</summary>
    private async Task SettleSaidAsync(DirectoryImport import, List<DirectoryImportRow> rows, Change change, CancellationToken cancel)
    {
        var standing = await (
            from said in db.FactCorrections
            join school in db.Schools on said.SchoolId equals school.Id
            where said.EndedAt == null
            select new { school.Number, Said = said }).ToListAsync(cancel);
        var byNumber = rows.ToDictionary(row => row.Number!.Value);
        foreach (var school in standing.GroupBy(s => s.Number))
        {
            if (byNumber.TryGetValue(school.Key, out var row))
            {
                db.Attach(row);
                row.Settle(import, school.Select(s => s.Said), change.At);
            }
        }
    }

    private async Task RefuseHeldAsync(List<DirectoryImportRow> added, Guid importId, CancellationToken cancel)
    {
        var held = added.Count == 0 ? [] : await db.Schools
            .Where(school => db.DirectoryImportRows.Any(row =>
                row.ImportId == importId && row.Chosen && row.Kind == DirectoryRowKind.Added && row.Number == school.Number))
            .Select(school => school.Number)
            .ToListAsync(cancel);
        Refuse(held);
    }

    private async Task AddAsync(DirectoryImport import, List<DirectoryImportRow> rows, Change change, CancellationToken cancel)
    {
        var schools = rows.Select(row => NewSchool(row, import)).ToList();
        await db.BulkInsertAsync(schools, cancel);
        await db.BulkInsertAsync(
            [.. schools.Select(school => new AuditEvent(change, nameof(School), school.Id, school.Id, changes: null))], cancel);
    }

    private static School NewSchool(DirectoryImportRow row, DirectoryImport import)
    {
        var school = new School(row.Number!.Value, row.Forward(new SchoolFacts()), import.Vintage, import.AsAt);
        school.SettleDistrict(row.DistrictId);
        return school;
    }

    private async Task ChangeAsync(DirectoryImport import, List<DirectoryImportRow> rows, Change change, CancellationToken cancel)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var schools = new SchoolsChangedInBulk(db, change);
        await schools.LoadAsync(cancel);
        Refuse([.. rows.Where(row => !Fits(row, schools.Find(row.Number!.Value))).Select(row => row.Number!.Value)]);
        foreach (var row in rows)
        {
            schools.Change(schools.Find(row.Number!.Value)!, row.Taken, school => Apply(row, school, import));
        }

        await schools.SaveAsync(cancel);
    }

    private static void Apply(DirectoryImportRow row, School school, DirectoryImport import)
    {
        if (row.Kind == DirectoryRowKind.Gone)
        {
            school.Close(import.AsAt);
            return;
        }

        school.TakeFacts(row.Forward(school.Facts), import.Vintage, import.AsAt);
        if (school.DistrictId is null)
        {
            school.SettleDistrict(row.DistrictId);
        }
    }

    /// <summary>The school is still as it was when the proposal was made.</summary>
    private static bool Fits(DirectoryImportRow row, School? school) => school is not null && row.Fits(school.Facts) && row.Kind switch
    {
        DirectoryRowKind.Gone => school.Status is SchoolStatus.Open or SchoolStatus.Proposed,
        DirectoryRowKind.Reopened => school.Status == SchoolStatus.Closed,
        _ => true,
    };

    private static void Refuse(List<int> numbers)
    {
        if (numbers.Count > 0)
        {
            throw new RuleBroken("", $"{SchoolNumbers.Say(numbers)} changed after this proposal was made, so nothing was applied. Discard it and bring the file again");
        }
    }
}
