using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Agreements;

namespace SchoolPortal.Web.Pages.Admin.DirectoryImports;

/// <summary>What undoing an import brings back, and what it does not.</summary>
/// <param name="Back">Schools whose facts go back, by kind of row.</param>
/// <param name="Ended">Agreements that ended because the import closed their school: begun anew, not brought back.</param>
/// <param name="ClosingAgain">Schools that the import opened again, and what stands there now and ends when they close again.</param>
/// <param name="Resumed">How many corrections that ended with the import stand again.</param>
/// <param name="NotResumed">Corrections that do not, because something else has been said of the fact since.</param>
public sealed record UndoPreview(
    IReadOnlyDictionary<DirectoryRowKind, int> Back,
    IReadOnlyList<UndoPreview.Agreement> Ended,
    IReadOnlyList<UndoPreview.School> ClosingAgain,
    int Resumed,
    IReadOnlyList<UndoPreview.Correction> NotResumed)
{
    public int Of(DirectoryRowKind kind) => Back.GetValueOrDefault(kind);

    public static async Task<UndoPreview> OfAsync(PortalDbContext db, DirectoryImport import, DateOnly today, CancellationToken cancel)
    {
        var rows = db.DirectoryImportRows.Where(row => row.ImportId == import.Id && row.Chosen);
        var back = await rows.GroupBy(row => row.Kind).Select(kind => new { kind.Key, Count = kind.Count() }).ToDictionaryAsync(kind => kind.Key, kind => kind.Count, cancel);
        var ended = await (
            from row in rows
            join school in db.Schools on row.Number equals school.Number
            join agreement in db.Agreements on school.Id equals agreement.SchoolId
            where row.Kind == DirectoryRowKind.Gone && school.Status == SchoolStatus.Closed
                && (agreement.State == AgreementState.Ended || agreement.State == AgreementState.Withdrawn) && agreement.StateSince >= import.AppliedAt
            orderby school.Number, agreement.Number
            select new Agreement(school.Number, school.Facts.Name, agreement.Number)).ToListAsync(cancel);
        var closing = await (
            from row in rows
            join school in db.Schools on row.Number equals school.Number
            where row.Kind == DirectoryRowKind.Reopened
            orderby school.Number
            select new School(
                school.Number,
                school.Facts.Name,
                db.Agreements.Count(a => a.SchoolId == school.Id && (a.State == AgreementState.Active || AgreementStandings.InTheMaking.Contains(a.State))),
                db.OfficerAssignments.Count(a => a.SchoolId == school.Id && (a.To == null || a.To >= today)))).ToListAsync(cancel);
        var said = await (
            from correction in db.FactCorrections
            join school in db.Schools on correction.SchoolId equals school.Id
            where correction.EndedWithId == import.Id
            orderby school.Number, correction.Fact
            select new
            {
                Said = new Correction(school.Number, school.Facts.Name, correction.Fact),
                IsReplaced = db.FactCorrections.Any(later => later.SchoolId == correction.SchoolId && later.Fact == correction.Fact && later.EndedAt == null),
            }).ToListAsync(cancel);
        return new(back, ended, closing.FindAll(school => school.Agreements + school.Duties > 0), said.Count(s => !s.IsReplaced), [.. said.Where(s => s.IsReplaced).Select(s => s.Said)]);
    }

    /// <summary>One agreement that ended with its school.</summary>
    public sealed record Agreement(int Number, string Name, int Version)
    {
        public string Href => AgreementLinks.Version(Number, Version);
    }

    /// <summary>One school that closes again.</summary>
    public sealed record School(int Number, string Name, int Agreements, int Duties);

    /// <summary>One fact of which something else has been said.</summary>
    public sealed record Correction(int Number, string Name, string Fact);
}
