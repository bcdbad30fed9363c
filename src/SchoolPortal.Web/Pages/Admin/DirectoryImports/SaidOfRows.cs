using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Admin.DirectoryImports;

/// <summary>What schools and Police say of facts that rows of a proposal change: what stands today, or stood when it was applied.</summary>
public sealed class SaidOfRows(IReadOnlyDictionary<(int Number, string Fact), FactCorrection> said, bool isProposed)
{
    /// <summary>A person can still decide.</summary>
    public bool IsProposed => isProposed;

    /// <summary>What is said of one fact of a row; null where nothing is.</summary>
    public FactCorrection? Of(DirectoryImportRow row, string fact) => row.Number is { } number ? said.GetValueOrDefault((number, fact)) : null;

    /// <summary>What becomes of it: what the file settles, what a person decided, or left out.</summary>
    public static Ruling Ruled(DirectoryImportRow row, FactChange change, FactCorrection other) => change.To == other.Value
        ? Ruling.Agreed
        : row.Rulings.FirstOrDefault(ruling => ruling.CorrectionId == other.Id)?.Ruling ?? Ruling.LeftOut;

    internal static async Task<SaidOfRows> LoadAsync(PortalDbContext db, IReadOnlyList<DirectoryImportRow> rows, bool isProposed, CancellationToken cancel)
    {
        var numbers = rows.Where(row => row.Kind is DirectoryRowKind.Changed or DirectoryRowKind.Reopened).Select(row => row.Number!.Value).ToList();
        var ids = rows.SelectMany(row => row.Rulings).Select(ruling => ruling.CorrectionId).ToList();
        var found = numbers.Count == 0 ? [] : await (
            from other in db.FactCorrections.AsNoTracking()
            join school in db.Schools on other.SchoolId equals school.Id
            where numbers.Contains(school.Number) && (isProposed ? other.EndedAt == null : ids.Contains(other.Id))
            select new { school.Number, Said = other }).ToListAsync(cancel);
        return new(found.ToDictionary(other => (other.Number, other.Said.Fact), other => other.Said), isProposed);
    }
}
