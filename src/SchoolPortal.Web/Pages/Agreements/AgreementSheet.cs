using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>A school's agreements as their overview shows them: no texts, no bytes.</summary>
/// <param name="Lines">Newest first.</param>
/// <param name="Signatures">Those that count, by agreement.</param>
/// <param name="Sections">How far the sections are of those that may still be changed, by agreement.</param>
/// <param name="Open">What somebody is still asked to take note of.</param>
internal sealed record AgreementSheet(
    IReadOnlyList<AgreementLine> Lines,
    ILookup<Guid, SignatureLine> Signatures,
    ILookup<Guid, SectionStanding> Sections,
    IReadOnlyList<AcknowledgementLine> Open)
{
    public static async Task<AgreementSheet> LoadAsync(PortalDbContext db, Guid schoolId, CancellationToken cancel)
    {
        var lines = await db.Agreements.AsNoTracking().Where(a => a.SchoolId == schoolId)
            .OrderByDescending(a => a.Number).Select(AgreementLine.Of).ToListAsync(cancel);
        var signatures = await db.Signatures.AsNoTracking().Where(s => s.SchoolId == schoolId && s.VoidedAt == null).ToListAsync(cancel);
        var sections = await db.Agreements.AsNoTracking()
            .Where(a => a.SchoolId == schoolId && (a.State == AgreementState.Draft || a.State == AgreementState.SchoolReview))
            .SelectMany(a => a.Sections, (a, s) => new { a.Id, Line = new SectionStanding(a.FormVersion, s.Key, s.State, s.SavedAt, s.SavedBy) })
            .ToListAsync(cancel);
        var open = await db.OpenAcknowledgements().Where(a => a.SchoolId == schoolId).Select(AcknowledgementLine.Of).ToListAsync(cancel);
        return new AgreementSheet(
            lines, signatures.ToLookup(s => s.AgreementId, SignatureLine.From), sections.ToLookup(s => s.Id, s => s.Line), open);
    }
}

/// <summary>How far one section is.</summary>
internal sealed record SectionStanding(int FormVersion, string Key, SectionState State, DateTime? SavedAt, string? SavedBy)
{
    /// <summary>Who saved it when, or null.</summary>
    public string? Saved => SavedAt is { } at && SavedBy is not null ? $"Saved by {SavedBy}, {NewZealandTime.Show(at)}" : null;
}
