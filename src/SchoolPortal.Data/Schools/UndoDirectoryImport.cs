using Microsoft.EntityFrameworkCore;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Schools;

/// <summary>Takes an applied import back, as long as nothing has built on it.</summary>
public sealed class UndoDirectoryImport(PortalDbContext db, TimeProvider clock)
{
    /// <exception cref="RuleBroken">Something has built on the import; the sentence says what.</exception>
    /// <exception cref="StepNotAllowed">The import is not in force.</exception>
    public async Task HandleAsync(Guid importId, Actor who, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var import = await db.DirectoryImports.SingleAsync(import => import.Id == importId, cancel);
        await RefuseBuiltOnAsync(import, cancel);
        var change = new Change(who, clock.UtcNow(), $"Took back the {import.Vintage}");
        import.Undo(who.Name, change.At);

        await RestoreAsync(import, change, cancel);
        await RemoveAddedAsync(import, change, cancel);
        await ResumeSaidAsync(import, cancel);

        await db.SaveAsync(change, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Why it cannot be undone, or null: the same that <see cref="HandleAsync"/> would refuse, asked before. Changes nothing.</summary>
    public async Task<string?> ReasonAgainstAsync(Guid importId, CancellationToken cancel)
    {
        var import = await db.DirectoryImports.AsNoTracking().SingleAsync(import => import.Id == importId, cancel);
        try
        {
            await RefuseBuiltOnAsync(import, cancel);
            var rows = await ChangedAsync(import, cancel);
            var schools = new SchoolsChangedInBulk(db, new Change(Actor.Portal, clock.UtcNow(), ""));
            await schools.LoadAsync(cancel);
            RefuseEdited(rows, schools, import);
            return null;
        }
        catch (RuleBroken refused)
        {
            return refused.Message;
        }
    }

    private async Task RefuseBuiltOnAsync(DirectoryImport import, CancellationToken cancel)
    {
        var later = await db.DirectoryImports
            .Where(other => other.State == DirectoryImportState.Applied && other.SettledAt > import.SettledAt)
            .OrderBy(other => other.SettledAt)
            .FirstOrDefaultAsync(cancel);
        if (later is not null)
        {
            throw new RuleBroken("", $"The {later.Vintage} ({later.FileName}) was applied after this one and builds on it. Undo that one first");
        }

        // Whatever is done at a school leaves a line in its history.
        var builtOn = await Added(import)
            .Where(school => db.AuditEvents.Any(line => line.SchoolId == school.Id && line.At != import.SettledAt))
            .Select(school => school.Number)
            .ToListAsync(cancel);
        if (builtOn.Count > 0)
        {
            throw new RuleBroken("", $"{SchoolNumbers.Say(builtOn)} came with this import, and records have been added or changed there since. It can no longer be undone");
        }
    }

    private async Task RestoreAsync(DirectoryImport import, Change change, CancellationToken cancel)
    {
        var rows = await ChangedAsync(import, cancel);
        if (rows.Count == 0)
        {
            return;
        }

        var schools = new SchoolsChangedInBulk(db, change);
        await schools.LoadAsync(cancel);
        RefuseEdited(rows, schools, import);
        foreach (var row in rows)
        {
            schools.Change(schools.Find(row.Number!.Value)!, row.Taken.Select(fact => new FactChange(fact.Fact, fact.To, fact.From)), school => Restore(row, school));
        }

        await schools.SaveAsync(cancel);
    }

    private Task<List<DirectoryImportRow>> ChangedAsync(DirectoryImport import, CancellationToken cancel) => db.DirectoryImportRows.AsNoTracking()
        .Where(row => row.ImportId == import.Id && row.Chosen && row.Kind != DirectoryRowKind.Added)
        .ToListAsync(cancel);

    private static void RefuseEdited(List<DirectoryImportRow> rows, SchoolsChangedInBulk schools, DirectoryImport import)
    {
        var edited = rows.Where(row => !Stands(row, schools.Find(row.Number!.Value), import)).Select(row => row.Number!.Value).ToList();
        if (edited.Count > 0)
        {
            throw new RuleBroken("", $"{SchoolNumbers.Say(edited)} changed after this import was applied. It can no longer be undone");
        }
    }

    private static bool Stands(DirectoryImportRow row, School? school, DirectoryImport import) => school is not null && (row.Kind == DirectoryRowKind.Gone
        ? school.Status == SchoolStatus.Closed
        : row.Stands(school.Facts) && school.FactsAsAt == import.AsAt);

    private static void Restore(DirectoryImportRow row, School school)
    {
        if (row.Kind == DirectoryRowKind.Gone)
        {
            school.Reopen();
            return;
        }

        school.TakeFacts(row.Back(school.Facts), row.VintageBefore!, row.AsAtBefore!.Value);
        if (row.ClosedBefore is { } closed)
        {
            school.Close(closed);
        }

        // The district that came with the import goes with it, unless a person has settled an area in it since.
        if (row.DistrictId is not null && school.DistrictId == row.DistrictId && school.AreaId is null)
        {
            school.SettleDistrict(null);
        }
    }

    /// <summary>What was said beside the directory and ended with this one stands again, unless something else has been said since.</summary>
    private async Task ResumeSaidAsync(DirectoryImport import, CancellationToken cancel)
    {
        var ended = await db.FactCorrections
            .Where(said => said.EndedWithId == import.Id && !db.FactCorrections.Any(later => later.SchoolId == said.SchoolId && later.Fact == said.Fact && later.EndedAt == null))
            .ToListAsync(cancel);
        ended.ForEach(said => said.Resume());
    }

    /// <summary>
    /// Records of the portal are closed, not deleted; but a school that only this import made was never there, and its
    /// history keeps telling that it came and went.
    /// </summary>
    private async Task RemoveAddedAsync(DirectoryImport import, Change change, CancellationToken cancel)
    {
        var ids = await Added(import).Select(school => school.Id).ToListAsync(cancel);
        await db.BulkInsertAsync([.. ids.Select(id => new AuditEvent(change, nameof(School), id, id, changes: null))], cancel);
        await Added(import).ExecuteDeleteAsync(cancel);
    }

    private IQueryable<School> Added(DirectoryImport import) => db.Schools.Where(school => db.DirectoryImportRows.Any(row =>
        row.ImportId == import.Id && row.Chosen && row.Kind == DirectoryRowKind.Added && row.Number == school.Number));
}
