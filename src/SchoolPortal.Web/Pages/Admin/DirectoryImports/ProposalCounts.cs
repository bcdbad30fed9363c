using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Admin.DirectoryImports;

/// <summary>How many rows the parts of a proposal have, and how many of them are ticked.</summary>
public sealed class ProposalCounts
{
    private readonly Dictionary<ProposalPart, (int Rows, int Chosen)> parts;

    private ProposalCounts(Dictionary<ProposalPart, (int Rows, int Chosen)> parts) => this.parts = parts;

    /// <summary>The parts that have rows, in order.</summary>
    public IReadOnlyList<ProposalPart> Parts => [.. Enum.GetValues<ProposalPart>().Where(part => Of(part) > 0)];

    /// <summary>The part to begin with.</summary>
    public ProposalPart First => Parts.Count > 0 ? Parts[0] : ProposalPart.Added;

    /// <summary>Rows that applying would put in force.</summary>
    public int Chosen => parts.Where(pair => pair.Key is not (ProposalPart.Unreadable or ProposalPart.Split or ProposalPart.Contested)).Sum(pair => pair.Value.Chosen);

    public int Of(ProposalPart part) => parts.GetValueOrDefault(part).Rows;

    public int ChosenOf(ProposalPart part) => parts.GetValueOrDefault(part).Chosen;

    public static async Task<ProposalCounts> OfAsync(PortalDbContext db, Guid importId, CancellationToken cancel)
    {
        var kinds = await db.DirectoryImportRows.Where(row => row.ImportId == importId)
            .GroupBy(row => row.Kind)
            .Select(group => new { group.Key, Rows = group.Count(), Chosen = group.Count(row => row.Chosen) })
            .ToListAsync(cancel);
        var counted = kinds.ToDictionary(kind => Enum.Parse<ProposalPart>(kind.Key.ToString()), kind => (kind.Rows, kind.Chosen));
        var split = await Rows(db, importId, ProposalPart.Split).CountAsync(cancel);
        counted[ProposalPart.Split] = (split, split);
        var contested = await Rows(db, importId, ProposalPart.Contested).CountAsync(cancel);
        counted[ProposalPart.Contested] = (contested, contested);
        return new ProposalCounts(counted);
    }

    /// <summary>The rows of one part.</summary>
    public static IQueryable<DirectoryImportRow> Rows(PortalDbContext db, Guid importId, ProposalPart part)
    {
        var rows = db.DirectoryImportRows.Where(row => row.ImportId == importId);
        if (part == ProposalPart.Split)
        {
            return rows.Where(row => row.SplitArea != null);
        }

        if (part == ProposalPart.Contested)
        {
            return rows.Where(row => row.Contested);
        }

        var kind = Enum.Parse<DirectoryRowKind>(part.ToString());
        return rows.Where(row => row.Kind == kind);
    }
}
